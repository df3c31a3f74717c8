import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.js'
import {
  booleanOf,
  type Cluster,
  type Constraint,
  pathOf,
  placesOf,
  type RscOrder,
} from '../../model/index.js'
import { languageOf } from '../../model/language.js'
import { vipsOf } from '../../model/services.js'
import { causesOf } from '../order/constraint-terms.js'
import { ordersOf } from '../order/constraints.js'
import type { Step } from '../order/vertex.js'
import { runsOnSeveralNodes } from '../resource/members.js'
import { type ResourceIndex, resourceIndex } from '../resource/resource-index.js'
import { setsById } from '../resource/resource-sets.js'
import { impliedOrders } from './implied-orders.js'
import { promotionHints } from './promotion-hints.js'
import { referenceHints } from './reference-hints.js'
import { ruleInWords } from './wording.js'

type PathTo = (constraint: Constraint) => string

/** Findings on constraints that do not do what they seem to: warnings, and infos for redundant ones. */
export function orderHints(cluster: Cluster): Diagnostic[] {
  const index = resourceIndex(cluster)
  const byId = setsById(cluster)
  const vips = new Set(vipsOf(cluster).map(({ id }) => id))
  const pathTo = pathsIn(cluster)
  return [
    ...referenceHints(index, pathTo),
    ...ordersOf(cluster).flatMap((order) => [
      ...promotionHints(order, index, byId, pathTo),
      ...serializeHints(order, index, pathTo),
      ...vipHints(order, index, vips, pathTo),
    ]),
    ...impliedHints(cluster, pathTo),
  ]
}

/** The paths of constraints; the places are looked up when the first is asked for. */
function pathsIn(cluster: Cluster): PathTo {
  let paths: ReadonlyMap<Constraint, () => string> | undefined
  return (constraint) => {
    paths ??= new Map(
      (['rsc_order', 'rsc_colocation', 'rsc_location', 'rsc_ticket'] as const)
        .flatMap((element) => placesOf(cluster, element))
        .map((place) => [place.element, () => pathOf(place)]),
    )
    return paths.get(constraint)?.() ?? '/cib/configuration/constraints'
  }
}

/** A finding for kind Serialize, which is a fixed order; a warning where it is meant for both directions. */
function serializeHints(order: RscOrder, { cluster }: ResourceIndex, pathTo: PathTo): Diagnostic[] {
  const kinds = [order.kind, ...order.resourceSets.map(({ kind }) => kind)]
  if (!kinds.includes('Serialize')) return []
  const isBothWays = booleanOf(order.symmetrical) === true
  const severity = isBothWays ? 'warning' : 'info'
  const parameters = { isBothWays, language: languageOf(cluster) }
  return [diagnostic('order-serialize', pathTo(order), parameters, { severity })]
}

/** A finding for an order that stops a service on all nodes whenever one virtual IP moves. */
function vipHints(
  order: RscOrder,
  index: ResourceIndex,
  vips: ReadonlySet<string>,
  pathTo: PathTo,
): Diagnostic[] {
  const { first: vip, then, firstAction = 'start' } = order
  const cause = causesOf(order)?.forward
  if (cause?.kind !== 'Mandatory' || firstAction !== 'start') return []
  const service = index.resolve(then)
  if (vip === undefined || !vips.has(vip) || service === undefined || !runsOnSeveralNodes(service)) return []
  const parameters = {
    vip,
    service: service.id,
    restarts: cause.symmetrical,
    language: languageOf(index.cluster),
  }
  return [diagnostic('vip-before-service', pathTo(order), parameters)]
}

/** More implied orders than this are one finding, so that they do not bury the others. */
const impliedShown = 5

function impliedHints(cluster: Cluster, pathTo: PathTo): Diagnostic[] {
  const implied = impliedOrders(cluster)
  if (implied.length > impliedShown) {
    const redundant = implied.flatMap(({ constraint }) => constraint.id ?? [])
    return [diagnostic('order-implied', '/cib/configuration/constraints', { redundant })]
  }
  return implied.map(({ constraint, by }) => diagnostic('order-implied', pathTo(constraint), reasonsOf(by)))
}

/** The orders of a chain; where there is none, Pacemaker's rules. */
function reasonsOf(steps: readonly Step[]): { readonly orders: string[]; readonly rules: string[] } {
  const orders = steps.flatMap(({ cause }) => ('id' in cause ? [cause.id] : []))
  const rules = steps.flatMap(({ cause }) => ('id' in cause ? [] : [ruleInWords(cause)]))
  return { orders: [...new Set(orders)], rules: [...new Set(rules)] }
}
