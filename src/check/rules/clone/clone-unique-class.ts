import { quote } from '../../../diagnostics/quote.js'
import { booleanOf, primitivesOf } from '../../../model/index.js'
import { placeOfId } from '../../../model/walk.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'
import { agentClass } from './agent-class.js'
import { isClone } from './instances.js'

/** A globally unique clone of services without unique instances. */
export const rule = defineRule<{ clone: string; of: string }>({
  code: 'clone-unique-class',
  severity: 'warning',
  message: ({ clone, of }) =>
    `globally-unique=true on ${quote(clone)}, but resources of class ${of} have no unique instances: Pacemaker takes it as false`,
  hint: () => 'remove globally-unique, or use an ocf agent that supports it',
  check: ({ cluster, facts, report }) => {
    for (const entry of facts.index.entries) {
      if (!isClone(entry) || entry.resource === undefined) continue
      if (booleanOf(facts.meta(entry, 'globally-unique')) !== true) continue
      const classes = primitivesOf(entry.resource).map((primitive) => agentClass(cluster, primitive))
      const other = classes.find((name) => name !== undefined && name !== 'ocf')
      const place = placeOfId(cluster, entry.id)
      if (other !== undefined && place !== undefined) report(place, { clone: entry.id, of: other })
    }
  },
})

export const docs: RuleDocs = {
  about: 'A clone of a systemd, lsb, service or stonith resource is globally unique.',
  why: 'Only ocf agents know which instance they are. Pacemaker runs one instance on each node, whatever clone-node-max is.',
  source: 'Pacemaker Explained, clone options',
  pacemaker: {
    does: 'takes the clone as anonymous, with one instance on a node and no more instances than nodes',
    versions: '1.1.24 and later',
  },
  wrong: `cluster({
  resources: [clone(systemd('worker'), { meta: { 'globally-unique': true } })],
})`,
  right: `cluster({
  resources: [clone(systemd('worker'))],
})`,
  fix: 'pcs resource meta worker-clone globally-unique=',
}
