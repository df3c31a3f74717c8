import { quote, shellWord } from '../../../diagnostics/quote.js'
import { booleanOf, nvpairValue } from '../../../model/index.js'
import { pathOfId } from '../../../model/walk.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

type Kind = 'cluster' | 'node' | 'resource'

/** The cluster, a node or a resource in maintenance. */
export const rule = defineRule<{ kind: Kind; id: string }>({
  code: 'left-in-maintenance',
  severity: 'info',
  message: ({ kind, id }) =>
    `the ${kind}${id === '' ? '' : ` ${quote(id)}`} is in maintenance: ${
      kind === 'cluster' ? 'nothing' : kind === 'node' ? 'nothing on it' : 'it is not'
    }${kind === 'resource' ? '' : ' is'} monitored, started, stopped or recovered`,
  hint: ({ kind, id }, language) => {
    if (language === 'dsl')
      return `remove ${kind === 'cluster' ? 'maintenance-mode' : 'maintenance'} when the work is done`
    if (kind === 'cluster') return 'when the work is done: pcs property set maintenance-mode=false'
    return kind === 'node'
      ? `when the work is done: pcs node unmaintenance ${shellWord(id)}`
      : `when the work is done: pcs resource meta ${shellWord(id)} maintenance=`
  },
  visit: {
    node: (place, { report }) => {
      const { uname = '', instanceAttributes } = place.element
      if (booleanOf(nvpairValue(instanceAttributes, 'maintenance')))
        report(place, { kind: 'node', id: uname })
    },
  },
  check: ({ cluster, facts, report }) => {
    if (facts.isOn('maintenance-mode', false)) {
      report('/cib/configuration/crm_config', { kind: 'cluster', id: '' })
    }
    for (const entry of facts.index.entries) {
      const { id } = entry
      if (booleanOf(facts.ownMeta(entry, 'maintenance')) === true) {
        report(pathOfId(cluster, id), { kind: 'resource', id })
      }
    }
  },
})

export const docs: RuleDocs = {
  about: 'The cluster, a node or a resource is in maintenance.',
  why: 'In maintenance Pacemaker does nothing, monitors included: a failure is neither seen nor repaired. Guides for SAP and for upgrades switch it on at the beginning; where the last step is forgotten the cluster looks healthy and protects nothing.',
  source:
    'AWS guide for SAP NetWeaver on RHEL, cluster configuration (switches it on, and off as the last step)',
  wrong: `cluster({
  properties: { 'maintenance-mode': true },
  resources: [ocf.heartbeat.IPaddr2('vip', { ip: '192.0.2.6' })],
})`,
  right: `cluster({
  resources: [ocf.heartbeat.IPaddr2('vip', { ip: '192.0.2.6' })],
})`,
  fix: 'pcs property set maintenance-mode=false',
}
