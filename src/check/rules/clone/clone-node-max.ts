import { quote } from '../../../diagnostics/quote.js'
import { booleanOf } from '../../../model/index.js'
import { placeOfId } from '../../../model/walk.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'
import { isClone } from './instances.js'

/** Several instances on one node of an anonymous clone. */
export const rule = defineRule<{ clone: string; value: string }>({
  code: 'clone-node-max',
  severity: 'error',
  message: ({ clone, value }) =>
    `clone-node-max ${quote(value)} on ${quote(clone)}, which is not globally unique: Pacemaker takes 1`,
  hint: () =>
    'remove clone-node-max, or set globally-unique=true if the agent supports several instances on a node',
  check: ({ cluster, facts, report }) => {
    for (const entry of facts.index.entries) {
      if (!isClone(entry)) continue
      const value = facts.meta(entry, 'clone-node-max')
      if (value === undefined || !(Number.parseInt(value, 10) > 1)) continue
      if (booleanOf(facts.meta(entry, 'globally-unique')) === true) continue
      const place = placeOfId(cluster, entry.id)
      if (place !== undefined) report(place, { clone: entry.id, value })
    }
  },
})

export const docs: RuleDocs = {
  about: 'A clone that is not globally unique asks for several instances on a node.',
  why: 'Several instances of an anonymous clone on one node would have no names of their own, so Pacemaker runs one on each, and fewer in all than clone-max asks for.',
  source: 'Pacemaker Explained, clone options',
  pacemaker: { does: 'logs an error and takes 1', versions: '2.0.4 and later' },
  wrong: `cluster({
  resources: [clone(systemd('worker'), { meta: { 'clone-max': 6, 'clone-node-max': 2 } })],
})`,
  right: `cluster({
  resources: [clone(systemd('worker'), { meta: { 'clone-max': 3 } })],
})`,
  fix: 'pcs resource meta worker-clone clone-node-max=',
}
