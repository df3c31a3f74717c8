import { pcsId } from '../../model/ids.js'
import { idOf, type Ref, type RscLocation, type Rule } from '../../model/index.js'
import { type LifetimeOption, lifetimeOf, rulesOf } from '../attribute/rules.js'
import type { Enumeration, Role } from '../enumerations.js'
import { type ChildBuilder, type OneOrMany, texts, type Value } from '../values.js'
import { underId } from './constraint-id.js'
import { resourceSets, type SetOption } from './resource-sets.js'

/** All resources whose id the regular expression matches. */
export interface Pattern {
  readonly pattern: string
}

export interface LocationOptions extends LifetimeOption {
  readonly id?: string
  readonly role?: Role
  /** `exclusive`: no probe elsewhere; `never`: no probe here. */
  readonly resourceDiscovery?: Enumeration<'resourceDiscovery'>
}

/**
 * The resource prefers the node, or avoids it with a negative score (`null` leaves it out);
 * id default `location-RSC-NODE-SCORE`.
 *
 * `location(vip, 'node1', 50)` is `pcs constraint location vip prefers node1=50`.
 */
export function location(
  rsc: Pattern,
  node: string,
  score?: Value | null,
  options?: LocationOptions,
): RscLocation<never>
export function location<const Id extends string>(
  rsc: Ref<Id>,
  node: string,
  score?: Value | null,
  options?: LocationOptions,
): RscLocation<Id>
export function location(
  rsc: Ref | Pattern,
  node: string,
  score: Value | null = 'INFINITY',
  { lifetime, ...options }: LocationOptions = {},
): RscLocation {
  const made = pcsId.location(targetName(rsc), node, String(score ?? 'INFINITY'))
  return underId(options.id, made, (id) => ({
    element: 'rsc_location',
    ...target(rsc),
    node,
    ...texts({ ...options, score, id }),
    resourceSets: [],
    rules: [],
    ...lifetimeOf(id, lifetime),
  }))
}

/**
 * The resource is placed by rules; id default `location-RSC`.
 *
 * `locationRule(haproxy, rule({ score: 0 }, expression('haproxy-role', 'eq', true)))` is
 * `pcs constraint location haproxy rule score=0 haproxy-role eq true`.
 */
export function locationRule(
  rsc: Pattern,
  rules: OneOrMany<ChildBuilder<Rule>>,
  options?: LocationOptions,
): RscLocation<never>
export function locationRule<const Id extends string>(
  rsc: Ref<Id>,
  rules: OneOrMany<ChildBuilder<Rule>>,
  options?: LocationOptions,
): RscLocation<Id>
export function locationRule(
  rsc: Ref | Pattern,
  rules: OneOrMany<ChildBuilder<Rule>>,
  { lifetime, ...options }: LocationOptions = {},
): RscLocation {
  return underId(options.id, pcsId.ruleLocation(targetName(rsc)), (id) => ({
    element: 'rsc_location',
    ...target(rsc),
    ...texts({ ...options, id }),
    resourceSets: [],
    rules: rulesOf(id, rules),
    ...lifetimeOf(id, lifetime),
  }))
}

/** Sets of resources on a node or by rules. CIB: `<rsc_location>` with `<resource_set>`; no pcs command makes one. */
export function locationSets<const Id extends string>(
  sets: readonly SetOption<Id>[],
  where: { readonly node: string; readonly score: Value } | { readonly rules: OneOrMany<ChildBuilder<Rule>> },
  { lifetime, ...options }: LocationOptions & { readonly id: string },
): RscLocation<Id> {
  const { rules, ...fields } = 'rules' in where ? where : { ...where, rules: [] }
  return {
    element: 'rsc_location',
    ...texts({ ...options, ...fields }),
    resourceSets: resourceSets(options.id, sets),
    rules: rulesOf(options.id, rules),
    ...lifetimeOf(options.id, lifetime),
  }
}

function targetName(rsc: Ref | Pattern): string {
  return typeof rsc === 'object' && 'pattern' in rsc ? rsc.pattern : idOf(rsc)
}

function target<Id extends string>(rsc: Ref<Id> | Pattern) {
  return typeof rsc === 'object' && 'pattern' in rsc ? { rscPattern: rsc.pattern } : { rsc: idOf(rsc) }
}
