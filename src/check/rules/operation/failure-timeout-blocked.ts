import { quote } from '../../../diagnostics/quote.js'
import { durationMs } from '../../../options/values.js'
import { attributePlace, operationValue } from '../../lookup/operation-settings.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

/** failure-timeout on a resource that blocks. */
export const rule = defineRule<{ id: string; name: string; timeout: string }>({
  code: 'failure-timeout-blocked',
  severity: 'warning',
  message: ({ id, name, timeout }) =>
    `failure-timeout ${quote(timeout)} of ${quote(id)} has no effect on its operation ${quote(name)}, whose on-fail is "block": such failures never expire`,
  hint: () => 'leave out one of the two',
  visit: {
    op: (place, { cluster, facts, report }) => {
      if (operationValue(place.element, 'on-fail', cluster)?.toLowerCase() !== 'block') return
      const owner = place.parent?.parent?.element
      if (owner?.element !== 'primitive' && owner?.element !== 'template') return
      const { name = '' } = place.element
      for (const id of owner.element === 'primitive' ? [owner.id] : (facts.index.membersOf(owner.id) ?? [])) {
        const entry = facts.index.get(id)
        const timeout = entry && facts.meta(entry, 'failure-timeout')
        if (timeout === undefined || (durationMs(timeout) ?? 0) === 0) continue
        report(attributePlace(place, 'on-fail'), { id, name, timeout })
        return
      }
    },
  },
})

export const docs: RuleDocs = {
  about: 'A resource has a failure-timeout, and an operation with on-fail=block.',
  why: 'A failure that blocks waits for an operator. The timeout, which is meant to forget failures, does not apply to it.',
  source: 'Pacemaker Explained, failure-timeout',
  pacemaker: {
    does: 'logs a warning once there is such a failure, and keeps it',
    versions: '1.1.18 and later',
  },
  wrong: `cluster({ resources: [systemd('web', { meta: { 'failure-timeout': '60s' }, operations: { monitor: { onFail: 'block' } } })] })`,
  right: `cluster({ resources: [systemd('web', { meta: { 'failure-timeout': '60s' }, operations: { monitor: { onFail: 'restart' } } })] })`,
  fix: 'pcs resource meta web failure-timeout=',
}
