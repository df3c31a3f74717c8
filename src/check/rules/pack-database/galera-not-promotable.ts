import { dslString, quote, shellWord } from '../../../diagnostics/quote.js'
import { pathOfId } from '../../../model/walk.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'
import { servicesOf } from '../../services.js'

/** Galera without roles. */
export const rule = defineRule<{ id: string }>({
  code: 'galera-not-promotable',
  severity: 'warning',
  message: ({ id }) =>
    `${quote(id)} runs Galera and is not promotable: the agent starts the database in promote only, which never comes`,
  hint: ({ id }, language) =>
    language === 'dsl'
      ? `write promotable(${dslString(id)}, { meta: { 'promoted-max': 3 } }) with the number of nodes`
      : `pcs resource promotable ${shellWord(id)} promoted-max=NODES`,
  check: ({ cluster, report }) => {
    for (const { id, agent, entry } of servicesOf(cluster)) {
      if (agent === 'ocf:heartbeat:galera' && !entry.promotable) report(pathOfId(cluster, id), { id })
    }
  },
})

export const docs: RuleDocs = {
  about: 'A resource of ocf:heartbeat:galera is not in a promotable clone.',
  why: 'Instances of Galera first report the last transaction they have, and only the promotion starts the servers, the most recent first. The agent rejects any other configuration in its validation.',
  source: 'ocf:heartbeat:galera of resource-agents 4.12 (validation: must be a multistate resource)',
  wrong: `cluster({
  resources: [
    clone(ocf.heartbeat.galera('galera', { wsrep_cluster_address: 'gcomm://node1,node2,node3' })),
  ],
})`,
  right: `cluster({
  resources: [
    promotable(ocf.heartbeat.galera('galera', { wsrep_cluster_address: 'gcomm://node1,node2,node3' }), {
      meta: { 'promoted-max': 3 },
    }),
  ],
})`,
  fix: 'pcs resource promotable galera promoted-max=3',
}
