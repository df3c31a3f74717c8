import { quote } from '../../../diagnostics/quote.js'
import { nodesOf } from '../../../model/index.js'
import { fencingFailures } from '../../lookup/failed-operations.js'
import { nodeStatesOf, uncleanReason } from '../../lookup/node-states.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

/** A node that should be up and is not, by the status, or on which an operation failed that fences it. */
export const rule = defineRule<{ node: string; reason: string; fenced: boolean }>({
  code: 'node-unclean',
  severity: 'warning',
  message: ({ node, reason, fenced }) =>
    `node ${quote(node)} is unclean, ${reason}: ${
      fenced
        ? 'it is fenced before anything it ran is recovered'
        : 'nobody fences it, so what it still runs may start a second time'
    }`,
  hint: ({ fenced }) => (fenced ? 'look into the log of the node' : 'configure fencing'),
  check: ({ cluster, facts, report }) => {
    const states = nodeStatesOf(cluster)
    if (states.length === 0) return
    const fenced = facts.isFencingOn
    const byId = new Map(states.map((state) => [state.id, state]))
    for (const { id, uname, type = 'member' } of nodesOf(cluster)) {
      if (type !== 'member' && type !== 'normal') continue
      const state = byId.get(id)
      const node = uname ?? id ?? ''
      const isUnseen = state === undefined && fenced && facts.isOn('startup-fencing', true)
      const reason = state === undefined ? undefined : uncleanReason(state, fenced)
      if (reason !== undefined) report(state?.path ?? '/cib/status', { node, reason, fenced })
      if (isUnseen) report('/cib/status', { node, reason: 'the cluster has not seen it yet', fenced })
    }
    if (!fenced) return
    for (const { element, uname = '', path } of states) {
      const [failed] = fencingFailures(element, cluster, facts)
      if (failed === undefined) continue
      const reason = `${quote(failed.name)} of ${quote(failed.id)} failed there`
      report(path, { node: uname, reason, fenced })
    }
  },
})

const example = (crmd: string, join: string) =>
  `<cib validate-with="pacemaker-3.9" epoch="1" num_updates="0" admin_epoch="0" have-quorum="1"><configuration><crm_config><cluster_property_set id="cib-bootstrap-options"><nvpair id="cib-bootstrap-options-stonith-enabled" name="stonith-enabled" value="false"/></cluster_property_set></crm_config><nodes><node id="1" uname="node1"/><node id="2" uname="node2"/></nodes><resources/><constraints/></configuration><status><node_state id="1" uname="node1" in_ccm="true" crmd="online" join="member" expected="member"/><node_state id="2" uname="node2" in_ccm="true" crmd="${crmd}" join="${join}" expected="member"/></status></cib>`

export const docs: RuleDocs = {
  about: 'By its status, a node should be up and is not, or a stop has failed there.',
  why: 'Nobody knows what it still runs. With fencing, it is reset first; without, the others start what it ran and hope. A failed stop, or another failure with on-fail=fence, has the same effect on a node that is up.',
  source: 'Pacemaker Administration, troubleshooting',
  pacemaker: { does: 'logs warnings, and fences the node where it can', versions: 'all' },
  wrong: example('offline', 'down'),
  right: example('online', 'member'),
  fix: 'pcs stonith fence node2',
}
