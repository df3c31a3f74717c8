import { quote, shellWord } from '../../../diagnostics/quote.js'
import type { ResourceEntry } from '../../../graph/resource/resource-index.js'
import { pathOfId } from '../../../model/walk.js'
import type { Facts } from '../../facts.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'
import { servicesOf } from '../../services.js'

/** Galera with nodes that never take part. */
export const rule = defineRule<{ top: string; promoted: string; hosts: number }>({
  code: 'galera-promoted-max',
  severity: 'warning',
  message: ({ top, promoted, hosts }) =>
    `${quote(top)} promotes ${promoted} of ${hosts} instances of Galera: on the others the database never starts`,
  hint: ({ top, hosts }, language) =>
    language === 'dsl'
      ? `write 'promoted-max': ${hosts}`
      : `pcs resource meta ${shellWord(top)} promoted-max=${hosts}`,
  check: ({ cluster, facts, report }) => {
    for (const { agent, entry, top, parameter } of servicesOf(cluster)) {
      if (agent !== 'ocf:heartbeat:galera' || !entry.promotable) continue
      const hosts = (parameter('wsrep_cluster_address') ?? '').replace(/^gcomm:\/\//, '').split('?')[0] ?? ''
      const count = hosts.split(',').filter((host) => host.trim() !== '').length
      const promoted = promotedMax(top, facts)
      if (Number.parseInt(promoted, 10) < count) {
        report(pathOfId(cluster, top.id), { top: top.id, promoted, hosts: count })
      }
    }
  },
})

/** How many instances may be promoted at the same time. */
function promotedMax(top: ResourceEntry, facts: Facts): string {
  const { resource } = top
  if (resource?.element === 'bundle') {
    return resource.container.promotedMax ?? resource.container.masters ?? '0'
  }
  return facts.meta(top, 'promoted-max') ?? facts.meta(top, 'master-max') ?? '1'
}

export const docs: RuleDocs = {
  about: '`promoted-max` of a Galera clone is below the number of hosts in `wsrep_cluster_address`.',
  why: 'All members of a Galera cluster are equal: each accepts writes, and each is promoted. An instance that is not promoted is a server that is not running. `promoted-max` is 1 by default, which leaves one database of three without any error message.',
  source:
    'resource-agents issue 1729 (other nodes stay Slave for ever, and the status shows no error); crowbar-openstack pull request 1067',
  wrong: `cluster({
  resources: [
    promotable(ocf.heartbeat.galera('galera', { wsrep_cluster_address: 'gcomm://node1,node2,node3' })),
  ],
})`,
  right: `cluster({
  resources: [
    promotable(ocf.heartbeat.galera('galera', { wsrep_cluster_address: 'gcomm://node1,node2,node3' }), {
      meta: { 'promoted-max': 3 },
    }),
  ],
})`,
  fix: 'pcs resource meta galera-clone promoted-max=3',
}
