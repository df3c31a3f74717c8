import type { Diagnostic, Position, Related } from '../diagnostics/diagnostic.js'
import type { Cluster } from '../model/index.js'
import { positionOf } from './positions.js'

/** Where the element of a path was built, for what no XML has; of those with one id the first, or the last. */
type BuiltAt = (cluster: Cluster, path: string, which: 0 | -1) => Position | undefined

/**
 * The findings of the reader and later ones, each with line and column: in the XML, or where `builtAt` finds it. A finding
 * of both is reported once, with the later message: it was written knowing the whole cluster.
 */
export function located(
  { cluster, findings }: { readonly cluster?: Cluster | undefined; readonly findings: readonly Diagnostic[] },
  later: readonly Diagnostic[],
  builtAt: BuiltAt = () => undefined,
): Diagnostic[] {
  const positionAt = (cluster: Cluster, path: string, which: 0 | -1 = 0) =>
    positionOf(cluster, path) ?? builtAt(cluster, path, which)
  const read = positionsByPlace(findings)
  const byMessage = new Map(later.map((finding) => [`${placeOf(finding)} ${finding.message}`, finding]))
  const again = new Set(later.map(placeOf))
  const unlike = findings.filter((finding) => !again.has(placeOf(finding)))
  const positionsOfFinding = (finding: Diagnostic) => {
    if (finding.position !== undefined || cluster === undefined) return [finding.position]
    return (
      read.get(placeOf(finding)) ?? [
        positionAt(cluster, finding.path, finding.code === 'duplicate-id' ? -1 : 0),
      ]
    )
  }
  const placed = (place: Related): Related => {
    const position = place.position ?? (cluster && positionAt(cluster, place.path))
    return position === undefined ? place : { ...place, position }
  }
  return [...unlike, ...byMessage.values()].flatMap((finding) =>
    positionsOfFinding(finding).map((position) => ({
      ...finding,
      ...(position === undefined ? {} : { position }),
      ...(finding.related === undefined ? {} : { related: finding.related.map(placed) }),
    })),
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
