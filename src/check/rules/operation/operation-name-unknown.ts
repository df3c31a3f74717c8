import { nearest } from '../../../diagnostics/nearest.js'
import { quote } from '../../../diagnostics/quote.js'
import { operation, operationNames } from '../../../options/operations.js'
import { didYouMean } from '../../lookup/values.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

/** An operation that nobody calls. */
export const rule = defineRule<{ name: string }>({
  code: 'operation-name-unknown',
  severity: 'warning',
  message: ({ name }) =>
    `${quote(name)} is not the name of an operation: no agent is known to have such an action`,
  hint: ({ name }) => didYouMean(nearest(name, operationNames)),
  visit: {
    op: (place, { report }) => {
      const { name } = place.element
      if (name !== undefined && operation(name) === undefined) report({ place, attribute: 'name' }, { name })
    },
  },
})

export const docs: RuleDocs = {
  about: 'The name of an operation is none that Pacemaker or an agent is known to have.',
  why: 'A misspelt start has a timeout that nobody uses. A misspelt monitor is called all the same, every time: the agent does not know it, and the resource counts as failed.',
  source: 'OCF resource agent API 1.1; metadata of resource-agents and fence-agents',
  pacemaker: { does: 'calls the agent with that name where it has an interval', versions: 'all' },
  wrong: `cluster({ resources: [systemd('web', { operations: { montior: { interval: '10s' } } })] })`,
  right: `cluster({ resources: [systemd('web', { operations: { monitor: { interval: '10s' } } })] })`,
  fix: 'pcs resource op delete web montior; pcs resource op add web monitor interval=10s',
}
