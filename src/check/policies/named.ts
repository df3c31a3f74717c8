import { nearest } from '../../diagnostics/nearest.js'
import { quote } from '../../diagnostics/quote.js'
import type { Policy } from '../../model/index.js'
import { roleOf } from '../../model/roles.js'
import { failureOf } from './event/failure-of.js'
import { recovers } from './event/recovers.js'
import { requireStaysUntil } from './event/stays-until.js'
import { light } from './light.js'
import { requireNeverRunsWith } from './never-runs-with.js'
import { noOrderCycle } from './no-order-cycle.js'
import { noSinglePoint } from './no-single-point.js'
import { requireRunsOnlyWith } from './runs-only-with.js'
import { requireStartsAfter } from './starts-after.js'
import { type PolicyName, policyUsages } from './usages.js'
import { type VipWithHaproxyOptions, vipWithHaproxy } from './vip-with-haproxy.js'

/** The policy of these arguments, undefined where their number is wrong. */
type Create = (args: readonly string[]) => Policy | undefined

function plain(create: () => Policy): Create {
  return (args) => (args.length === 0 ? create() : undefined)
}

function ofTwo(create: (rsc: string, other: string) => Policy): Create {
  return ([rsc, other, ...more]) =>
    rsc === undefined || other === undefined || more.length > 0 ? undefined : create(rsc, other)
}

/** The policy of an id and a number of digits. */
function ofNumber(create: (id: string, number: number) => Policy): Create {
  return ([id, text = '', ...more]) =>
    id === undefined || !/^\d{1,9}$/.test(text) || more.length > 0 ? undefined : create(id, Number(text))
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

/** The policies that the command line knows. */
const namedPolicies: Readonly<Record<PolicyName, Create>> = {
  'no-order-cycle': plain(noOrderCycle),
  'vip-with-haproxy': (args) => {
    const options = vipOptionsOf(args)
    return options && vipWithHaproxy(options)
  },
  'runs-only-with': runsOnlyWithOf,
  'never-runs-with': ofTwo(requireNeverRunsWith),
  'starts-after': ofTwo(requireStartsAfter),
  'stays-until': ofTwo(requireStaysUntil),
  'failure-never-stops': ofTwo((failing, rsc) => failureOf(failing).neverStops(rsc)),
  'failure-stays-within': ofNumber((failing, actions) => failureOf(failing).staysWithin(actions)),
  recovers: (args) =>
    args.length === 1
      ? recovers(args[0] as string)
      : ofNumber((rsc, within) => recovers(rsc, { within }))(args),
  'no-single-point': plain(noSinglePoint),
  light: (services) => light(services.length === 0 ? {} : { services }),
}

/**
 * The policy that `NAME[=ARG,ARG]` names, or the usage where it is not one. Blanks around an argument are not part
 * of it.
 */
export function policyNamed(text: string): Policy | { readonly usage: string } {
  const [name = '', list] = text.split(/=(.*)/s)
  const args = list === undefined || list === '' ? [] : list.split(',').map((arg) => arg.trim())
  if (!isPolicyName(name)) {
    const near = nearest(name, Object.keys(policyUsages))
    const suggestion = near === undefined ? '' : ` (did you mean ${quote(near)}?)`
    return {
      usage: `unknown policy ${quote(name)}: expected one of ${Object.values(policyUsages).join(', ')}${suggestion}`,
    }
  }
  const policy = args.includes('') ? undefined : namedPolicies[name](args)
  return policy ?? { usage: `policy ${quote(text)} has the wrong arguments: expected ${policyUsages[name]}` }
}

function isPolicyName(name: string): name is PolicyName {
  return Object.hasOwn(policyUsages, name)
}
