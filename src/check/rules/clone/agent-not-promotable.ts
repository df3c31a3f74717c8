import { quote, shellWord } from '../../../diagnostics/quote.js'
import { isClone } from '../../../graph/resource/members.js'
import { pathOfId } from '../../../model/walk.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'
import { servicesOfType } from '../../services.js'

/** Agents that do their work in the promoted role, and have no other way to be configured. */
const withRoles: readonly string[] = ['pgsqlms', 'conntrackd', 'redis', 'ag', 'mariadb', 'SAPHanaController']

/** An agent with roles, without roles. */
export const rule = defineRule<{ id: string; top: string; agent: string; isCloned: boolean }>({
  code: 'agent-not-promotable',
  severity: 'warning',
  message: ({ id, agent }) =>
    `${quote(id)} of ${agent} is in no promotable clone: no instance is promoted, and the agent rejects it or stays passive on each node`,
  hint: ({ id, top, isCloned }, language) => {
    if (language === 'dsl') return 'write promotable(..., { meta: { notify: true } }) around it'
    return isCloned
      ? `pcs resource meta ${shellWord(top)} promotable=true notify=true`
      : `pcs resource promotable ${shellWord(id)} notify=true`
  },
  check: ({ cluster, report }) => {
    for (const { id, top, agent, entry } of servicesOfType(cluster, withRoles)) {
      if (entry.promotable || top.resource?.element === 'bundle') continue
      report(pathOfId(cluster, id), { id, top: top.id, agent, isCloned: isClone(top) })
    }
  },
})

export const docs: RuleDocs = {
  about:
    'An agent that works in roles (PAF, conntrackd, Redis, MariaDB with replication) is not in a promotable clone.',
  why: 'These agents start every instance as a standby and wait to be promoted. Without `promotable=true` Pacemaker never promotes one: all nodes are standbys, or the agent stops with an error of its configuration.',
  source:
    'ocf:heartbeat:conntrackd, redis and mariadb metadata; PAF, configuration (the resource must be promotable with notify=true)',
  wrong: `cluster({ resources: [clone(primitive('state', 'ocf:heartbeat:conntrackd'))] })`,
  right: `cluster({ resources: [promotable(primitive('state', 'ocf:heartbeat:conntrackd'), { meta: { notify: true } })] })`,
  fix: 'pcs resource meta state-clone promotable=true notify=true',
}
