import { quote } from '../../../diagnostics/quote.js'
import { operation } from '../../../options/operations.js'
import { durationMs } from '../../../options/values.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

/** An interval on an operation that runs once. */
export const rule = defineRule<{ name: string; interval: string }>({
  code: 'operation-cannot-recur',
  severity: 'error',
  message: ({ name, interval }) =>
    `operation ${quote(name)} cannot recur every ${quote(interval)}: Pacemaker ignores its definition, timeout included`,
  hint: () => 'write interval 0s',
  visit: {
    op: (place, { report }) => {
      const { name = '', interval = '0' } = place.element
      if (operation(name)?.recurs === false && (durationMs(interval) ?? 0) > 0)
        report({ place, attribute: 'interval' }, { name, interval })
    },
  },
})

export const docs: RuleDocs = {
  about: 'An operation that runs once, such as start, has an interval.',
  why: 'Pacemaker looks for the definition of start with interval 0. One with another interval does not count, so its timeout is the default of 20 seconds. A notify that recurs makes assertions of the scheduler fail.',
  source: 'Pacemaker Explained, resource operations',
  pacemaker: { does: 'logs an error and does not schedule the operation', versions: '2.1.5 and later' },
  wrong: `cluster({ resources: [systemd('web', { operations: { start: { interval: '60s', timeout: '90s' } } })] })`,
  right: `cluster({ resources: [systemd('web', { operations: { start: { timeout: '90s' } } })] })`,
  fix: 'pcs resource update web op start interval=0s timeout=90s',
}
