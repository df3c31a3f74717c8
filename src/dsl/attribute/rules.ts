import { claimId, pcsId } from '../../model/ids.js'
import type { Lifetime, Rule } from '../../model/index.js'
import type { Enumeration } from '../enumerations.js'
import { type OptionTable, optionFields } from '../options.js'
import { type ChildBuilder, listOf, type OneOrMany, type Value } from '../values.js'

/** What a rule consists of: expressions and rules. */
export type Condition = ChildBuilder<Rule['expressions'][number]>

export interface RuleOptions {
  readonly id?: string
  readonly score?: Value
  readonly scoreAttribute?: string
  /** How the conditions join; Pacemaker's default is `and`. */
  readonly booleanOp?: Enumeration<'booleanOp'>
  readonly role?: string
}

const ruleOptions = {
  of: 'rule()',
  options: {
    id: 'attribute',
    score: 'attribute',
    scoreAttribute: 'attribute',
    booleanOp: 'attribute',
    role: 'attribute',
  },
} as const satisfies OptionTable<RuleOptions>

/**
 * A rule of one or more conditions; inside another rule it is a bracket. Id default `OWNER-rule`.
 *
 * @example
 * ```ts
 * const web = systemd('web')
 * const inRackA = locationRule(web, rule({ score: 100 }, expression('rack', 'eq', 'a')))
 * // <rule id="location-web-rule" score="100">
 * //   <expression id="location-web-rule-expr" attribute="rack" operation="eq" value="a"/>
 * // </rule>
 * // pcs constraint location web rule score=100 rack eq a
 * ```
 */
export function rule(options: RuleOptions, ...conditions: readonly Condition[]): ChildBuilder<Rule> {
  return (owner, used) => {
    const id = options.id ?? claimId(pcsId.rule(owner), used)
    const inside = new Set<string>()
    return {
      element: 'rule',
      ...optionFields({ ...options, id }, ruleOptions),
      expressions: conditions.map((condition) => condition(id, inside)),
    }
  }
}

/** The rules of one constraint, with the ids that pcs gives them. */
export function rulesOf(owner: string, rules: OneOrMany<ChildBuilder<Rule>> | undefined): Rule[] {
  const used = new Set<string>()
  return listOf(rules).map((build) => build(owner, used))
}

/** When a constraint is in effect. CIB: `<lifetime>`, which Pacemaker reads up to 2.1 only. */
export interface LifetimeOption {
  readonly lifetime?: OneOrMany<ChildBuilder<Rule>>
}

/** The `<lifetime>` of a constraint; the ids of its rules start with `CONSTRAINT-lifetime`. */
export function lifetimeOf(constraint: string, rules: OneOrMany<ChildBuilder<Rule>> | undefined) {
  if (rules === undefined) return {}
  const lifetime: Lifetime = { element: 'lifetime', rules: rulesOf(`${constraint}-lifetime`, rules) }
  return { lifetime }
}

/**
 * The rule of that id, used here as well. No pcs command creates one.
 *
 * @example
 * ```ts
 * const db = systemd('db')
 * const likeWeb = locationRule(db, ruleRef('location-web-rule'))
 * // <rule id-ref="location-web-rule"/>
 * ```
 */
export function ruleRef(idRef: string): ChildBuilder<Rule> {
  return () => ({ element: 'rule', idRef, expressions: [] })
}
