import { quote } from '../../../diagnostics/quote.js'
import { primitivesOf } from '../../../model/index.js'
import { placeOfId } from '../../../model/walk.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'
import { agentClass } from './agent-class.js'
import { isClone } from './instances.js'

/** Services that have no promote action in a promotable clone. */
export const rule = defineRule<{ clone: string; primitive: string; of: string }>({
  code: 'promotable-class',
  severity: 'error',
  message: ({ clone, primitive, of }) =>
    `${quote(clone)} is promotable, but ${quote(primitive)} is of class ${of}, which has no promote action: Pacemaker drops the clone`,
  hint: () => 'make it a plain clone, or use an ocf agent that can be promoted',
  check: ({ cluster, facts, report }) => {
    for (const entry of facts.index.entries) {
      if (!isClone(entry) || !entry.promotable || entry.resource === undefined) continue
      for (const primitive of primitivesOf(entry.resource)) {
        const of = agentClass(cluster, primitive)
        const place = placeOfId(cluster, entry.id)
        if (of === undefined || of === 'ocf' || place === undefined) continue
        report(place, { clone: entry.id, primitive: primitive.id, of })
        break
      }
    }
  },
})

export const docs: RuleDocs = {
  about: 'A promotable clone contains a systemd, lsb, service or stonith resource.',
  why: 'Only ocf agents can be promoted. Pacemaker leaves the clone out of the configuration: it never starts on any node, and constraints that name it are ignored too.',
  source: 'Pacemaker Explained, promotable clones',
  pacemaker: { does: 'logs an error and drops the clone', versions: '2.0.0 and later' },
  wrong: `cluster({
  resources: [promotable(systemd('postgresql'))],
})`,
  right: `cluster({
  resources: [clone(systemd('postgresql'))],
})`,
  fix: 'pcs resource meta postgresql-clone promotable=',
}
