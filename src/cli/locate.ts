import { positionOf } from '../cib/positions.js'
import type { Diagnostic, Position, Related } from '../diagnostics/diagnostic.js'
import type { Cluster } from '../model/index.js'
import type { Input } from './input.js'
import { modulePlaces } from './module/places.js'

/**
 * The findings of the reader and later ones, each with line and column: in the XML, or where
 * the module built the element. A finding of both
 * is reported once, with the later message: it was written knowing the whole cluster.
 */
export function locate({ file, cluster, findings }: Input, later: readonly Diagnostic[]): Diagnostic[] {
  const read = positionsByPlace(findings)
  const byMessage = new Map(later.map((finding) => [`${placeOf(finding)} ${finding.message}`, finding]))
  const again = new Set(later.map(placeOf))
  const unlike = findings.filter((finding) => !again.has(placeOf(finding)))
  const positionsOfFinding = (finding: Diagnostic) => {
    if (finding.position !== undefined || cluster === undefined) return [finding.position]
    return (
      read.get(placeOf(finding)) ?? [
        positionIn(file, cluster, finding.path, finding.code === 'duplicate-id' ? -1 : 0),
      ]
    )
  }
  return [...unlike, ...byMessage.values()].flatMap((finding) =>
    positionsOfFinding(finding).map((position) => ({
      ...finding,
      ...(position === undefined ? {} : { position }),
      ...(finding.related === undefined ? {} : { related: located(finding.related, file, cluster) }),
    })),
  )
}

function positionIn(file: string, cluster: Cluster, path: string, which: 0 | -1 = 0): Position | undefined {
  return positionOf(cluster, path) ?? modulePlaces().positionOf(file, cluster, path, which)
}

function located(
  related: readonly Related[],
  file: string,
  cluster: Cluster | undefined,
): readonly Related[] {
  return related.map((place) => {
    const position = place.position ?? (cluster && positionIn(file, cluster, place.path))
    return position === undefined ? place : { ...place, position }
  })
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
