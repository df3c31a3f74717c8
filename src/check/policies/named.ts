import { quote } from '../../diagnostics/quote.js'
import type { Policy } from '../../model/index.js'
import { roleOf } from '../../model/roles.js'
import { light } from './light.js'
import { requireNeverRunsWith } from './never-runs-with.js'
import { noOrderCycle } from './no-order-cycle.js'
import { noSinglePoint } from './no-single-point.js'
import { requireRunsOnlyWith } from './runs-only-with.js'
import { requireStartsAfter } from './starts-after.js'
import { type VipWithHaproxyOptions, vipWithHaproxy } from './vip-with-haproxy.js'

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

/** The options of vip-with-haproxy, undefined where one is not known: `vip,haproxy=lb-clone,except=internal`. */
function vipOptionsOf(args: readonly string[]): VipWithHaproxyOptions | undefined {
  const vips = args.filter((arg) => !arg.includes('='))
  const named = args.filter((arg) => arg.includes('=')).map((arg) => arg.split(/=(.*)/s))
  const valuesOf = (wanted: string) => named.flatMap(([name, value = '']) => (name === wanted ? [value] : []))
  const [haproxies, exceptions] = [valuesOf('haproxy'), valuesOf('except')]
  const [haproxy, another] = haproxies
  if (haproxies.length + exceptions.length < named.length || another !== undefined) return undefined
  if ([...haproxies, ...exceptions].includes('')) return undefined
  return {
    ...(vips.length === 0 ? {} : { vips }),
    ...(haproxy === undefined ? {} : { haproxy }),
    except: Object.fromEntries(exceptions.map((id) => [id, 'named on the command line'])),
  }
}

/** `vip,db-clone:Promoted`: no id of a resource has a colon. */
function runsOnlyWithOf(args: readonly string[]): Policy | undefined {
  const [rsc, withRsc, ...more] = args.map((arg) => {
    const [id = '', text] = arg.split(/:(.*)/s)
    return {
      id,
      role: roleOf(text),
      isWrong: id === '' || (text !== undefined && roleOf(text) === undefined),
    }
  })
  if (rsc === undefined || withRsc === undefined || more.length > 0) return undefined
  if (rsc.isWrong || withRsc.isWrong) return undefined
  return requireRunsOnlyWith(rsc.id, withRsc.id, {
    ...(rsc.role === undefined ? {} : { role: rsc.role }),
    ...(withRsc.role === undefined ? {} : { withRole: withRsc.role }),
  })
}

/** The policies that the command line knows, by name. */
const namedPolicies: ReadonlyMap<string, NamedPolicy> = new Map([
  ['no-order-cycle', { usage: 'no-order-cycle', create: plain(noOrderCycle) }],
  [
    'vip-with-haproxy',
    {
      usage: 'vip-with-haproxy[=VIP,...,haproxy=ID,except=VIP]',
      create: (args) => {
        const options = vipOptionsOf(args)
        return options && vipWithHaproxy(options)
      },
    },
  ],
  ['runs-only-with', { usage: 'runs-only-with=RSC[:ROLE],WITH-RSC[:ROLE]', create: runsOnlyWithOf }],
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
