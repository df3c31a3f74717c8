import { quote } from '../../../diagnostics/quote.js'
import { nodesOf } from '../../../model/index.js'
import { nodeStatesOf } from '../../lookup/node-states.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

/** The state of a node that is not there. */
export const rule = defineRule<{ node: string | undefined }>({
  code: 'state-without-node',
  severity: 'warning',
  message: ({ node }) =>
    node === undefined
      ? 'the state of a node has no id or no name: Pacemaker ignores it'
      : `the status has node ${quote(node)}, which is not among the nodes: Pacemaker ignores its state`,
  hint: ({ node }) => (node === undefined ? undefined : `crm_node --force --remove ${node}`),
  check: ({ cluster, facts, report }) => {
    const ids = new Set(nodesOf(cluster).map(({ id }) => id))
    const names = new Set(nodesOf(cluster).map(({ uname }) => uname))
    for (const { id, uname, attributes, path } of nodeStatesOf(cluster)) {
      const { remote_node: remote } = attributes
      if (id === undefined) report(path, { node: undefined }, 'error')
      else if (uname === undefined) report(path, { node: undefined })
      else if (
        !ids.has(id) &&
        !names.has(uname) &&
        remote === undefined &&
        !facts.nodeNames().has(uname.toLowerCase())
      )
        report(path, { node: uname })
    }
  },
})

export const docs: RuleDocs = {
  about: 'The status has the state of a node that is not among the nodes.',
  why: 'What ran there is forgotten, and with it whether it still runs. It is left behind where a node was removed while the cluster was not running on it.',
  source: 'Pacemaker Administration, removing a node',
  pacemaker: { does: 'logs a warning and ignores the state', versions: '2.1.0 and later' },
  wrong: `<cib validate-with="pacemaker-3.9" epoch="1" num_updates="0" admin_epoch="0" have-quorum="1"><configuration><crm_config><cluster_property_set id="cib-bootstrap-options"><nvpair id="cib-bootstrap-options-stonith-enabled" name="stonith-enabled" value="false"/></cluster_property_set></crm_config><nodes><node id="1" uname="node1"/></nodes><resources/><constraints/></configuration><status><node_state id="1" uname="node1" in_ccm="true" crmd="online" join="member" expected="member"/><node_state id="9" uname="node9" in_ccm="true" crmd="online" join="member" expected="member"/></status></cib>`,
  right: `<cib validate-with="pacemaker-3.9" epoch="1" num_updates="0" admin_epoch="0" have-quorum="1"><configuration><crm_config><cluster_property_set id="cib-bootstrap-options"><nvpair id="cib-bootstrap-options-stonith-enabled" name="stonith-enabled" value="false"/></cluster_property_set></crm_config><nodes><node id="1" uname="node1"/></nodes><resources/><constraints/></configuration><status><node_state id="1" uname="node1" in_ccm="true" crmd="online" join="member" expected="member"/></status></cib>`,
  fix: 'crm_node --force --remove node9',
}
