import pc from 'picocolors'
import type { Diagnostic } from '../diagnostics/diagnostic.js'
import { type Cluster, constraintsOf, resourcesOf } from '../model/index.js'

const colors = pc.createColors(process.stderr.isTTY === true && process.env.NO_COLOR === undefined)
const paint = { error: colors.red, warning: colors.yellow, info: colors.cyan } as const

/** Prints findings on standard error, errors first: the message, its path and the hint. */
export function report(file: string, findings: readonly Diagnostic[]): void {
  const rank = { error: 0, warning: 1, info: 2 } as const
  const sorted = [...findings].sort((a, b) => rank[a.severity] - rank[b.severity])
  for (const finding of sorted) process.stderr.write(`${format(file, finding)}\n`)
}

function format(file: string, { code, severity, message, path, hint, position }: Diagnostic): string {
  const place = position === undefined ? file : `${file}:${position.line}:${position.column}`
  return [
    `${oneLine(place)}: ${paint[severity](`${severity}[${code}]`)}: ${oneLine(message)}`,
    ...(path === '/' ? [] : [`  at ${colors.dim(oneLine(path))}`]),
    ...(hint === undefined ? [] : [`  ${colors.bold('hint')}: ${oneLine(hint)}`]),
  ].join('\n')
}

/** Prints why an input is unusable, one line for each finding. */
export function reportUnusable(file: string, findings: readonly Diagnostic[]): void {
  for (const { message, hint, position, path } of findings) {
    const place = position === undefined ? '' : `${file}:${position.line}:${position.column}: `
    const where = path === '/' ? '' : ` (${path})`
    process.stderr.write(
      `lightcib: ${oneLine(`${place}${message}${where}${hint === undefined ? '' : `; ${hint}`}`)}\n`,
    )
  }
}

/** The text with its control characters escaped, so that an input cannot write to the terminal. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]/gu, (character) => JSON.stringify(character).slice(1, -1))
}

/** `12 resources, 1 constraint: 2 errors, 0 warnings` */
export function summary(cluster: Cluster, findings: readonly Diagnostic[]): string {
  const plural = (number: number, noun: string) => `${number} ${noun}${number === 1 ? '' : 's'}`
  const count = (severity: string) => findings.filter((finding) => finding.severity === severity).length
  const size = `${plural(resourcesOf(cluster).length, 'resource')}, ${plural(constraintsOf(cluster).length, 'constraint')}`
  return `${size}: ${plural(count('error'), 'error')}, ${plural(count('warning'), 'warning')}`
}
