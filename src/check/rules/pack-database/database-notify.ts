import { quote, shellWord } from '../../../diagnostics/quote.js'
import { booleanOf } from '../../../model/index.js'
import { pathOfId } from '../../../model/walk.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'
import { servicesOf } from '../../services.js'

/** What an agent cannot do without notifications. */
const consequences: Readonly<Record<string, string>> = {
  'ocf:heartbeat:pgsqlms': 'the agent rejects the configuration, and no instance starts',
  'ocf:heartbeat:pgsql': 'standbys do not learn of a new primary',
  'ocf:heartbeat:mysql': 'replicas do not learn of a new primary',
  'ocf:heartbeat:mariadb': 'replicas do not learn of a new primary',
  'ocf:heartbeat:redis': 'replicas do not learn that the primary was demoted, and go on copying from it',
  'ocf:heartbeat:rabbitmq-cluster': 'a broker that has stopped is not removed from the cluster of the others',
}

/** An agent that works by notifications does not get any. */
export const rule = defineRule<{ top: string; agent: string }>({
  code: 'database-notify',
  severity: 'warning',
  message: ({ top, agent }) => `clone ${quote(top)} of ${agent} has no notify=true: ${consequences[agent]}`,
  hint: ({ top }, language) =>
    language === 'dsl' ? 'add meta: { notify: true }' : `pcs resource meta ${shellWord(top)} notify=true`,
  check: ({ cluster, facts, report }) => {
    for (const { agent, entry, top, parameter } of servicesOf(cluster)) {
      if (consequences[agent] === undefined || entry.parent === undefined) continue
      if (top.resource?.element === 'bundle' || booleanOf(facts.meta(entry, 'notify')) === true) continue
      if (agent !== 'ocf:heartbeat:rabbitmq-cluster' && !entry.promotable) continue
      if (agent === 'ocf:heartbeat:pgsql' && (parameter('rep_mode') ?? 'none') === 'none') continue
      report(pathOfId(cluster, top.id), { top: top.id, agent })
    }
  },
})

export const docs: RuleDocs = {
  about: 'A clone of an agent that works by notifications has no `notify=true`.',
  why: 'These agents elect the best instance, or follow the new primary, in their notify action. Without the meta attribute Pacemaker never calls it: PAF refers to it in an error and does not start, the others run until the first failover.',
  source:
    'PAF quick start (promotable notify=true); ocf:heartbeat:mysql of resource-agents 4.12 (requires notifications)',
  wrong: `cluster({
  resources: [promotable(primitive('pgsqld', 'ocf:heartbeat:pgsqlms', { pgdata: '/srv/pg' }))],
})`,
  right: `cluster({
  resources: [promotable(primitive('pgsqld', 'ocf:heartbeat:pgsqlms', { pgdata: '/srv/pg' }), { meta: { notify: true } })],
})`,
  fix: 'pcs resource meta pgsqld-clone notify=true',
}
