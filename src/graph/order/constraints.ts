import { booleanOf, type Cluster, constraintsOf, type RscOrder } from '../../model/index.js'
import { metaOf } from '../resource/meta-attributes.js'
import type { ResourceEntry, ResourceIndex } from '../resource/resource-index.js'
import { type ExpandedSet, expandSets, taggedSet } from '../resource/resource-sets.js'
import { linkAny, linkSets } from './constraint-sets.js'
import { link, type Side } from './constraint-sides.js'
import { type Causes, causesOf, inDirection, isSymmetrical, kindOf } from './constraint-terms.js'
import type { OrderGraph } from './order-graph.js'
import { isOrderAction } from './vertex.js'

/** The `rsc_order` constraints in document order. */
export function ordersOf(cluster: Cluster): RscOrder[] {
  return constraintsOf(cluster).filter((constraint) => constraint.element === 'rsc_order')
}

/**
 * From how many pairs on a graph needs no edge for each: pairs hide which order is the first between two actions, and
 * that matters where orders are not all alike. A set of more than fifty members beside another is joined all the same.
 */
export function pairsToJoin(cluster: Cluster): number {
  const terms = ordersOf(cluster).flatMap((order) =>
    [order, ...order.resourceSets].map((own) => {
      const kind = kindOf(own)
      return `${kind} ${isSymmetrical(kind, order.symmetrical)}`
    }),
  )
  return new Set(terms).size <= 1 ? 5 : 2_500
}

/** Adds the edges of every order, as the scheduler unpacks them. */
export function addOrders(graph: OrderGraph, index: ResourceIndex): void {
  for (const order of ordersOf(index.cluster)) {
    const causes = causesOf(order)
    if (causes === undefined) continue
    if (order.resourceSets.length > 0) linkSets(graph, expandSets(order, index), causes)
    else addSimple(graph, index, causes)
  }
}

function addSimple(graph: OrderGraph, index: ResourceIndex, causes: Causes): void {
  const { first, then, firstAction = 'start', thenAction = firstAction } = causes.forward.constraint
  const firstEntry = index.resolve(first)
  const thenEntry = index.resolve(then)
  if (firstEntry === undefined || thenEntry === undefined) {
    linkSets(graph, taggedSets(index, causes.forward.constraint), causes)
    return
  }
  if (!isOrderAction(firstAction) || !isOrderAction(thenAction)) return
  const firstSide: Side = { entry: firstEntry, action: firstAction }
  const thenSide: Side = { entry: thenEntry, action: thenAction }
  if (needsOnlySome(index, firstEntry, causes.forward.constraint)) {
    const instance = { ...firstSide, entry: instanceOf(index, firstEntry) }
    linkAny(graph, causes.forward.id, [instance], [thenSide], causes.forward)
  } else link(graph, firstSide, thenSide, causes.forward)
  if (causes.inverse === undefined) return
  const inverse = causes.inverse
  const inverted = ({ entry, action }: Side) => ({ entry, action: inDirection(action, inverse) })
  link(graph, inverted(thenSide), inverted(firstSide), inverse)
}

/** The two sets that Pacemaker makes of an order that names a tag or template; none where a name is unknown. */
function taggedSets(index: ResourceIndex, order: RscOrder): ExpandedSet[] {
  const sides = [
    { id: order.first, action: order.firstAction },
    { id: order.then, action: order.thenAction },
  ].map(({ id, action }): ExpandedSet | undefined => {
    const members = taggedSet(index, id)
    const sequential = index.resolve(id) === undefined ? { sequential: 'false' } : {}
    const own = {
      ...(id === undefined ? {} : { id }),
      ...(action === undefined ? {} : { action }),
      ...sequential,
    }
    return members && { set: { element: 'resource_set', resourceRefs: [], ...own }, members }
  })
  return sides.every((side) => side !== undefined) ? sides : []
}

/** True where the first side, a clone, need not be up on all its nodes. */
function needsOnlySome(index: ResourceIndex, entry: ResourceEntry, { requireAll }: RscOrder): boolean {
  if (entry.resource?.element !== 'clone' && entry.resource?.element !== 'master') return false
  const min = metaOf(index.cluster, entry, 'clone-min')
  return min === undefined ? booleanOf(requireAll) === false : Number.parseInt(min, 10) > 0
}

function instanceOf(index: ResourceIndex, entry: ResourceEntry): ResourceEntry {
  const { resource } = entry
  const inner =
    resource?.element === 'clone' || resource?.element === 'master' ? resource.resource.id : entry.id
  return index.get(inner) ?? entry
}
