import { quote } from '../../../diagnostics/quote.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

/** Resources that may move whenever a node comes or goes. */
export const rule = defineRule<{ id: string; others: number }>({
  code: 'stickiness-missing',
  severity: 'info',
  set: 'strict',
  message: ({ id, others }) =>
    `${quote(id)}${others === 0 ? '' : ` and ${others} other${others === 1 ? '' : 's'}`} ha${
      others === 0 ? 's' : 've'
    } no resource-stickiness: a node that returns may cause a move, and a move is an interruption`,
  hint: (_, language) =>
    language === 'dsl'
      ? "set rscDefaults: { 'resource-stickiness': 100 }"
      : 'pcs resource defaults update resource-stickiness=100',
  check: ({ facts, report }) => {
    const loose = [...facts.index.entries].filter(
      (entry) =>
        entry.parent === undefined &&
        (entry.resource?.element === 'primitive' || entry.resource?.element === 'group') &&
        facts.meta(entry, 'resource-stickiness') === undefined,
    )
    const [first] = loose
    if (
      first === undefined ||
      facts.nodes.size < 2 ||
      facts.option('default-resource-stickiness') !== undefined
    )
      return
    report('/cib/configuration/resources', { id: first.id, others: loose.length - 1 })
  },
})

export const docs: RuleDocs = {
  about: 'Resources have no `resource-stickiness`.',
  why: 'Its default is 0 for all but clones: Pacemaker balances resources anew whenever a node joins, and a preference of 1 point is enough to move a database back at noon. pcs 0.11 sets 1 for new clusters; guides for databases set 10 to 1000.',
  source:
    'PAF quick start for CentOS 8 (resource-stickiness=10); SUSE guide for SAP NetWeaver 7.40 on SLES 15',
  wrong: `cluster({
  resources: [ocf.heartbeat.IPaddr2('vip', { ip: '192.0.2.6' })],
})`,
  right: `cluster({
  rscDefaults: { 'resource-stickiness': 100 },
  resources: [ocf.heartbeat.IPaddr2('vip', { ip: '192.0.2.6' })],
})`,
  fix: 'pcs resource defaults update resource-stickiness=100',
}
