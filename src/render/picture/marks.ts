import { type OrderCycle, orderCycles, runsOnlyWith } from '../../graph/index.js'
import type { Cluster } from '../../model/index.js'
import { haproxiesOf } from '../../model/services.js'
import type { Box, HaproxyGuarantee } from './boxes.js'
import type { Edge } from './edges.js'

/** Marks what is in a circle of orders. */
export function withCycles(
  cluster: Cluster,
  boxes: readonly Box[],
  edges: readonly Edge[],
): { readonly boxes: readonly Box[]; readonly edges: readonly Edge[] } {
  const cycles = orderCycles(cluster).map(circleOf)
  if (cycles.length === 0) return { boxes, edges }
  const all = new Map(boxes.flatMap((box) => [box, ...box.members]).map((box) => [box.key, box]))
  const names = ({ key }: { readonly key: string }) => namesOf(all.get(key))
  const isIn = (edge: Edge) =>
    edge.line !== 'colocation' &&
    cycles.some(
      ({ resources, reasons }) =>
        reasons.has(edge.line === 'order' ? edge.constraint : edge.why) &&
        [edge.from, edge.to].every((end) => !all.has(end.key) || names(end).some((id) => resources.has(id))),
    )
  const mark = (box: Box): Box => ({
    ...box,
    members: box.members.map(mark),
    ...(cycles.some(({ resources }) => resources.has(box.id)) ? { inCycle: true } : {}),
  })
  return {
    boxes: boxes.map(mark),
    edges: edges.map((edge) => (isIn(edge) ? { ...edge, inCycle: true } : edge)),
  }
}

/** The resources of a circle, and the orders (or `member`, a group's own order) that close it. */
function circleOf({ steps }: OrderCycle): { resources: ReadonlySet<string>; reasons: ReadonlySet<string> } {
  return {
    resources: new Set(steps.flatMap(({ from, to }) => [from.resource, to.resource])),
    reasons: new Set(steps.map(({ cause }) => ('id' in cause ? cause.id : 'member'))),
  }
}

function namesOf(box: Box | undefined): readonly string[] {
  return box === undefined ? [] : [box.id, ...box.inside, ...box.members.map(({ id }) => id)]
}

/** Marks each virtual IP with whether it runs only where HAProxy runs; none where there is no HAProxy. */
export function withGuarantees(
  cluster: Cluster,
  boxes: readonly Box[],
  edges: readonly Edge[],
): readonly Box[] {
  const haproxies = haproxiesOf(cluster)
  if (haproxies.length === 0) return boxes
  const tied = new Set(
    edges.flatMap((edge) =>
      edge.line === 'colocation' && edge.strength === 'together' ? edge.from.key : [],
    ),
  )
  const guaranteeOf = (box: Box): HaproxyGuarantee => {
    const verdicts = haproxies.map((haproxy) => runsOnlyWith(cluster, box.id, haproxy).verdict)
    if (verdicts.includes('guaranteed')) return 'guaranteed'
    if (verdicts.includes('unknown')) return 'unknown'
    return tied.has(box.key) ? 'elsewhere' : 'not-guaranteed'
  }
  const mark = (box: Box): Box => ({
    ...box,
    members: box.members.map(mark),
    ...(box.mark === 'vip' ? { guarantee: guaranteeOf(box) } : {}),
  })
  return boxes.map(mark)
}
