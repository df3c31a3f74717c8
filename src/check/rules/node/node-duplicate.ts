import { quote } from '../../../diagnostics/quote.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

/** Two nodes of one name. */
export const rule = defineRule<{ uname: string; id: string; first: string }>({
  code: 'node-duplicate',
  severity: 'error',
  message: ({ uname, id, first }) =>
    `nodes ${quote(first)} and ${quote(id)} are both named ${quote(uname)}: Pacemaker keeps two nodes, finds only the first by that name, and ends where it has to fence the other`,
  hint: () => 'remove the one whose id corosync does not know',
  visit: {
    nodes: (place, { report }) => {
      const seen = new Map<string, string>()
      for (const node of place.element.items) {
        const { uname, id = '' } = node
        if (uname === undefined) continue
        const key = uname.toLowerCase()
        const first = seen.get(key)
        if (first === undefined) seen.set(key, id)
        else report({ place: { element: node, parent: place }, attribute: 'uname' }, { uname, id, first })
      }
    },
  },
})

export const docs: RuleDocs = {
  about: 'Two nodes have the same name.',
  why: 'It is left behind where a node was added again with another id. Locations and attributes by name reach only one of the two, and the other counts as a node that is down. Where that one is to be fenced, the scheduler ends with a failed assertion, and nothing in the cluster is done any more.',
  source: 'Pacemaker Administration, removing a node',
  pacemaker: {
    does: 'logs a warning and keeps both; where the second is to be fenced, the scheduler aborts',
    versions: '2.0.4 and later',
  },
  wrong: `cluster({ nodes: [{ id: 1, uname: 'node1' }, { id: 2, uname: 'node1' }] })`,
  right: `cluster({ nodes: [{ id: 1, uname: 'node1' }, { id: 2, uname: 'node2' }] })`,
  fix: 'crm_node --force --remove 2',
}
