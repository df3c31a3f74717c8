import { positionsOf } from '../cib/positions.js'
import type { Diagnostic, Position } from '../diagnostics/diagnostic.js'
import type { Input } from './input.js'

/**
 * What reading found and what was found later, with line and column where the input is a text. What both
 * found is told once, in the later words, for they know the whole cluster.
 */
export function locate({ source, findings }: Input, later: readonly Diagnostic[]): Diagnostic[] {
  const read = positionsByPlace(findings)
  const told = new Map(later.map((finding) => [`${placeOf(finding)} ${finding.message}`, finding]))
  const again = new Set(later.map(placeOf))
  const unlike = findings.filter((finding) => !again.has(placeOf(finding)))
  let positions: ReturnType<typeof positionsOf> | undefined
  const positionsOfFinding = (finding: Diagnostic) => {
    if (finding.position !== undefined || source === undefined) return [finding.position]
    positions ??= positionsOf(source)
    return read.get(placeOf(finding)) ?? [positions(finding.path)]
  }
  return [...unlike, ...told.values()].flatMap((finding) =>
    positionsOfFinding(finding).map((position) =>
      position === undefined ? finding : { ...finding, position },
    ),
  )
}

/** Elements that share an id share their path too, so a place may have several positions. */
function positionsByPlace(findings: readonly Diagnostic[]): ReadonlyMap<string, readonly Position[]> {
  const found = new Map<string, Position[]>()
  for (const finding of findings) {
    if (finding.position === undefined) continue
    const place = placeOf(finding)
    const positions = found.get(place)
    if (positions === undefined) found.set(place, [finding.position])
    else positions.push(finding.position)
  }
  return found
}

function placeOf({ code, path }: Diagnostic): string {
  return `${code} ${path}`
}
