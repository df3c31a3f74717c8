import type { Settled } from '../../check/settings/settle.js'
import type { Diagnostic, Position } from '../../diagnostics/diagnostic.js'
import { escapeUnseen } from '../../diagnostics/unseen.js'
import { type Cluster, constraintsOf, resourcesOf } from '../../model/index.js'
import { modulePlaces } from '../module/places.js'
import { colorsFor } from './colors.js'
import { verbosityNow } from './verbosity.js'

const colors = colorsFor(process.stderr)
const paint = { error: colors.red, warning: colors.yellow, info: colors.cyan } as const

const rank = { error: 0, warning: 1, info: 2 } as const

/** Errors first, those of one code together and by their lines. */
export function inOrder(findings: readonly Diagnostic[]): readonly Diagnostic[] {
  const codes = new Map<string, number>()
  for (const { code } of findings) if (!codes.has(code)) codes.set(code, codes.size)
  const codeOf = ({ code }: Diagnostic) => codes.get(code) ?? 0
  const lineOf = ({ position }: Diagnostic) => position?.line ?? 0
  const columnOf = ({ position }: Diagnostic) => position?.column ?? 0
  return [...findings].sort(
    (a, b) =>
      rank[a.severity] - rank[b.severity] ||
      codeOf(a) - codeOf(b) ||
      lineOf(a) - lineOf(b) ||
      columnOf(a) - columnOf(b),
  )
}

/** The findings of one code and severity that are printed; of hundreds, nobody reads each. */
const shown = 10

function placeAt(file: string, at: Position | undefined): string {
  return at === undefined ? file : `${at.file ?? file}:${at.line}:${at.column}`
}

function frameOf(file: string, at: Position | undefined): readonly string[] {
  return at === undefined ? [] : modulePlaces().frameAt(at.file ?? file, at)
}

/** Information that somebody asked for. */
const answers: readonly string[] = ['settled-by-simulation']

/**
 * Prints findings on standard error, errors first: the message, its path and the hint. Those of severity info are one line that
 * counts them, unless the command is verbose. No input can write to the terminal.
 */
export function report(file: string, findings: readonly Diagnostic[]): void {
  const verbosity = verbosityNow()
  const isShort = ({ severity, code }: Diagnostic) =>
    severity === 'info' && verbosity !== 'verbose' && !answers.includes(code)
  const groups = new Map<string, Diagnostic[]>()
  for (const finding of inOrder(findings)) {
    if (isShort(finding)) continue
    const label = `${finding.severity}[${finding.code}]`
    const group = groups.get(label)
    if (group === undefined) groups.set(label, [finding])
    else group.push(finding)
  }
  for (const [label, group] of groups) {
    for (const finding of group.slice(0, shown)) print(format(file, finding))
    const rest = group.length - shown
    if (rest > 0) print(`${escapeUnseen(file)}: ${label}: and ${rest} more; --format json has all`)
  }
  if (verbosity === 'normal') reportShort(file, findings.filter(isShort))
}

/** One line for all: `cluster.ts: 6 infos (order-serialize, pcs-skipped); --verbose shows them`. */
function reportShort(file: string, infos: readonly Diagnostic[]): void {
  if (infos.length === 0) return
  const codes = [...new Set(infos.map(({ code }) => code))]
  const listed = codes.length > 4 ? [...codes.slice(0, 3), `${codes.length - 3} more codes`] : codes
  print(
    `${escapeUnseen(file)}: ${paint.info(plural(infos.length, 'info'))} (${listed.join(', ')}); --verbose shows ${infos.length === 1 ? 'it' : 'them'}`,
  )
}

function print(line: string): void {
  process.stderr.write(`${line}\n`)
}

function plural(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}

function format(file: string, finding: Diagnostic): string {
  const { code, severity, message, path, hint, related = [], position } = finding
  return [
    `${escapeUnseen(placeAt(file, position))}: ${paint[severity](`${severity}[${code}]`)}: ${escapeUnseen(message)}`,
    ...(path === '/' ? [] : [`  at ${colors.dim(escapeUnseen(path))}`]),
    ...frameOf(file, position),
    ...related.map(
      (other) => `  ${escapeUnseen(placeAt(file, other.position))}: ${escapeUnseen(other.message)}`,
    ),
    ...(hint === undefined ? [] : [`  ${colors.bold('hint')}: ${escapeUnseen(hint)}`]),
  ].join('\n')
}

/** Prints why an input is unusable: a line for each finding, and those of a module that it is about. */
export function reportUnusable(file: string, findings: readonly Diagnostic[]): void {
  for (const { message, hint, position, path } of findings) {
    const place = position === undefined ? '' : `${placeAt(file, position)}: `
    const where = path === '/' ? '' : ` (${path})`
    const line = `lightcib: ${place}${message}${where}${hint === undefined ? '' : `; ${hint}`}`
    process.stderr.write(`${[escapeUnseen(line), ...frameOf(file, position)].join('\n')}\n`)
  }
}

/** `12 resources, 1 constraint: 2 errors, 0 warnings`, and `, 2 suppressed` where some are. */
export function summary(cluster: Cluster, { findings, suppressed }: Settled): string {
  const count = (severity: string) => findings.filter((finding) => finding.severity === severity).length
  const size = `${plural(resourcesOf(cluster).length, 'resource')}, ${plural(constraintsOf(cluster).length, 'constraint')}`
  const rest = suppressed.length === 0 ? '' : `, ${suppressed.length} suppressed`
  return `${size}: ${plural(count('error'), 'error')}, ${plural(count('warning'), 'warning')}${rest}`
}
