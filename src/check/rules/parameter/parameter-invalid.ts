import { isOfType } from '../../../agents/corrected.js'
import type { ParameterMetadata } from '../../../agents/metadata.js'
import { nearest } from '../../../diagnostics/nearest.js'
import { quote } from '../../../diagnostics/quote.js'
import { fencingParameter } from '../../../options/fencing-parameters.js'
import { parameterOfAgent, parameterPlace } from '../../lookup/agent-parameters.js'
import { didYouMean, expectedValue, isValidValue, nearestValue } from '../../lookup/values.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

interface Parameters {
  readonly name: string
  readonly value: string
  readonly agent: string
  /** What the value should be, after "is not". */
  readonly expected: string
  readonly near: string | undefined
}

/** A value that is not of the type of the parameter, or not among its values. */
export const rule = defineRule<Parameters>({
  code: 'parameter-invalid',
  severity: 'warning',
  message: ({ name, value, agent, expected }) =>
    `${name} ${quote(value)} is not ${expected}, which ${agent} expects`,
  hint: ({ near }) => didYouMean(near),
  visit: {
    nvpair: (place, { cluster, report }) => {
      const found = parameterPlace(cluster, place)
      const { value = '' } = place.element
      if (found === undefined || value === '') return
      const { agent, name } = found
      const own = parameterOfAgent(agent, name)
      const wrong = own === undefined ? wrongForPacemaker(agent.name, name, value) : wrongForAgent(own, value)
      if (wrong === undefined) return
      const reader = own === undefined ? 'Pacemaker' : agent.name
      report({ place, attribute: 'value' }, { name, value, agent: reader, ...wrong })
    },
  },
})

type Wrong = Pick<Parameters, 'expected' | 'near'>

function wrongForAgent(parameter: ParameterMetadata, value: string): Wrong | undefined {
  if (isOfType(parameter, value)) return undefined
  const { type, values = [] } = parameter
  if (type === 'boolean')
    return { expected: 'true or false', near: nearest(value.toLowerCase(), ['true', 'false']) }
  return type === 'select'
    ? { expected: `one of ${values.join(', ')}`, near: nearest(value, values) }
    : { expected: 'a whole number', near: /^\s*[+-]?\d+/.exec(value)?.[0].trim() }
}

function wrongForPacemaker(agent: string, name: string, value: string): Wrong | undefined {
  const facts = agent.startsWith('stonith:') ? fencingParameter(name) : undefined
  // A delay may be a list of nodes with a delay each.
  if (facts === undefined || facts.type === 'duration' || isValidValue(facts, value)) return undefined
  return { expected: expectedValue(facts), near: nearestValue(facts, value) }
}

export const docs: RuleDocs = {
  about:
    'The value of a parameter is not of the type that the agent declares, or not among the values that it lists.',
  why: 'An agent reads a boolean that is none as false, a fence agent ends with an error for a number that is none: the device does not fence. Types that an agent contradicts by its own default are not checked.',
  source: 'metadata of the agents; the shell functions of resource-agents and the library of fence-agents',
  pacemaker: { does: 'passes the value to the agent', versions: 'all' },
  wrong: `cluster({
  resources: [primitive('fencing', 'stonith:fence_ipmilan', { ip: '192.0.2.101', username: 'admin', power_wait: '4s' })],
})`,
  right: `cluster({
  resources: [primitive('fencing', 'stonith:fence_ipmilan', { ip: '192.0.2.101', username: 'admin', power_wait: 4 })],
})`,
  fix: 'pcs stonith update fencing power_wait=4',
}
