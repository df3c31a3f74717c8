import { quote } from '../../../diagnostics/quote.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

/** A monitor whose failures have no effect. */
export const rule = defineRule<{ service: string; interval: string }>({
  code: 'monitor-failure-ignored',
  severity: 'info',
  message: ({ service, interval }) =>
    `the monitor of ${quote(service)} with interval ${quote(interval)} has on-fail "ignore": a failure is recorded, and nothing is restarted`,
  hint: () => 'leave on-fail out, so that a failed resource is restarted, or set it to "standby" or "block"',
  visit: {
    op: (place, { report }) => {
      const { name, onFail, interval = '0' } = place.element
      if (name !== 'monitor' || onFail?.toLowerCase() !== 'ignore') return
      const owner = place.parent?.parent?.element
      report(place, { service: owner !== undefined && 'id' in owner ? (owner.id ?? '') : '', interval })
    },
  },
})

export const docs: RuleDocs = {
  about: 'The failures of a monitor are ignored (`on-fail=ignore`).',
  why: 'The resource stays as it is, and Pacemaker takes it for running: what depends on it goes on without it.',
  source: 'Pacemaker Explained, operation properties (on-fail)',
  wrong: `cluster({
  resources: [systemd('web', { operations: { monitor: { interval: '10s', onFail: 'ignore' } } })],
})`,
  right: `cluster({
  resources: [systemd('web', { operations: { monitor: { interval: '10s' } } })],
})`,
  fix: 'pcs resource update web op monitor interval=10s on-fail=restart',
}
