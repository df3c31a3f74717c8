import { type Cluster, type Constraint, constraintsOf } from '../../model/index.js'
import { type Box, resourceBoxes } from './boxes.js'
import { drawColocation } from './colocations.js'
import { type Edge, edgesOf } from './edges.js'
import { type Drawn, type Junction, together } from './lines.js'
import { withCycles, withGuarantees } from './marks.js'
import { drawOrder } from './orders.js'
import { follow, memberLines } from './references.js'

/** Which constraints a picture shows. */
export type Shown = 'order' | 'colocation' | 'both'

/** A box for each resource, and lines for each constraint that is shown. */
export function resourcePicture(
  cluster: Cluster,
  of: Shown,
): {
  readonly boxes: readonly Box[]
  readonly junctions: readonly Junction[]
  readonly edges: readonly Edge[]
} {
  const resources = resourceBoxes(cluster)
  const references = follow(cluster, resources)
  const constraints = [...constraintsOf(cluster).entries()]
  const orders = drawnOf(of === 'colocation' ? [] : constraints, (item, key) =>
    item.element === 'rsc_order' ? drawOrder(item, references, key) : nothing,
  )
  const colocations = drawnOf(of === 'order' ? [] : constraints, (item, key) =>
    item.element === 'rsc_colocation' ? drawColocation(item, references, key) : nothing,
  )
  const members = of === 'colocation' ? [] : memberLines(cluster, references)
  const edges = edgesOf([...orders.lines, ...colocations.lines, ...members, ...references.standsFor()])
  const boxes = [...resources, ...references.extra]
  return {
    ...withCycles(cluster, of === 'order' ? boxes : withGuarantees(cluster, boxes, edges), edges),
    junctions: [...orders.junctions, ...colocations.junctions],
  }
}

const nothing = { lines: [], junctions: [] }

function drawnOf<Line>(
  constraints: readonly (readonly [number, Constraint])[],
  draw: (constraint: Constraint, key: string) => Drawn<Line>,
): Drawn<Line> {
  return together(constraints.map(([at, constraint]) => draw(constraint, `j${at}`)))
}
