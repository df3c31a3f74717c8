import { booleanOf } from '../../../model/index.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

/** A CIB of a cluster that has no quorum. */
export const rule = defineRule<undefined>({
  code: 'no-quorum',
  severity: 'warning',
  message: () => 'the cluster has no quorum: nothing is started and nobody is fenced until it has',
  hint: () => 'pcs quorum status',
  visit: {
    cib: (place, { facts, report }) => {
      const { haveQuorum } = place.element
      if (haveQuorum === undefined || booleanOf(haveQuorum) === true) return
      if (facts.option('no-quorum-policy')?.toLowerCase() === 'ignore') return
      report({ place, attribute: 'have-quorum' }, undefined)
    },
  },
})

export const docs: RuleDocs = {
  about: 'The CIB is that of a cluster without quorum.',
  why: 'With less than half of the nodes, Pacemaker stops what runs (or freezes it) and starts nothing. What the configuration asks for does not happen, however right it is.',
  source: 'Pacemaker Explained, CIB properties',
  pacemaker: { does: 'logs a warning and suspends fencing and starts', versions: 'all' },
  wrong: `cluster({ cib: { haveQuorum: 0 } })`,
  right: `cluster({ cib: { haveQuorum: 1 } })`,
  fix: 'pcs quorum status',
}
