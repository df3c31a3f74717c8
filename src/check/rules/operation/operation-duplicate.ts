import { quote } from '../../../diagnostics/quote.js'
import type { Op } from '../../../model/index.js'
import { durationMs } from '../../../options/values.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

/** Two operations of one resource with equal name and interval. */
export const rule = defineRule<{ name: string; interval: string; other: string | undefined }>({
  code: 'operation-duplicate',
  severity: 'error',
  message: ({ name, interval, other }) =>
    `operation ${quote(name)} with interval ${quote(interval)} is defined twice${
      other === undefined ? '' : ` (first in ${quote(other)})`
    }: Pacemaker ${(durationMs(interval) ?? 0) === 0 ? 'uses the first' : 'runs neither of them'}`,
  hint: ({ interval }) =>
    (durationMs(interval) ?? 0) === 0
      ? 'leave out one of the two'
      : `give each role an interval of its own, such as ${quote(nextInterval(interval))}`,
  visit: {
    operations: (place, { report }) => {
      const seen = new Map<string, Op>()
      for (const op of place.element.ops) {
        const key = `${op.name} ${durationMs(op.interval ?? '0') ?? 0}`
        const first = seen.get(key)
        if (first === undefined) seen.set(key, op)
        else {
          const { name = '', interval = '0' } = op
          const severity = (durationMs(interval) ?? 0) === 0 ? 'warning' : 'error'
          report({ element: op, parent: place }, { name, interval, other: first.id }, severity)
        }
      }
    },
  },
})

/** One second longer. */
function nextInterval(interval: string): string {
  return `${Math.floor((durationMs(interval) ?? 0) / 1000) + 1}s`
}

export const docs: RuleDocs = {
  about: 'Two operations of one resource have the same name and the same interval.',
  why: 'Pacemaker distinguishes operations by name and interval; the role does not count. With a promoted and an unpromoted monitor of one interval, neither role is monitored, and no failure is ever noticed.',
  source: 'Pacemaker Explained, resource operations; seen in most first configurations of DRBD',
  pacemaker: { does: 'logs an error and schedules none of them', versions: '1.1.18 and later' },
  wrong: `cluster({
  resources: [
    promotable(
      ocf.linbit.drbd('data', { drbd_resource: 'r0' }, {
        operations: {
          monitor: [
            { interval: '30s', role: 'Promoted' },
            { interval: '30s', role: 'Unpromoted' },
          ],
        },
      }),
    ),
  ],
})`,
  right: `cluster({
  resources: [
    promotable(
      ocf.linbit.drbd('data', { drbd_resource: 'r0' }, {
        operations: {
          monitor: [
            { interval: '29s', role: 'Promoted' },
            { interval: '30s', role: 'Unpromoted' },
          ],
        },
      }),
    ),
  ],
})`,
  fix: 'pcs resource op delete data monitor interval=30s role=Promoted; pcs resource op add data monitor interval=29s role=Promoted',
}
