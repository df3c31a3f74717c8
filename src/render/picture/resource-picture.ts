import { type Cluster, type Constraint, constraintsOf } from '../../model/index.js'
import { type Box, resourceBoxes } from '../parts/boxes.js'
import { collapsed } from '../parts/collapse.js'
import { combined, type Drawn, type Edge, edgesOf, type Junction } from '../parts/lines.js'
import { drawColocation } from './colocations.js'
import { withCycles } from './cycles.js'
import { withGuarantees } from './guarantees.js'
import { nodeBoxes } from './node-boxes.js'
import { drawOrder } from './orders.js'
import { fencingLines, locationLines } from './placements.js'
import { memberLines, resolveReferences } from './references.js'

/** Which constraints a picture shows. */
export type ConstraintKinds = 'order' | 'colocation' | 'both'

/** What a picture shows beside resources and their constraints: where they run, what fences which node, all nodes. */
export type Shown = 'locations' | 'fencing' | 'nodes'

/** Which boxes and lines a picture has. */
export interface ResourcePictureOptions {
  /** Which constraints; by default `both`. */
  readonly of?: ConstraintKinds
  /** Locations and the nodes they name, which fencing device fences which node, all nodes. By default none. */
  readonly show?: readonly Shown[]
  /** True for a group as one box, without its members. */
  readonly collapseGroups?: boolean
}

/** A box for each resource, and lines for each constraint that is shown. */
export function resourcePicture(
  cluster: Cluster,
  { of = 'both', show = [], collapseGroups = false }: ResourcePictureOptions = {},
): {
  readonly boxes: readonly Box[]
  readonly junctions: readonly Junction[]
  readonly edges: readonly Edge[]
} {
  const all = resourceBoxes(cluster)
  const resources = collapseGroups ? all.map(collapsed) : all
  const references = resolveReferences(cluster, resources)
  const constraints = [...constraintsOf(cluster).entries()]
  const orders = drawnOf(of === 'colocation' ? [] : constraints, (item, key) =>
    item.element === 'rsc_order' ? drawOrder(item, references, key) : nothing,
  )
  const colocations = drawnOf(of === 'order' ? [] : constraints, (item, key) =>
    item.element === 'rsc_colocation' ? drawColocation(item, references, key) : nothing,
  )
  const members = of === 'colocation' || collapseGroups ? [] : memberLines(cluster, references)
  const nodes = nodeBoxes(cluster)
  if (show.includes('nodes')) nodes.addAll()
  const placements = [
    ...(show.includes('locations') ? locationLines(cluster, references.end, nodes) : []),
    ...(show.includes('fencing') ? fencingLines(cluster, references.end, nodes) : []),
  ]
  const edges = edgesOf([
    ...orders.lines,
    ...colocations.lines,
    ...placements,
    ...members,
    ...references.memberships(),
  ])
  const boxes = [...resources, ...references.addedBoxes, ...nodes.boxes()]
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
