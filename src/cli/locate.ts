import { positionsOf } from '../cib/positions.js'
import type { Diagnostic } from '../diagnostics/diagnostic.js'
import type { Input } from './input.js'

/**
 * What reading found and what was found later, with line and column where the input is a text. What both
 * found is told once, in the later words, for they know the whole cluster.
 */
export function locate({ source, findings }: Input, later: readonly Diagnostic[]): Diagnostic[] {
  const read = new Map(findings.map((finding) => [placeOf(finding), finding]))
  const told = new Map(later.map((finding) => [`${placeOf(finding)} ${finding.message}`, finding]))
  const again = new Set(later.map(placeOf))
  const unlike = findings.filter((finding) => !again.has(placeOf(finding)))
  let positions: ReturnType<typeof positionsOf> | undefined
  const positionOf = (finding: Diagnostic) => {
    if (finding.position !== undefined || source === undefined) return finding.position
    positions ??= positionsOf(source)
    return read.get(placeOf(finding))?.position ?? positions(finding.path)
  }
  return [...unlike, ...told.values()].map((finding) => {
    const position = positionOf(finding)
    return position === undefined ? finding : { ...finding, position }
  })
}

function placeOf({ code, path }: Diagnostic): string {
  return `${code} ${path}`
}
