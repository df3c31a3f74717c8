import { quote, shellWord } from '../../../diagnostics/quote.js'
import { booleanOf, nvpairValue } from '../../../model/index.js'
import { pathOfId } from '../../../model/walk.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

/** A resource, or all of them, that Pacemaker only watches. */
export const rule = defineRule<{ id: string | undefined; by: string }>({
  code: 'left-unmanaged',
  severity: 'info',
  message: ({ id }) =>
    `${id === undefined ? 'no resource' : quote(id)} is${id === undefined ? '' : ' not'} managed: Pacemaker neither starts nor stops it, and does not restart it when it fails`,
  hint: ({ id, by }, language) => {
    if (id === undefined) return `remove ${by} when the work is done`
    return language === 'dsl'
      ? "remove 'is-managed': false when the work is done"
      : `when the work is done: pcs resource manage ${shellWord(id)} --monitor`
  },
  check: ({ cluster, facts, report }) => {
    if (!facts.isOn('is-managed-default', true)) {
      report('/cib/configuration/crm_config', { id: undefined, by: 'is-managed-default' })
    }
    const byDefault = nvpairValue(cluster.configuration.rscDefaults?.items ?? [], 'is-managed')
    if (booleanOf(byDefault) === false) {
      report('/cib/configuration/rsc_defaults', { id: undefined, by: 'is-managed' })
    }
    for (const entry of facts.index.entries) {
      const { id } = entry
      if (booleanOf(facts.ownMeta(entry, 'is-managed')) === false)
        report(pathOfId(cluster, id), { id, by: 'is-managed' })
    }
  },
})

export const docs: RuleDocs = {
  about: 'A resource is not managed (`is-managed=false`).',
  why: 'It is meant for the time of a repair. Left on, the resource stays where it is when its node is shut down or fails, and everything that is ordered after it or placed with it waits with it.',
  source: 'Pacemaker Explained, resource meta attributes; pcs(8), resource unmanage',
  wrong: `cluster({
  resources: [ocf.heartbeat.IPaddr2('vip', { ip: '192.0.2.6' }, { meta: { 'is-managed': false } })],
})`,
  right: `cluster({
  resources: [ocf.heartbeat.IPaddr2('vip', { ip: '192.0.2.6' })],
})`,
  fix: 'pcs resource manage vip --monitor',
}
