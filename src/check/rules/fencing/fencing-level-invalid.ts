import { quote } from '../../../diagnostics/quote.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

/** A fencing level that the fencer cannot use. */
export const rule = defineRule<{ problem: string }>({
  code: 'fencing-level-invalid',
  severity: 'error',
  message: ({ problem }) => `${problem}: the fencer ignores the level`,
  hint: () => 'write an index from 1 to 9',
  visit: {
    'fencing-level': (place, { report }) => {
      const { id, index } = place.element
      if (id === undefined) report(place, { problem: 'the fencing level has no id' })
      if (index === undefined) report(place, { problem: 'the fencing level has no index' })
      else if (!/^\s*\+?0*[1-9]\s*$/.test(index))
        report(
          { place, attribute: 'index' },
          { problem: `index ${quote(index)} is not a number from 1 to 9` },
        )
    },
  },
})

export const docs: RuleDocs = {
  about: 'A fencing level has no id, or an index that is not one of 1 to 9.',
  why: 'The level is dropped, and the node is fenced by what is left: another level, or whatever device reports that it can.',
  source: 'Pacemaker Explained, fencing topologies',
  pacemaker: {
    does: 'ignores the level and logs an error',
    versions: '3.0 and later; earlier releases without a word',
  },
  wrong: `cluster({
  resources: [primitive('fence', 'stonith:fence_xvm')],
  fencingLevels: [fencingLevel('node1', 10, ['fence'])],
})`,
  right: `cluster({
  resources: [primitive('fence', 'stonith:fence_xvm')],
  fencingLevels: [fencingLevel('node1', 1, ['fence'])],
})`,
  fix: 'pcs stonith level remove 10; pcs stonith level add 1 node1 fence',
}
