import { nearest } from '../../../diagnostics/nearest.js'
import { quote } from '../../../diagnostics/quote.js'
import { operation, operationNames } from '../../../options/operations.js'
import { durationMs } from '../../../options/values.js'
import { didYouMean } from '../../lookup/values.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

/** An operation that no agent knows; an error where it is misspelt and recurs. */
export const rule = defineRule<{ name: string; meant: string | undefined; isCalled: boolean }>({
  code: 'operation-name-unknown',
  severity: 'warning',
  message: ({ name, meant, isCalled }) =>
    `${quote(name)} is not the name of an operation: ${
      isCalled && meant !== undefined
        ? 'Pacemaker calls the agent with it, and the resource fails each time'
        : 'no agent is known to have such an action'
    }`,
  hint: ({ meant }) => didYouMean(meant),
  visit: {
    op: (place, { report }) => {
      const { name, interval } = place.element
      if (name === undefined || operation(name) !== undefined) return
      const meant = nearest(name, operationNames)
      const isCalled = interval !== undefined && durationMs(interval) !== 0
      const severity = isCalled && meant !== undefined ? 'error' : 'warning'
      report({ place, attribute: 'name' }, { name, meant, isCalled }, severity)
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
