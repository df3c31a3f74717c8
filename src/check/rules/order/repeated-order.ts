import type { Step } from '../../../graph/order/vertex.js'
import type { Cluster } from '../../../model/index.js'
import { pathOf, placeOfId } from '../../../model/walk.js'

/** An order whose actions earlier ones order already. */
export interface RepeatedOrder {
  readonly earlier: readonly EarlierOrder[]
}

export interface EarlierOrder {
  readonly id: string
  readonly path: string
}

/** The orders behind these steps, each once. */
export function earlierOrders(cluster: Cluster, steps: readonly Step[]): EarlierOrder[] {
  const ids = new Set(steps.flatMap(({ cause }) => ('id' in cause ? [cause.id] : [])))
  return [...ids].map((id) => {
    const place = placeOfId(cluster, id)
    return { id, path: place === undefined ? '/cib/configuration/constraints' : pathOf(place) }
  })
}
