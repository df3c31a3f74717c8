import { quote, shellWord } from '../../../diagnostics/quote.js'
import { nvpairValue } from '../../../model/index.js'
import { pathOfId } from '../../../model/walk.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

/** A resource, or all of them, that an operator has stopped. */
export const rule = defineRule<{ id: string | undefined; by: string }>({
  code: 'left-stopped',
  severity: 'info',
  message: ({ id, by }) =>
    id === undefined
      ? `all resources are stopped by ${by}`
      : `${quote(id)} is stopped by ${by}: it starts on no node, and neither does what must start after it or run with it`,
  hint: ({ id, by }, language) =>
    language === 'dsl' || id === undefined
      ? `remove ${by.split('=')[0]} when it is to run`
      : `when it is to run: pcs resource enable ${shellWord(id)}`,
  check: ({ cluster, facts, report }) => {
    if (facts.isOn('stop-all-resources', false)) {
      report('/cib/configuration/crm_config', { id: undefined, by: 'stop-all-resources=true' })
    }
    const isStopped = (role: string | undefined) => role?.toLowerCase() === 'stopped'
    if (isStopped(nvpairValue(cluster.configuration.rscDefaults?.items ?? [], 'target-role'))) {
      report('/cib/configuration/rsc_defaults', { id: undefined, by: 'target-role=Stopped' })
    }
    for (const entry of facts.index.entries) {
      const { id } = entry
      if (isStopped(facts.ownMeta(entry, 'target-role'))) {
        report(pathOfId(cluster, id), { id, by: 'target-role=Stopped' })
      }
    }
  },
})

export const docs: RuleDocs = {
  about: 'A resource is stopped on purpose (`target-role=Stopped`), or all are (`stop-all-resources`).',
  why: 'It is what `pcs resource disable` and `crm resource stop` write. What must start after the resource, or is placed with it, does not start either, and nothing in its own configuration shows why.',
  source: 'pcs(8), resource disable; Pacemaker Explained, resource meta attributes',
  wrong: `cluster({
  resources: [ocf.heartbeat.IPaddr2('vip', { ip: '192.0.2.6' }, { meta: { 'target-role': 'Stopped' } })],
})`,
  right: `cluster({
  resources: [ocf.heartbeat.IPaddr2('vip', { ip: '192.0.2.6' })],
})`,
  fix: 'pcs resource enable vip',
}
