import { quote } from '../../diagnostics/quote.js'
import type { Policy } from '../../model/index.js'
import { light } from './light.js'
import { requireNeverRunsWith } from './never-runs-with.js'
import { noOrderCycle } from './no-order-cycle.js'
import { noSinglePoint } from './no-single-point.js'
import { requireRunsOnlyWith } from './runs-only-with.js'
import { requireStartsAfter } from './starts-after.js'
import { vipWithHaproxy } from './vip-with-haproxy.js'

/** A policy as the command line names it. */
interface NamedPolicy {
  readonly usage: string
  /** The policy, undefined where the number of arguments is wrong. */
  readonly create: (args: readonly string[]) => Policy | undefined
}

function plain(create: () => Policy): NamedPolicy['create'] {
  return (args) => (args.length === 0 ? create() : undefined)
}

function ofTwo(create: (rsc: string, other: string) => Policy): NamedPolicy['create'] {
  return ([rsc, other, ...more]) =>
    rsc === undefined || other === undefined || more.length > 0 ? undefined : create(rsc, other)
}

/** The policies that the command line knows, by name. */
const namedPolicies: ReadonlyMap<string, NamedPolicy> = new Map([
  ['no-order-cycle', { usage: 'no-order-cycle', create: plain(noOrderCycle) }],
  [
    'vip-with-haproxy',
    {
      usage: 'vip-with-haproxy[=VIP,...]',
      create: (vips) => vipWithHaproxy(vips.length === 0 ? {} : { vips }),
    },
  ],
  ['runs-only-with', { usage: 'runs-only-with=RSC,WITH-RSC', create: ofTwo(requireRunsOnlyWith) }],
  ['never-runs-with', { usage: 'never-runs-with=RSC,WITH-RSC', create: ofTwo(requireNeverRunsWith) }],
  ['starts-after', { usage: 'starts-after=RSC,FIRST', create: ofTwo(requireStartsAfter) }],
  ['no-single-point', { usage: 'no-single-point', create: plain(noSinglePoint) }],
  [
    'light',
    {
      usage: 'light[=SERVICE,...]',
      create: (services) => light(services.length === 0 ? {} : { services }),
    },
  ],
])

/**
 * The policy that `NAME[=ARG,ARG]` names, or the usage where it is not one. Blanks around an argument are not part
 * of it.
 */
export function policyNamed(text: string): Policy | { readonly usage: string } {
  const [name = '', list] = text.split(/=(.*)/s)
  const args = list === undefined || list === '' ? [] : list.split(',').map((arg) => arg.trim())
  const known = namedPolicies.get(name)
  if (known === undefined) {
    const all = [...namedPolicies.values()].map(({ usage }) => usage)
    return { usage: `unknown policy ${quote(name)}: expected one of ${all.join(', ')}` }
  }
  const policy = args.includes('') ? undefined : known.create(args)
  return policy ?? { usage: `policy ${quote(text)} has the wrong arguments: expected ${known.usage}` }
}
