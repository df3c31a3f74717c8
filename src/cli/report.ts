import pc from 'picocolors'
import type { Diagnostic } from '../diagnostics/diagnostic.js'

/** A finding and the input that it is about. */
export interface FileFinding extends Diagnostic {
  readonly file: string
}

const colors = pc.createColors(process.stderr.isTTY === true && process.env.NO_COLOR === undefined)
const paint = { error: colors.red, warning: colors.yellow, info: colors.cyan } as const

/** Prints findings on standard error, errors first: what is wrong, where, and what to do. */
export function report(findings: readonly FileFinding[]): void {
  const rank = { error: 0, warning: 1, info: 2 } as const
  const sorted = [...findings].sort((a, b) => rank[a.severity] - rank[b.severity])
  for (const finding of sorted) process.stderr.write(`${format(finding)}\n`)
}

function format({ file, code, severity, message, path, hint, position }: FileFinding): string {
  const place = position === undefined ? file : `${file}:${position.line}:${position.column}`
  return [
    `${oneLine(place)}: ${paint[severity](`${severity}[${code}]`)}: ${oneLine(message)}`,
    ...(path === '/' ? [] : [`  at ${colors.dim(oneLine(path))}`]),
    ...(hint === undefined ? [] : [`  ${colors.bold('do')}: ${oneLine(hint)}`]),
  ].join('\n')
}

/** Prints what makes an input unusable, one line a finding. */
export function reportUnusable(findings: readonly FileFinding[]): void {
  for (const { file, message, hint, position, path } of findings) {
    const place = position === undefined ? '' : `${file}:${position.line}:${position.column}: `
    const where = path === '/' ? '' : ` (${path})`
    process.stderr.write(
      `lightcib: ${oneLine(`${place}${message}${where}${hint === undefined ? '' : `; ${hint}`}`)}\n`,
    )
  }
}

/** The text with its control characters shown, so that an input cannot write to the terminal. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]/gu, (character) => JSON.stringify(character).slice(1, -1))
}

/** `2 errors, 1 warning` */
export function summary(findings: readonly Diagnostic[]): string {
  const count = (severity: string) => findings.filter((finding) => finding.severity === severity).length
  const plural = (number: number, noun: string) => `${number} ${noun}${number === 1 ? '' : 's'}`
  return `${plural(count('error'), 'error')}, ${plural(count('warning'), 'warning')}`
}
