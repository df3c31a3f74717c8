import { quote } from '../../../diagnostics/quote.js'
import { booleanOf } from '../../../model/index.js'
import { nodeStatesOf, transientAttributesOf } from '../../lookup/node-states.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

/** resource-discovery-enabled where it has no effect, or at all. */
export const rule = defineRule<{ node: string; why: 'member' | 'fencing' | undefined }>({
  code: 'discovery-ignored',
  severity: 'warning',
  message: ({ node, why }) => {
    if (why === undefined) return `resource-discovery-enabled of node ${quote(node)} is deprecated`
    return `resource-discovery-enabled of node ${quote(node)} has no effect ${
      why === 'member' ? 'on a node of the cluster' : 'while fencing is off'
    }: Pacemaker probes all resources there`
  },
  hint: () => 'use resource-discovery=never in locations instead',
  check: ({ cluster, facts, report }) => {
    for (const state of nodeStatesOf(cluster)) {
      const { uname } = state
      if (uname === undefined || !facts.nodes.has(uname) || facts.nodes.get(uname)?.type === 'remote')
        continue
      const isOff = transientAttributesOf(state).some(
        ({ name, value }) => name === 'resource-discovery-enabled' && booleanOf(value) === false,
      )
      if (isOff) report(state.path, { node: uname, why: 'member' })
    }
  },
  visit: {
    node: (place, { facts, report }) => {
      const { uname = '', type } = place.element
      for (const set of place.element.instanceAttributes) {
        for (const nvpair of set.nvpairs) {
          if (nvpair.name !== 'resource-discovery-enabled') continue
          const isOff = booleanOf(nvpair.value) === false
          const where = { element: nvpair, parent: { element: set, parent: place } }
          if (isOff && type !== 'remote') report(where, { node: uname, why: 'member' })
          else if (isOff && !facts.isFencingOn) report(where, { node: uname, why: 'fencing' })
          else if (type === 'remote') report(where, { node: uname, why: undefined }, 'info')
        }
      }
    },
  },
})

export const docs: RuleDocs = {
  about:
    'The node attribute resource-discovery-enabled is set where Pacemaker does not use it, or will not any more.',
  why: 'Only on remote nodes, and only with fencing, does Pacemaker leave out the probes. Elsewhere every resource is probed there, and agents that are not installed fail.',
  source: 'Pacemaker Explained, node attributes',
  pacemaker: {
    does: 'logs a warning and probes all the same',
    versions: '2.1.0 and later; deprecated since 2.1.8',
  },
  wrong: `<nodes><node id="1" uname="node1"><instance_attributes id="nodes-1"><nvpair id="nodes-1-discovery" name="resource-discovery-enabled" value="false"/></instance_attributes></node></nodes>`,
  right: `<nodes><node id="1" uname="node1"/></nodes>`,
  fix: 'pcs node attribute node1 resource-discovery-enabled=',
}
