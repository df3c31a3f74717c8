import type { Diagnostic, Related } from '../diagnostics/diagnostic.js'
import type { Language, Severity } from '../diagnostics/entry.js'
import type { CibElement, Cluster, ElementName, ElementOf } from '../model/index.js'
import { languageOf } from '../model/language.js'
import { type Place, pathOf, walk } from '../model/walk.js'
import { type Facts, factsOf } from './facts.js'

/**
 * A lint rule as its file writes it: what `check` looks for in a cluster beside references and policies. It reports
 * parameters; `message` and `hint` make the finding of them.
 */
export interface RuleDefinition<Parameters> {
  /** Stable and kebab-case; a page of docs/rules explains each. */
  readonly code: string
  readonly severity: Severity
  /** `strict` rules run only where they are asked for; default `recommended`. */
  readonly set?: RuleSet
  /** What is wrong, with the value in quotes, then a colon and why it matters. */
  readonly message: (parameters: Parameters) => string
  /** What to write instead, in the language of the user. */
  readonly hint?: (parameters: Parameters, language: Language) => string | undefined
  /** Further places, such as the constraints that together cause it. */
  readonly related?: (parameters: Parameters) => readonly Related[]
  /** Called for each element of a name, in one walk for all rules. */
  readonly visit?: Visitors<Parameters>
  /** Called once, for what concerns several elements. */
  readonly check?: (context: RuleContext<Parameters>) => void
}

export type RuleSet = 'recommended' | 'strict'

/** A lint rule, ready to run. */
export interface Rule {
  readonly code: string
  readonly severity: Severity
  readonly set: RuleSet
  /** What it does with one cluster; findings go to `push`. */
  readonly start: (cluster: Cluster, push: (finding: Diagnostic) => void) => Run
}

interface Run {
  readonly visitors: Readonly<Record<string, (place: Place) => void>>
  readonly check: (() => void) | undefined
}

type Visitors<Parameters> = {
  readonly [Name in ElementName]?: (place: Place<ElementOf<Name>>, context: RuleContext<Parameters>) => void
}

/** What a rule works with. */
export interface RuleContext<Parameters> {
  readonly cluster: Cluster
  readonly facts: Facts
  /** Reports a finding on an element, on one of its attributes (`{ place, attribute }`), or on a path. */
  readonly report: (where: Where, ...rest: Reported<Parameters>) => void
}

/** The parameters of the message, which are optional where it has none, and another severity than the usual one. */
type Reported<Parameters> = unknown extends Parameters
  ? [parameters?: Parameters, severity?: Severity]
  : [parameters: Parameters, severity?: Severity]

export type Where = Place | { readonly place: Place; readonly attribute: string } | string

/**
 * A lint rule, for `own` of the options of `check` or of `lightcib.config.ts`. `visit` is called for each element of a name,
 * `check` once for the whole cluster; both `report` where it is and the parameters of the message, which their types come from.
 *
 * @example
 * ```ts
 * const prefix = defineRule({
 *   code: 'vip-prefix',
 *   severity: 'warning',
 *   message: ({ id }: { id: string }) => `"${id}" is a virtual IP without the prefix "vip-": the dashboard does not show it`,
 *   hint: ({ id }) => `name it "vip-${id}"`,
 *   visit: {
 *     primitive: (place, { report }) => {
 *       const { id, type } = place.element
 *       if (type === 'IPaddr2' && !id.startsWith('vip-')) report(place, { id })
 *     },
 *   },
 * })
 * const fenced = defineRule({
 *   code: 'fencing-on',
 *   severity: 'error',
 *   message: () => 'fencing is off: our clusters share storage',
 *   check: ({ facts, report }) => {
 *     if (!facts.isOn('stonith-enabled', true)) report('/cib/configuration/crm_config')
 *   },
 * })
 * export default defineConfig({ own: [prefix, fenced] })
 * ```
 */
export function defineRule<Parameters>(definition: RuleDefinition<Parameters>): Rule {
  const { code, severity: usual, set = 'recommended', message, hint: hintOf, visit = {}, check } = definition
  const relatedOf = definition.related
  return {
    code,
    severity: usual,
    set,
    start(cluster, push) {
      const language = languageOf(cluster)
      const report: RuleContext<Parameters>['report'] = (where, ...rest) => {
        const [parameters, severity = usual] = rest as [Parameters, Severity?]
        const hint = hintOf?.(parameters, language)
        const path = pathTo(where)
        const related = relatedOf?.(parameters)
        push({
          code,
          severity,
          message: message(parameters),
          path,
          ...(hint === undefined ? {} : { hint }),
          ...(related === undefined ? {} : { related }),
        })
      }
      const context = { cluster, facts: factsOf(cluster), report }
      const visitors = Object.entries(visit as Record<string, Visitor<Parameters>>).map(
        ([name, visitor]) => [name, (place: Place) => visitor(place, context)] as const,
      )
      return {
        visitors: Object.fromEntries(visitors),
        check: check === undefined ? undefined : () => check(context),
      }
    },
  }
}

type Visitor<Parameters> = (place: Place, context: RuleContext<Parameters>) => void

/** The findings of these rules, in the order of the rules; the cluster is walked once for all. */
export function runRules(cluster: Cluster, rules: readonly Rule[]): Diagnostic[] {
  const found: Diagnostic[][] = []
  const visitors = new Map<string, ((place: Place) => void)[]>()
  const checks: (() => void)[] = []
  for (const rule of rules) {
    const findings: Diagnostic[] = []
    found.push(findings)
    const { visitors: own, check } = rule.start(cluster, (finding) => findings.push(finding))
    if (check !== undefined) checks.push(check)
    for (const [name, visit] of Object.entries(own)) {
      const others = visitors.get(name)
      if (others === undefined) visitors.set(name, [visit])
      else others.push(visit)
    }
  }
  walk(cluster, (place) => {
    for (const visit of visitors.get(place.element.element) ?? []) visit(place)
  })
  for (const check of checks) check()
  return found.flat()
}

function pathTo(where: Where): string {
  if (typeof where === 'string') return where
  return 'place' in where ? `${pathOf(where.place)}/@${where.attribute}` : pathOf(where)
}

/** The element of a place's parent, where it is of that name. */
export function parentOf<Name extends ElementName>(
  { parent }: Place,
  name: Name,
): ElementOf<Name> | undefined {
  const element: CibElement | undefined = parent?.element
  return element?.element === name ? (element as ElementOf<Name>) : undefined
}
