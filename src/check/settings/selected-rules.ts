import { diagnostic } from '../../diagnostics/diagnostic.js'
import { thrownText } from '../../diagnostics/thrown.js'
import { isFinding } from '../policy-findings.js'
import type { Rule } from '../rule.js'
import { packs as allPacks, rules } from '../rules/index.js'
import type { CheckOptions, Pack } from './options.js'

/** The rules that run with these options: those of the set and the packs, and those that are named. */
export function selectedRules({ rules: selection = {}, own = [] }: CheckOptions): readonly Rule[] {
  const { set = 'recommended', packs, severities = {}, only } = selection
  const leftOut = new Set(
    Object.entries(allPacks).flatMap(([name, pack]) => (packs?.includes(name as Pack) === false ? pack : [])),
  )
  const isSelected = (rule: Rule) => {
    if (only !== undefined) return only.includes(rule.code)
    const severity = Object.hasOwn(severities, rule.code) ? severities[rule.code] : undefined
    if (severity !== undefined) return severity !== 'off'
    return !leftOut.has(rule) && (set === 'strict' || rule.set === 'recommended')
  }
  return [...rules, ...own.map(guarded)].filter(isSelected)
}

/** A rule of a user, with a finding instead of what it throws. */
function guarded(rule: Rule): Rule {
  return {
    ...rule,
    start(cluster, push) {
      let hasFailed = false
      const attempt = <Result>(run: () => Result): Result | undefined => {
        if (hasFailed) return undefined
        try {
          return run()
        } catch (error) {
          hasFailed = true
          push(diagnostic('rule-failed', '/cib', { rule: rule.code, reason: thrownText(error) }))
          return undefined
        }
      }
      const pushFinding: typeof push = (finding) => {
        if (!isFinding(finding)) throw new TypeError('what it reports is no finding')
        push(finding)
      }
      const { visitors = {}, check } = attempt(() => rule.start(cluster, pushFinding)) ?? {}
      const guardedVisitors = Object.entries(visitors).map(
        ([name, visit]) =>
          [name, (place: Parameters<typeof visit>[0]) => attempt(() => visit(place))] as const,
      )
      return {
        visitors: Object.fromEntries(guardedVisitors),
        check: check && (() => attempt(check)),
      }
    },
  }
}
