import { allNodes } from '../../graph/location/nodes.js'
import { resourceIndex } from '../../graph/resource/resource-index.js'
import { type Cluster, isPromotable, primitivesOf, resourcesOf } from '../../model/index.js'
import type { SyntheticStatus } from '../status/synthetic-status.js'

/** The same promotion score for each instance of what can be promoted, so that constraints decide. */
export function equalPromotionScores(cluster: Cluster): NonNullable<SyntheticStatus['promotionScores']> {
  const nodes = allNodes(resourceIndex(cluster)).map(({ name }) => name)
  const entries = resourcesOf(cluster)
    .filter(isPromotable)
    .flatMap((resource) => {
      const inside =
        resource.element === 'bundle' ? replicaNodes(resource.id, resource.container.replicas) : nodes
      const scores = Object.fromEntries(inside.map((node) => [node, 10]))
      return primitivesOf(resource).map(({ id }) => [id, scores] as const)
    })
  return Object.fromEntries(entries)
}

/** The guest nodes that the replicas of a bundle are. */
function replicaNodes(id: string, replicas = '1'): readonly string[] {
  return Array.from({ length: Number(replicas) }, (_, at) => `${id}-${at}`)
}
