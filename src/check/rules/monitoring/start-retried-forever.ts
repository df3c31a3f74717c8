import { quote } from '../../../diagnostics/quote.js'
import { scoreOf } from '../../../model/index.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'
import { servicesOf } from '../../services.js'

/** A failed start is repeated on the same node for ever. */
export const rule = defineRule<{ id: string; others: number }>({
  code: 'start-retried-forever',
  severity: 'warning',
  message: ({ id, others }) =>
    `start-failure-is-fatal is false and ${quote(id)}${
      others === 0 ? '' : ` and ${others} other${others === 1 ? '' : 's'}`
    } ha${others === 0 ? 's' : 've'} no migration-threshold: a start that fails is repeated on the same node for ever`,
  hint: (_, language) =>
    language === 'dsl'
      ? "set rscDefaults: { 'migration-threshold': 3 }"
      : 'pcs resource defaults update migration-threshold=3',
  check: ({ cluster, facts, report }) => {
    if (facts.isOn('start-failure-is-fatal', true)) return
    const endless = servicesOf(cluster).filter(({ agent, entry }) => {
      const threshold = facts.meta(entry, 'migration-threshold')
      return !agent.startsWith('stonith:') && (threshold === undefined || scoreOf(threshold) === 0)
    })
    const [first] = endless
    if (first !== undefined) {
      report('/cib/configuration/crm_config', { id: first.id, others: endless.length - 1 })
    }
  },
})

export const docs: RuleDocs = {
  about: '`start-failure-is-fatal` is false, and a resource has no `migration-threshold`.',
  why: 'A failed start is then one failure among others, and by default a node may fail a million times. The resource never moves to a node where it could start. The option is meant to be used together with a threshold.',
  source:
    'Pacemaker pull request 916 (how the two options depend on each other); Microsoft, RHEL cluster for SQL Server, sets the option',
  wrong: `cluster({
  properties: { 'start-failure-is-fatal': false },
  resources: [systemd('web', { operations: { monitor: { interval: '10s' } } })],
})`,
  right: `cluster({
  properties: { 'start-failure-is-fatal': false },
  rscDefaults: { 'migration-threshold': 3 },
  resources: [systemd('web', { operations: { monitor: { interval: '10s' } } })],
})`,
  fix: 'pcs resource defaults update migration-threshold=3',
}
