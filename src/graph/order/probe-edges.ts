import { booleanOf } from '../../model/index.js'
import { effectOn, locationsByEntry } from '../location/location-effects.js'
import { allNodes, avoidsHostedNodes } from '../location/nodes.js'
import { withAncestors } from '../resource/members.js'
import { propertyOf } from '../resource/meta-attributes.js'
import type { ResourceEntry, ResourceIndex } from '../resource/resource-index.js'
import type { OrderGraph } from './order-graph.js'

/**
 * The edges of a cluster that starts: nothing starts before Pacemaker has looked on each remote node whether it is active
 * there, and that takes the connection, even where a location forbids the node. Guest nodes are probed later, and
 * `resource-discovery` keeps a resource from being looked for.
 */
export function addProbes(graph: OrderGraph, index: ResourceIndex): void {
  const { cluster } = index
  if (booleanOf(propertyOf(cluster, 'enable-startup-probes')) === false) return
  const locations = locationsByEntry(index)
  const remote = allNodes(index).filter(({ host }) => host !== undefined && host.guest === undefined)
  const isLookedFor = (entry: ResourceEntry, node: string) => {
    const own = withAncestors(entry).flatMap((each) => locations.get(each) ?? [])
    const namesNode = (discovery: string) =>
      own
        .filter(({ resourceDiscovery }) => resourceDiscovery === discovery)
        .map((location) => effectOn(location, node, cluster).mayName)
    return !namesNode('never').includes(true) && !namesNode('exclusive').includes(false)
  }
  for (const { name } of remote) {
    for (const entry of index.entries) {
      const { resource, id, parent } = entry
      const isInside = parent?.resource?.element === 'bundle'
      if (avoidsHostedNodes(entry, cluster) || isInside || !isLookedFor(entry, name)) continue
      const part = resource?.element === 'bundle' ? 'container' : undefined
      if (resource?.element !== 'primitive' && part === undefined) continue
      graph.connect(graph.vertex(name, 'start'), graph.vertex(id, 'start', part), {
        rule: 'probe',
        owner: name,
      })
    }
  }
}
