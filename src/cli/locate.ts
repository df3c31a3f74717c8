import { positionsOf } from '../cib/positions.js'
import type { Diagnostic } from '../diagnostics/diagnostic.js'
import type { Input } from './input.js'

/** The findings, each with line and column where the input is a text; of equal ones the first. */
export function locate({ source }: Input, findings: readonly Diagnostic[]): Diagnostic[] {
  const unique = [
    ...new Map(findings.toReversed().map((finding) => [keyOf(finding), finding])).values(),
  ].reverse()
  if (source === undefined || unique.every(({ position }) => position !== undefined)) return unique
  const positions = positionsOf(source)
  return unique.map((finding) => {
    const position = finding.position ?? positions(finding.path)
    return position === undefined ? finding : { ...finding, position }
  })
}

function keyOf({ code, path, message }: Diagnostic): string {
  return JSON.stringify([code, path, message])
}
