import { type Cluster, type Constraint, constraintsOf } from '../../model/index.js'
import { type Box, resourceBoxes } from './boxes.js'
import { drawColocation } from './colocations.js'
import { withCycles } from './cycles.js'
import { withGuarantees } from './guarantees.js'
import { combined, type Drawn, type Edge, edgesOf, type Junction } from './lines.js'
import { drawOrder } from './orders.js'
import { memberLines, resolveReferences } from './references.js'

/** Which constraints a picture shows. */
export type ConstraintKinds = 'order' | 'colocation' | 'both'

/** A box for each resource, and lines for each constraint that is shown. */
export function resourcePicture(
  cluster: Cluster,
  of: ConstraintKinds,
): {
  readonly boxes: readonly Box[]
  readonly junctions: readonly Junction[]
  readonly edges: readonly Edge[]
} {
  const resources = resourceBoxes(cluster)
  const references = resolveReferences(cluster, resources)
  const constraints = [...constraintsOf(cluster).entries()]
  const orders = drawnOf(of === 'colocation' ? [] : constraints, (item, key) =>
    item.element === 'rsc_order' ? drawOrder(item, references, key) : nothing,
  )
  const colocations = drawnOf(of === 'order' ? [] : constraints, (item, key) =>
    item.element === 'rsc_colocation' ? drawColocation(item, references, key) : nothing,
  )
  const members = of === 'colocation' ? [] : memberLines(cluster, references)
  const edges = edgesOf([...orders.lines, ...colocations.lines, ...members, ...references.memberships()])
  const boxes = [...resources, ...references.addedBoxes]
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
  return combined(constraints.map(([at, constraint]) => draw(constraint, `j${at}`)))
}
