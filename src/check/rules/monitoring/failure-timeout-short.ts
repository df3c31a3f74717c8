import { quote, shellWord } from '../../../diagnostics/quote.js'
import { booleanOf, scoreOf } from '../../../model/index.js'
import { pathOfId } from '../../../model/walk.js'
import { durationMs } from '../../../options/values.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'
import { servicesOf } from '../../services.js'

/** Failures that are forgotten before the next can be seen. */
export const rule = defineRule<{ id: string; timeout: string; interval: string; threshold: string }>({
  code: 'failure-timeout-short',
  severity: 'warning',
  message: ({ id, timeout, interval, threshold }) =>
    `failure-timeout ${quote(timeout)} of ${quote(id)} is not longer than its monitor's interval ${quote(interval)}: ` +
    (scoreOf(threshold) < 2
      ? 'it may go back to the node where it failed before its monitor has run once elsewhere'
      : `failures are forgotten one by one, and migration-threshold ${quote(threshold)} is never reached`),
  hint: ({ id, threshold, interval }, language) => {
    const seconds = Math.ceil(((durationMs(interval) ?? 0) / 1000) * (scoreOf(threshold) + 1))
    return language === 'dsl'
      ? `write 'failure-timeout': '${seconds}s' or more`
      : `pcs resource meta ${shellWord(id)} failure-timeout=${seconds}s`
  },
  check: ({ cluster, facts, report }) => {
    for (const { id, entry, ops } of servicesOf(cluster)) {
      const timeout = facts.meta(entry, 'failure-timeout')
      const threshold = facts.meta(entry, 'migration-threshold')
      const forgotten = timeout === undefined ? undefined : durationMs(timeout)
      if (timeout === undefined || !forgotten || threshold === undefined || scoreOf(threshold) < 1) continue
      const intervals = ops.flatMap(({ name, interval, enabled }) =>
        name === 'monitor' && interval !== undefined && booleanOf(enabled) !== false ? [interval] : [],
      )
      const shortest = intervals
        .map((interval) => [interval, durationMs(interval) ?? 0] as const)
        .filter(([, length]) => length > 0)
        .sort(([, a], [, b]) => a - b)[0]
      if (shortest === undefined || shortest[1] < forgotten) continue
      const parameters = { id, timeout, interval: shortest[0], threshold }
      report(pathOfId(cluster, id), parameters, scoreOf(threshold) < 2 ? 'info' : 'warning')
    }
  },
})

export const docs: RuleDocs = {
  about: 'The `failure-timeout` of a resource is not longer than the interval of its monitor.',
  why: 'Pacemaker forgets all failures of a resource on a node as soon as the last one is older than the timeout. If the next monitor cannot run before, the count never exceeds one, and a resource that fails at every monitor is restarted on the same node for ever instead of moving.',
  source:
    'Pacemaker pull request 3037 (failures expire together, by the latest); Pacemaker Explained, migration due to failure',
  wrong: `cluster({
  rscDefaults: { 'migration-threshold': 3, 'failure-timeout': '10s' },
  resources: [systemd('web', { operations: { monitor: { interval: '60s' } } })],
})`,
  right: `cluster({
  rscDefaults: { 'migration-threshold': 3, 'failure-timeout': '10min' },
  resources: [systemd('web', { operations: { monitor: { interval: '60s' } } })],
})`,
  fix: 'pcs resource defaults update failure-timeout=10min',
}
