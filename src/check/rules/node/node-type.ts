import { quote } from '../../../diagnostics/quote.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

/** A node of a type that Pacemaker does not know, or not any more. */
export const rule = defineRule<{ type: string }>({
  code: 'node-type',
  severity: 'error',
  message: ({ type }) =>
    type === 'ping'
      ? 'type "ping" is deprecated: nothing runs on the node, and Pacemaker 3 ignores it'
      : `type ${quote(type)} is not member or remote: Pacemaker runs nothing on the node, and Pacemaker 3 ignores it`,
  hint: ({ type }) => (type === 'ping' ? 'leave the node out' : 'write member or remote'),
  visit: {
    node: (place, { facts, report }) => {
      const { type } = place.element
      if (type === undefined || /^(member|normal|remote)$/i.test(type)) return
      if (type === 'ping') report({ place, attribute: 'type' }, { type }, 'warning')
      else if (!facts.hasSchema) report({ place, attribute: 'type' }, { type })
    },
  },
})

export const docs: RuleDocs = {
  about: 'A node has a type other than member and remote.',
  why: 'Nothing runs on it: Pacemaker 2 takes it for a ping node of the Heartbeat days, Pacemaker 3 leaves it out.',
  source: 'Pacemaker Explained, nodes; release notes of 3.0.0',
  pacemaker: { does: 'logs a warning (2.x) or an error (3.x)', versions: '2.1.3 and later' },
  wrong: `<nodes><node id="1" uname="node1" type="ping"/></nodes>`,
  right: `<nodes><node id="1" uname="node1"/></nodes>`,
  fix: 'crm_node --force --remove node1',
}
