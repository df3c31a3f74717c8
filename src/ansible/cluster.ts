import type { Cluster, ClusterNode, Corosync, CorosyncSection } from '../model/index.js'
import type { ProducedItem } from '../pcs/plan/produced.js'
import { attrs, capacities, pairsOf, some } from './options.js'
import type { Option, Variables } from './variables.js'

/** How the nodes talk to each other. */
export function corosyncVariables(corosync: Corosync = {}): Variables {
  const { transport, transportOptions, links = [], compression, crypto, totem, quorum } = corosync
  const all = {
    type: transport,
    options: some(optionsIn(transportOptions)),
    links: some(links.map(optionsIn)),
    compression: some(optionsIn(compression)),
    crypto: some(optionsIn(crypto)),
  }
  return {
    ha_cluster_transport: Object.values(all).every((part) => part === undefined) ? undefined : all,
    ha_cluster_totem: totem && { options: optionsIn(totem) },
    ha_cluster_quorum: quorum && { options: optionsIn(quorum) },
  }
}

/** `ha_cluster_node_options`: the nodes that have an address, an attribute or a capacity. */
export function nodeVariables(items: readonly ProducedItem[], { corosync }: Cluster): readonly Variables[] {
  const addresses = new Map(Object.entries(corosync?.addresses ?? {}))
  const nodes = new Map(
    items.map(({ wanted }) => [(wanted as ClusterNode).uname ?? '', wanted as ClusterNode]),
  )
  return [...new Set([...addresses.keys(), ...nodes.keys()])].map((name) => ({
    node_name: name,
    corosync_addresses: addresses.get(name),
    attributes: attrs(pairsOf(nodes.get(name)?.instanceAttributes[0])),
    utilization: capacities(nodes.get(name)?.utilization ?? []),
  }))
}

function optionsIn(options: CorosyncSection = {}): readonly Option[] {
  return Object.entries(options).map(([name, value]) => ({ name, value }))
}
