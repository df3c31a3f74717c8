import { isKept } from '../../graph/guarantee/runs-only-with.js'
import { runsOnlyWith } from '../../graph/index.js'
import type { Cluster } from '../../model/index.js'
import { haproxiesOf } from '../../model/services.js'
import type { Box, HaproxyGuarantee } from '../parts/boxes.js'
import type { Edge } from '../parts/lines.js'

/** Sets `guarantee` on each virtual IP; where there is no HAProxy, on none. */
export function withGuarantees(
  cluster: Cluster,
  boxes: readonly Box[],
  edges: readonly Edge[],
): readonly Box[] {
  const haproxies = haproxiesOf(cluster)
  if (haproxies.length === 0) return boxes
  const colocated = new Set(
    edges.flatMap((edge) =>
      edge.line === 'colocation' && edge.strength === 'infinity' ? edge.from.key : [],
    ),
  )
  const guaranteeOf = (box: Box): HaproxyGuarantee => {
    const answers = haproxies.map((haproxy) => runsOnlyWith(cluster, box.id, haproxy))
    if (answers.some(isKept)) return 'guaranteed'
    if (answers.some(({ verdict }) => verdict !== 'not-guaranteed')) return 'unknown'
    return colocated.has(box.key) ? 'other' : 'not-guaranteed'
  }
  const withGuarantee = (box: Box): Box => ({
    ...box,
    members: box.members.map(withGuarantee),
    ...(box.service === 'vip' ? { guarantee: guaranteeOf(box) } : {}),
  })
  return boxes.map(withGuarantee)
}
