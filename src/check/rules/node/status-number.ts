import { quote } from '../../../diagnostics/quote.js'
import { nodeStatesOf, transientAttributesOf } from '../../lookup/node-states.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

/** A count of failures, or a time, of the status that is no number. */
export const rule = defineRule<{ what: string; value: string; effect: string }>({
  code: 'status-number',
  severity: 'warning',
  message: ({ what, value, effect }) => `${what} ${quote(value)} in the status is no number: ${effect}`,
  check: ({ cluster, report }) => {
    for (const state of nodeStatesOf(cluster)) {
      for (const { name = '', value = '' } of transientAttributesOf(state)) {
        if (!name.startsWith('fail-count-') || /^[+-]?(\d+|infinity)$/i.test(value)) continue
        const what = `${name} of node ${quote(state.uname ?? state.id ?? '')}`
        report(state.path, { what, value, effect: 'Pacemaker ignores it, and the failures do not count' })
      }
    }
    const tickets = (cluster.status?.children ?? []).filter(({ name }) => name === 'tickets')
    for (const { attributes } of tickets.flatMap(({ children }) => children)) {
      const { id = '', 'last-granted': value } = Object.fromEntries(attributes)
      if (value === undefined || /^[+-]?\d+$/.test(value)) continue
      report('/cib/status/tickets', {
        what: `last-granted of ticket ${quote(id)}`,
        value,
        effect: 'Pacemaker does not know when it was granted',
      })
    }
  },
})

const example = (count: string) =>
  `<cib validate-with="pacemaker-3.9" epoch="1" num_updates="0" admin_epoch="0" have-quorum="1"><configuration><crm_config><cluster_property_set id="cib-bootstrap-options"><nvpair id="cib-bootstrap-options-stonith-enabled" name="stonith-enabled" value="false"/></cluster_property_set></crm_config><nodes><node id="1" uname="node1"/></nodes><resources><primitive id="web" class="systemd" type="nginx"/></resources><constraints/></configuration><status><node_state id="1" uname="node1" in_ccm="true" crmd="online" join="member" expected="member"><transient_attributes id="1"><instance_attributes id="status-1"><nvpair id="status-1-fail-count-web" name="fail-count-web#monitor_10000" value="${count}"/></instance_attributes></transient_attributes></node_state></status></cib>`

export const docs: RuleDocs = {
  about: 'A count of failures, or the time when a ticket was granted, is no number in the status.',
  why: 'Pacemaker writes both itself; another value was set by hand or by a script. A count that cannot be read does not count, so that `migration-threshold` is never reached.',
  source: 'Pacemaker Explained, failure counts',
  pacemaker: { does: 'ignores the value, with a warning', versions: '2.1.9 and later' },
  wrong: example('often'),
  right: example('3'),
  fix: 'crm_failcount --delete -r web -N node1',
}
