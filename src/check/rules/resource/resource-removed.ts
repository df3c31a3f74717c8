import { quote } from '../../../diagnostics/quote.js'
import type { ResourceIndex } from '../../../graph/resource/resource-index.js'
import type { RawElement } from '../../../model/index.js'
import { nodeStatesOf } from '../../lookup/node-states.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

/** What runs, by the status, and is no longer configured. */
export const rule = defineRule<{ id: string; node: string; stopped: boolean }>({
  code: 'resource-removed',
  severity: 'warning',
  message: ({ id, node, stopped }) =>
    `${quote(id)} runs on ${quote(node)} and is not configured any more: ${
      stopped ? 'Pacemaker stops it' : 'it goes on running, since stop-orphan-resources is off'
    }`,
  hint: ({ id, stopped }) => (stopped ? undefined : `stop it by hand, then pcs resource cleanup ${id}`),
  check: ({ cluster, facts, report }) => {
    const stopped = facts.isOn('stop-orphan-resources', true)
    for (const { uname = '', element, path } of nodeStatesOf(cluster)) {
      for (const lrm of element.children.filter(({ name }) => name === 'lrm')) {
        for (const resource of lrm.children.flatMap(({ children }) => children)) {
          const { id } = Object.fromEntries(resource.attributes)
          if (id === undefined || isConfigured(id, facts.index) || !isActive(resource)) continue
          report(path, { id, node: uname, stopped })
        }
      }
    }
  },
})

/** Instances have a number, and what a bundle consists of begins with its id. */
function isConfigured(id: string, index: ResourceIndex): boolean {
  const name = id.replace(/:\d+$/, '')
  if (index.get(name) !== undefined) return true
  for (let at = name.lastIndexOf('-'); at > 0; at = name.lastIndexOf('-', at - 1)) {
    if (index.get(name.slice(0, at))?.resource?.element === 'bundle') return true
  }
  return false
}

/** True where the last action that changed or looked at the state found the resource running, or left it so. */
function isActive({ children }: RawElement): boolean {
  const actions = children
    .filter(({ name }) => name === 'lrm_rsc_op')
    .map(({ attributes }) => Object.fromEntries(attributes))
    .sort((a, b) => Number(a['call-id'] ?? 0) - Number(b['call-id'] ?? 0))
  let active = false
  for (const { operation = '', 'rc-code': code = '' } of actions) {
    if (operation === 'stop' || operation === 'migrate_to') active = code !== '0'
    else if (['start', 'monitor', 'promote', 'demote', 'migrate_from'].includes(operation))
      active = code === '0' || code === '8'
  }
  return active
}

export const docs: RuleDocs = {
  about: 'By the status, something runs that is not configured any more.',
  why: 'With stop-orphan-resources off it goes on running for ever, beside its successor.',
  source: 'man page pacemaker-schedulerd(7), stop-orphan-resources',
  pacemaker: { does: 'stops it, or logs a warning', versions: 'all' },
  wrong: `<cib validate-with="pacemaker-3.9" epoch="1" num_updates="0" admin_epoch="0" have-quorum="1"><configuration><crm_config><cluster_property_set id="cib-bootstrap-options"><nvpair id="cib-bootstrap-options-stonith-enabled" name="stonith-enabled" value="false"/></cluster_property_set></crm_config><nodes><node id="1" uname="node1"/></nodes><resources/><constraints/></configuration><status><node_state id="1" uname="node1" in_ccm="true" crmd="online" join="member" expected="member"><lrm id="1"><lrm_resources><lrm_resource id="old" class="systemd" type="old"><lrm_rsc_op id="old_last_0" operation="start" call-id="5" rc-code="0"/></lrm_resource></lrm_resources></lrm></node_state></status></cib>`,
  right: `<cib validate-with="pacemaker-3.9" epoch="1" num_updates="0" admin_epoch="0" have-quorum="1"><configuration><crm_config><cluster_property_set id="cib-bootstrap-options"><nvpair id="cib-bootstrap-options-stonith-enabled" name="stonith-enabled" value="false"/></cluster_property_set></crm_config><nodes><node id="1" uname="node1"/></nodes><resources/><constraints/></configuration><status><node_state id="1" uname="node1" in_ccm="true" crmd="online" join="member" expected="member"><lrm id="1"><lrm_resources><lrm_resource id="old" class="systemd" type="old"><lrm_rsc_op id="old_last_0" operation="stop" call-id="6" rc-code="0" op-status="0"/></lrm_resource></lrm_resources></lrm></node_state></status></cib>`,
  fix: 'pcs resource cleanup old',
}
