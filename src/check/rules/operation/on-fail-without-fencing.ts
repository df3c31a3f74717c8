import { quote } from '../../../diagnostics/quote.js'
import { attributePlace, operationDefault, operationValue } from '../../lookup/operation-settings.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

/** on-fail=fence in a cluster without fencing. */
export const rule = defineRule<{ name: string | undefined }>({
  code: 'on-fail-without-fencing',
  severity: 'error',
  message: ({ name }) =>
    name === undefined
      ? 'on-fail "fence" in op_defaults needs fencing, which is switched off: Pacemaker stops what fails and leaves it stopped, and blocks what fails to stop'
      : `on-fail "fence" of operation ${quote(name)} needs fencing, which is switched off: Pacemaker ${
          name === 'stop' ? 'blocks the resource' : 'stops the resource and leaves it stopped'
        }`,
  hint: () => 'configure fencing, or write restart, stop or block',
  visit: {
    op: (place, { cluster, facts, report }) => {
      const { name = '' } = place.element
      if (!facts.isFencingOn && operationValue(place.element, 'on-fail', cluster)?.toLowerCase() === 'fence')
        report(attributePlace(place, 'on-fail'), { name })
    },
    nvpair: (place, { facts, report }) => {
      if (facts.isFencingOn || operationDefault(place, 'on-fail')?.toLowerCase() !== 'fence') return
      report({ place, attribute: 'value' }, { name: undefined })
    },
  },
})

export const docs: RuleDocs = {
  about: 'An operation asks for fencing after a failure, and fencing is switched off.',
  why: 'The node is not fenced; the resource is stopped instead and stays stopped, on all nodes.',
  source: 'Pacemaker Explained, operation properties, on-fail',
  pacemaker: { does: 'logs an error and acts as for stop', versions: '2.0.4 and later' },
  wrong: `cluster({ resources: [systemd('db', { operations: { monitor: { onFail: 'fence' } } })] })`,
  right: `cluster({ resources: [systemd('db', { operations: { monitor: { onFail: 'restart' } } })] })`,
  fix: 'pcs resource update db op monitor on-fail=restart',
}
