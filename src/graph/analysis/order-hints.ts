import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.js'
import {
  type Cluster,
  type Constraint,
  constraintsOf,
  type Place,
  pathOf,
  placesOf,
} from '../../model/index.js'
import { vipsOf } from '../../model/services.js'
import { ordersOf } from '../order/constraints.js'
import type { Step } from '../order/vertex.js'
import { resourceIndex } from '../resource/resource-index.js'
import { setsById } from '../resource/resource-sets.js'
import { actionHints } from './hint-actions.js'
import { serializeHints, vipHints } from './hint-kinds.js'
import { impliedOrders } from './implied-orders.js'
import { referenceHints } from './reference-hints.js'
import { ruleInWords } from './wording.js'

/** What stands in the constraints and does not do what it seems to: warnings, and for mere surplus infos. */
export function orderHints(cluster: Cluster): Diagnostic[] {
  const index = resourceIndex(cluster)
  const byId = setsById(cluster)
  const vips = new Set(vipsOf(cluster).map(({ id }) => id))
  const paths = pathsOf(cluster)
  const path = (constraint: Constraint) => paths.get(constraint) ?? '/cib/configuration/constraints'
  return [
    ...referenceHints(index, path),
    ...ordersOf(cluster).flatMap((order) => [
      ...actionHints(order, index, byId, path(order)),
      ...serializeHints(order, index, path(order)),
      ...vipHints(order, index, vips, path(order)),
    ]),
    ...impliedOrders(cluster).map(({ constraint, by }) =>
      diagnostic('order-implied', path(constraint), reasonsOf(by)),
    ),
  ]
}

/** The orders on the way; where there is none, Pacemaker's rules. */
function reasonsOf(steps: readonly Step[]): { readonly orders: string[]; readonly rules: string[] } {
  const orders = steps.flatMap(({ cause }) => ('id' in cause ? [cause.id] : []))
  const rules = steps.flatMap(({ cause }) => ('id' in cause ? [] : [ruleInWords(cause)]))
  return { orders: [...new Set(orders)], rules: [...new Set(rules)] }
}

function pathsOf(cluster: Cluster): ReadonlyMap<Constraint, string> {
  if (constraintsOf(cluster).length === 0) return new Map()
  const places: Place<Constraint>[] = [
    ...placesOf(cluster, 'rsc_order'),
    ...placesOf(cluster, 'rsc_colocation'),
    ...placesOf(cluster, 'rsc_location'),
    ...placesOf(cluster, 'rsc_ticket'),
  ]
  return new Map(places.map((place) => [place.element, pathOf(place)]))
}
