import { pcsId } from '../../model/ids.js'
import { idOf, type Ref, type RscLocation, type Rule } from '../../model/index.js'
import { type LifetimeOption, lifetimeOf, rulesOf } from '../attribute/rules.js'
import type { Enumeration, Role } from '../enumerations.js'
import { noted, type OptionTable, optionFields, unknownOptions } from '../options.js'
import type { ChildBuilder, OneOrMany, Value } from '../values.js'
import { underId } from './constraint-id.js'
import { resourceSets, type SetOption } from './resource-sets.js'

/** All resources whose id the regular expression matches. */
export interface Pattern {
  readonly pattern: string
}

/** The id in a reference to a resource; a pattern has none. */
type IdIn<Rsc> = Rsc extends string ? Rsc : Rsc extends { readonly id: infer Id extends string } ? Id : never

export interface LocationOptions extends LifetimeOption {
  readonly id?: string
  readonly role?: Role
  /** `exclusive`: no probe elsewhere; `never`: no probe here. */
  readonly resourceDiscovery?: Enumeration<'resourceDiscovery'>
}

const options = {
  id: 'attribute',
  role: 'attribute',
  resourceDiscovery: 'attribute',
  lifetime: 'child',
} as const satisfies OptionTable<LocationOptions>['options']

const locationOptions = { of: 'location()', options } as const
const ruleOptions = { of: 'locationRule()', options } as const
const setsOptions = { of: 'locationSets()', options } as const

/**
 * The resource prefers the node, or avoids it with a negative score, which is INFINITY by default; `null` leaves
 * the score out. Id default `location-RSC-NODE-SCORE`.
 *
 * @example
 * ```ts
 * const vip = ocf.heartbeat.IPaddr2('vip', { ip: '192.0.2.6' })
 * const preferred = location(vip, 'node1', 50)
 * // <rsc_location id="location-vip-node1-50" rsc="vip" node="node1" score="50"/>
 * // pcs constraint location vip prefers node1=50
 * ```
 */
export function location<const Rsc extends Ref | Pattern>(
  rsc: Rsc,
  node: string,
  score: Value | null = 'INFINITY',
  options: LocationOptions = {},
): RscLocation<IdIn<Rsc>> {
  const generated = pcsId.location(targetName(rsc), node, String(score ?? 'INFINITY'))
  return underId(options.id, generated, (id) => ({
    element: 'rsc_location',
    ...target(rsc),
    node,
    ...(score === null ? {} : { score: String(score) }),
    ...optionFields({ ...options, id }, locationOptions),
    resourceSets: [],
    rules: [],
    ...lifetimeOf(id, options.lifetime),
  }))
}

/**
 * The resource is placed by rules. Id default `location-RSC`.
 *
 * @example
 * ```ts
 * const haproxy = clone(systemd('haproxy'))
 * const onProxies = locationRule(haproxy, rule({ score: 0 }, expression('haproxy-role', 'eq', true)))
 * // <rsc_location id="location-haproxy-clone" rsc="haproxy-clone">
 * // pcs constraint location haproxy-clone rule score=0 haproxy-role eq true
 * ```
 */
export function locationRule<const Rsc extends Ref | Pattern>(
  rsc: Rsc,
  rules: OneOrMany<ChildBuilder<Rule>>,
  options: LocationOptions = {},
): RscLocation<IdIn<Rsc>> {
  return underId(options.id, pcsId.ruleLocation(targetName(rsc)), (id) => ({
    element: 'rsc_location',
    ...target(rsc),
    ...optionFields({ ...options, id }, ruleOptions),
    resourceSets: [],
    rules: rulesOf(id, rules),
    ...lifetimeOf(id, options.lifetime),
  }))
}

/** Where sets of resources run: a node with a score, or rules. */
export type LocationTarget =
  | { readonly node: string; readonly score: Value }
  | { readonly rules: OneOrMany<ChildBuilder<Rule>> }

const targetOptions = {
  of: 'the target of locationSets()',
  options: { node: 'attribute', score: 'attribute', rules: 'child' },
} as const satisfies OptionTable<LocationTarget>

/**
 * Sets of resources prefer a node, or are placed by rules. No pcs command creates one.
 *
 * @example
 * ```ts
 * const [a, b] = [systemd('a'), systemd('b')]
 * const both = locationSets([{ resources: [a, b] }], { node: 'node1', score: 50 }, { id: 'both-on-node1' })
 * // <rsc_location id="both-on-node1" node="node1" score="50">
 * ```
 */
export function locationSets<const Id extends string = never>(
  sets: readonly SetOption<Id>[],
  where: LocationTarget,
  options: LocationOptions & { readonly id: string },
): RscLocation<Id> {
  const unknown = [...unknownOptions(where, targetOptions), ...unknownOptions(options, setsOptions)]
  return {
    element: 'rsc_location',
    ...optionFields(where, targetOptions),
    ...optionFields(options, setsOptions),
    resourceSets: resourceSets(options.id, sets),
    rules: rulesOf(options.id, 'rules' in where ? where.rules : []),
    ...lifetimeOf(options.id, options.lifetime),
    ...noted(unknown),
  }
}

function targetName(rsc: Ref | Pattern): string {
  return isPattern(rsc) ? rsc.pattern : idOf(rsc)
}

function target<Rsc extends Ref | Pattern>(rsc: Rsc): { rscPattern: string } | { rsc: IdIn<Rsc> } {
  return isPattern(rsc) ? { rscPattern: rsc.pattern } : { rsc: idOf(rsc) as IdIn<Rsc> }
}

function isPattern(rsc: Ref | Pattern): rsc is Pattern {
  return typeof rsc === 'object' && 'pattern' in rsc
}
