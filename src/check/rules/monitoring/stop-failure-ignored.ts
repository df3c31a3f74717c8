import { quote } from '../../../diagnostics/quote.js'
import { attributePlace, operationValue } from '../../lookup/operation-settings.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

/** A stop whose failure counts as success. */
export const rule = defineRule<{ id: string; name: string }>({
  code: 'stop-failure-ignored',
  severity: 'warning',
  message: ({ id, name }) =>
    `the ${name} of ${quote(id)} has on-fail "ignore": where it fails, Pacemaker goes on as if it had succeeded${name === 'stop' ? ', and starts it on another node while it may still run here' : ''}`,
  hint: ({ name }) =>
    name === 'stop' ? 'write fence, or block for a cluster without fencing' : 'remove on-fail',
  visit: {
    op: (place, { cluster, report }) => {
      const { name = '' } = place.element
      if (!/^(stop|start|promote|demote)$/.test(name)) return
      if (operationValue(place.element, 'on-fail', cluster)?.toLowerCase() !== 'ignore') return
      const { id = '' } = (place.parent?.parent?.element ?? {}) as { readonly id?: string }
      report(attributePlace(place, 'on-fail'), { id, name })
    },
  },
})

export const docs: RuleDocs = {
  about: 'A start, stop, promotion or demotion has on-fail=ignore.',
  why: 'A stop that fails is the case for which fencing was made: nobody knows whether the service still writes. With ignore it is started elsewhere all the same, and two nodes use the same disk. A start that failed counts as a running service.',
  source: 'Pacemaker Explained, operation properties (on-fail)',
  pacemaker: { does: 'goes on as if the operation had succeeded', versions: 'all' },
  wrong: `cluster({
  resources: [systemd('db', { operations: { monitor: { interval: '10s' }, stop: { timeout: '60s', onFail: 'ignore' } } })],
})`,
  right: `cluster({
  resources: [systemd('db', { operations: { monitor: { interval: '10s' }, stop: { timeout: '60s', onFail: 'block' } } })],
})`,
  fix: 'pcs resource update db op stop timeout=60s on-fail=block',
}
