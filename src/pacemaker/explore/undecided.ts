import { nodeAttributeOf } from '../../graph/resource/meta-attributes.js'
import { type Cluster, nodesOf, placesOf } from '../../model/index.js'

/** What a simulation cannot answer for all times: rules about the time or about attributes that no node has, tickets. */
export function undecidedBy(cluster: Cluster): string | undefined {
  if (placesOf(cluster, 'date_expression').length > 0) return 'rules that depend on the time'
  if (placesOf(cluster, 'rsc_ticket').length > 0) return 'tickets'
  const nodes = nodesOf(cluster)
  const names = [
    ...placesOf(cluster, 'expression').map(({ element }) => element.attribute),
    ...placesOf(cluster, 'rule').map(({ element }) => element.scoreAttribute),
  ]
  const unset = names.find(
    (name) =>
      name !== undefined &&
      !name.startsWith('#') &&
      nodes.every((node) => nodeAttributeOf(cluster, node, name) === undefined),
  )
  return unset === undefined
    ? undefined
    : `the node attribute "${unset}", which the configuration does not set`
}
