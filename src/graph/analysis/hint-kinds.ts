import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.js'
import { booleanOf, type RscOrder } from '../../model/index.js'
import { languageOf } from '../../model/language.js'
import { causesOf } from '../order/constraint-terms.js'
import { runsOnSeveralNodes } from '../resource/members.js'
import type { ResourceIndex } from '../resource/resource-index.js'

/** A finding for Serialize, which is a fixed order, and a stronger one where it is to hold in both directions. */
export function serializeHints(order: RscOrder, { cluster }: ResourceIndex, path: string): Diagnostic[] {
  const kinds = [order.kind, ...order.resourceSets.map(({ kind }) => kind)]
  if (!kinds.includes('Serialize')) return []
  const isBothWays = booleanOf(order.symmetrical) === true
  const severity = isBothWays ? 'warning' : 'info'
  return [diagnostic('order-serialize', path, { isBothWays, language: languageOf(cluster) }, { severity })]
}

/** A finding for an order that stops a service on all nodes whenever one virtual IP moves. */
export function vipHints(
  order: RscOrder,
  index: ResourceIndex,
  vips: ReadonlySet<string>,
  path: string,
): Diagnostic[] {
  const { firstAction = 'start' } = order
  const cause = causesOf(order)?.forward
  if (cause?.kind !== 'Mandatory' || firstAction !== 'start') return []
  const { first: vip, then } = order
  const service = index.resolve(then)
  if (vip === undefined || !vips.has(vip) || service === undefined || !runsOnSeveralNodes(service)) return []
  const parameters = {
    vip,
    service: service.id,
    restarts: cause.symmetrical,
    language: languageOf(index.cluster),
  }
  return [diagnostic('vip-before-service', path, parameters)]
}
