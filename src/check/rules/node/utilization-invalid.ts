import { quote } from '../../../diagnostics/quote.js'
import { defineRule, parentOf } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

/** A capacity, or a need of one, that is no number. */
export const rule = defineRule<{ name: string; value: string }>({
  code: 'utilization-invalid',
  severity: 'warning',
  message: ({ name, value }) => `utilization ${name} ${quote(value)} is not a whole number: Pacemaker uses 0`,
  hint: () => 'write a whole number, in one unit for all nodes and resources',
  visit: {
    nvpair: (place, { report }) => {
      const { name = '', value } = place.element
      if (value === undefined || parentOf(place, 'utilization') === undefined) return
      if (!/^\s*[+-]?\d+\s*$/.test(value)) report({ place, attribute: 'value' }, { name, value })
    },
  },
})

export const docs: RuleDocs = {
  about: 'A value of utilization is no whole number.',
  why: 'A node whose capacity is 0 gets no resource that needs any, and a resource that needs 0 fits anywhere: 8G is 8, and many is 0.',
  source: 'Pacemaker Explained, utilization and placement strategy',
  pacemaker: {
    does: 'logs a warning and uses 0; crm_verify of 2.1.5 crashes while it prints that',
    versions: 'all',
  },
  wrong: `cluster({ nodes: [{ uname: 'node1', utilization: { memory: 'plenty' } }] })`,
  right: `cluster({ nodes: [{ uname: 'node1', utilization: { memory: 8192 } }] })`,
  fix: 'pcs node utilization node1 memory=8192',
}
