import { quote } from '../../../diagnostics/quote.js'
import type { ResourceEntry } from '../../../graph/resource/resource-index.js'
import { booleanOf, INFINITY_SCORE } from '../../../model/index.js'
import { placeOfId } from '../../../model/walk.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

/** A mandatory colocation with a group whose members may run on different nodes. */
export const rule = defineRule<{ group: string }>({
  code: 'colocation-loose-group',
  severity: 'error',
  message: ({ group }) =>
    `the members of ${quote(group)} may run on different nodes (collocated=false): Pacemaker does not apply a colocation of score INFINITY with it`,
  hint: ({ group }) => `remove collocated=false from ${quote(group)}, or name one of its members`,
  check: ({ cluster, facts, report }) => {
    const isLoose = (entry: ResourceEntry) =>
      entry.resource?.element === 'group' &&
      entry.resource.members.length > 1 &&
      booleanOf(facts.meta(entry, 'collocated')) === false
    for (const { dependent, primary, score, constraint } of facts.links()) {
      const group = isLoose(primary) ? primary : isLoose(dependent) ? dependent : undefined
      if (score < INFINITY_SCORE || group === undefined || constraint.id === undefined) continue
      const place = placeOfId(cluster, constraint.id)
      if (place !== undefined) report(place, { group: group.id })
    }
  },
})

export const docs: RuleDocs = {
  about: 'A colocation of score INFINITY names a group with collocated=false.',
  why: 'There is no one node to be on. Pacemaker leaves the colocation out, and the other resource runs anywhere.',
  source: 'Pacemaker Explained, group options',
  pacemaker: { does: 'logs an error and does not apply the colocation', versions: '1.1.18 and later' },
  wrong: `cluster({
  resources: [
    group('web', [systemd('cache'), systemd('nginx')], { meta: { collocated: false } }),
    ocf.heartbeat.IPaddr2('vip', { ip: '192.0.2.6' }),
  ],
  constraints: [colocation('vip', 'web')],
})`,
  right: `cluster({
  resources: [
    group('web', [systemd('cache'), systemd('nginx')]),
    ocf.heartbeat.IPaddr2('vip', { ip: '192.0.2.6' }),
  ],
  constraints: [colocation('vip', 'web')],
})`,
  fix: 'pcs resource meta web collocated=',
}
