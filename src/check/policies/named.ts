import type { Policy } from '../../model/index.js'
import { light } from './light.js'
import { requireNeverRunsWith } from './never-runs-with.js'
import { noOrderCycle } from './no-order-cycle.js'
import { noSinglePoint } from './no-single-point.js'
import { onlyWith } from './runs-only-with.js'
import { startsBefore } from './starts-after.js'
import { vipWithHaproxy } from './vip-with-haproxy.js'

interface NamedPolicy {
  /** What the arguments are, for the usage. */
  readonly usage: string
  readonly takes: (count: number) => boolean
  readonly make: (args: readonly string[]) => Policy
}

const two = (make: (one: string, other: string) => Policy) => ({
  takes: (count: number) => count === 2,
  make: ([one = '', other = '']: readonly string[]) => make(one, other),
})

/** The policies that the command line knows, by name. */
export const namedPolicies: Readonly<Record<string, NamedPolicy>> = {
  'no-order-cycle': { usage: 'no-order-cycle', takes: (count) => count === 0, make: noOrderCycle },
  'vip-with-haproxy': {
    usage: 'vip-with-haproxy[=VIP,...]',
    takes: () => true,
    make: (vips) => vipWithHaproxy(vips.length === 0 ? {} : { vips }),
  },
  'runs-only-with': { usage: 'runs-only-with=RSC,WITH-RSC', ...two(onlyWith) },
  'starts-after': { usage: 'starts-after=FIRST,THEN', ...two(startsBefore) },
  'never-runs-with': { usage: 'never-runs-with=RSC,RSC', ...two(requireNeverRunsWith) },
  'no-single-point': { usage: 'no-single-point', takes: (count) => count === 0, make: () => noSinglePoint() },
  light: {
    usage: 'light[=SERVICE,...]',
    takes: () => true,
    make: (services) => light(services.length === 0 ? {} : { services }),
  },
}

/** The policy that `NAME[=ARG,ARG]` names, or how it should have been written. Blanks around an argument are not part of it. */
export function policyNamed(text: string): Policy | { readonly usage: string } {
  const [name = '', list] = text.split(/=(.*)/s)
  const args = list === undefined || list === '' ? [] : list.split(',').map((arg) => arg.trim())
  const known = Object.hasOwn(namedPolicies, name) ? namedPolicies[name] : undefined
  if (known === undefined) {
    const all = Object.values(namedPolicies).map(({ usage }) => usage)
    return { usage: `no policy ${JSON.stringify(name)}; there are ${all.join(', ')}` }
  }
  if (known.takes(args.length) && !args.includes('')) return known.make(args)
  return { usage: `${JSON.stringify(text)} is not how to ask the policy: ${known.usage}` }
}
