import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.js'
import { nearest } from '../../diagnostics/nearest.js'
import type { Cluster } from '../../model/index.js'
import { rules } from '../rules/index.js'
import { codesWith } from './codes.js'
import type { CheckOptions, Suppression } from './options.js'
import { isReason } from './read-options.js'
import { selectedRules } from './selected-rules.js'
import { type Cover, coverIndex, coversOf } from './suppressions.js'

/** What becomes of findings under the options of `check`. */
export interface Settled {
  readonly findings: readonly Diagnostic[]
  readonly suppressed: readonly SuppressedFinding[]
  /** The suppressions among the options that leave nothing out. */
  readonly unused: readonly Suppression[]
}

/** A finding that is left out, and why. */
export interface SuppressedFinding extends Diagnostic {
  readonly reason: string
}

/**
 * The findings with the severities of the options, without those that are off or suppressed. Codes that are `skipped`
 * were not looked for, so that their suppressions are not unused.
 */
export function settle(
  cluster: Cluster,
  found: readonly Diagnostic[],
  options: CheckOptions,
  skipped: (code: string) => boolean,
): Settled {
  const { severities = {}, only } = options.rules ?? {}
  const covers = coversOf(cluster, options.suppress ?? [])
  const reasoned = covers.filter(({ reason }) => isReason(reason))
  const covering = coverIndex(reasoned)
  const used = new Set<Cover>()
  const findings: Diagnostic[] = []
  const suppressed: SuppressedFinding[] = []
  for (const finding of found) {
    const severity = Object.hasOwn(severities, finding.code) ? severities[finding.code] : undefined
    if (severity === 'off' || only?.includes(finding.code) === false) continue
    const all = covering(finding.code, finding.path)
    for (const cover of all) used.add(cover)
    const [first] = all
    if (first !== undefined) suppressed.push({ ...finding, reason: first.reason })
    else findings.push(severity === undefined ? finding : { ...finding, severity })
  }
  const isChecked = checkedWith(options)
  const unused = reasoned.filter((cover) => !used.has(cover) && isChecked(cover.code) && !skipped(cover.code))
  const codes = unused.length === 0 ? [] : codesWith(options)
  return {
    suppressed,
    findings: [
      ...findings,
      ...covers
        .filter(({ reason }) => !isReason(reason))
        .map(({ code, on }) => diagnostic('unreasoned-suppression', on, { code })),
      ...unused
        .filter(({ option }) => option === undefined)
        .map(({ code, on }) => diagnostic('unused-suppression', on, { code, near: nearestOf(code, codes) })),
    ],
    unused: unused.flatMap(({ option = [] }) => option),
  }
}

/** The finding for a suppression of the options that leaves nothing out. */
export function unusedSuppression({ code, id }: Suppression): Diagnostic {
  return diagnostic('unused-suppression', '/cib', { code, id })
}

function nearestOf(code: string, codes: Iterable<string>): string | undefined {
  const near = nearest(code, codes)
  return near === code ? undefined : near
}

/** Which codes are looked for with these options: all but those of rules that do not run, and those that are off. */
function checkedWith(options: CheckOptions): (code: string) => boolean {
  const { severities = {}, only } = options.rules ?? {}
  const running = new Set(selectedRules(options).map(({ code }) => code))
  const ofRules = new Set([...rules, ...(options.own ?? [])].map(({ code }) => code))
  return (code) =>
    only?.includes(code) !== false &&
    !(Object.hasOwn(severities, code) && severities[code] === 'off') &&
    (!ofRules.has(code) || running.has(code))
}
