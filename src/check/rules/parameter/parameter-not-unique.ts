import { agentMetadata } from '../../../agents/agent-metadata.js'
import { quote } from '../../../diagnostics/quote.js'
import { pathOfId } from '../../../model/walk.js'
import { addressAgentOf } from '../../lookup/addresses.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'
import { servicesOf } from '../../services.js'

/** Two resources of one agent with the same values of parameters that are unique. */
export const rule = defineRule<{ id: string; first: string; agent: string; values: string }>({
  code: 'parameter-not-unique',
  severity: 'warning',
  message: ({ id, first, agent, values }) =>
    `${quote(id)} has ${quote(values)} like ${quote(first)}: two resources of ${agent} disturb each other where that is the same`,
  hint: ({ id }) => `give ${quote(id)} another value`,
  check: ({ cluster, report }) => {
    const seen = new Map<string, string>()
    for (const { id, agent, primitive, parameter } of servicesOf(cluster)) {
      const parameters = agentMetadata(agent)?.parameters ?? []
      // Addresses are compared by what they mean, in `address-duplicate`.
      const address = addressAgentOf(cluster, primitive)?.address
      for (const group of new Set(parameters.flatMap(({ uniqueGroup }) => uniqueGroup ?? []))) {
        const names = parameters.filter(({ uniqueGroup }) => uniqueGroup === group).map(({ name }) => name)
        if (address !== undefined && names.includes(address)) continue
        const set = names.flatMap((name) => {
          const value = parameter(name)
          return value === undefined || value === '' ? [] : [`${name}=${value}`]
        })
        if (set.length === 0) continue
        const key = JSON.stringify([agent, set])
        const first = seen.get(key)
        if (first === undefined) seen.set(key, id)
        else report(pathOfId(cluster, id), { id, first, agent, values: set.join(' ') })
      }
    }
  },
})

export const docs: RuleDocs = {
  about: 'Two resources of one agent have the same value of a parameter that the agent declares as unique.',
  why: 'A unique parameter is what the agent manages, or where it notes whether it runs: a disk, a state file, a pid file. With the same one, stopping either stops both, or one counts as running because the other is.',
  source: 'OCF resource agent API, unique and unique-group; pcs resource create reports an error',
  wrong: `cluster({
  resources: [
    primitive('first', 'ocf:heartbeat:db2', { instance: 'db2inst1' }),
    primitive('second', 'ocf:heartbeat:db2', { instance: 'db2inst1' }),
  ],
})`,
  right: `cluster({
  resources: [
    primitive('first', 'ocf:heartbeat:db2', { instance: 'db2inst1' }),
    primitive('second', 'ocf:heartbeat:db2', { instance: 'db2inst2' }),
  ],
})`,
  fix: 'pcs resource update second instance=db2inst2',
}
