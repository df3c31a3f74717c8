import { quote } from '../../../diagnostics/quote.js'
import { parameterOfAgent, parameterPlace } from '../../lookup/agent-parameters.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

/** A parameter that the agent will not have for ever. */
export const rule = defineRule<{ name: string; agent: string; replacedBy: string | undefined }>({
  code: 'parameter-deprecated',
  severity: 'info',
  message: ({ name, agent }) =>
    `${quote(name)} is a deprecated parameter of ${agent}: a later release does not read it`,
  hint: ({ replacedBy }) => (replacedBy === undefined ? undefined : `write ${quote(replacedBy)} instead`),
  visit: {
    nvpair: (place, { cluster, report }) => {
      const found = parameterPlace(cluster, place)
      const parameter = found && parameterOfAgent(found.agent, found.name)
      if (found === undefined || parameter?.deprecated !== true) return
      const { name, replacedBy } = parameter
      report({ place, attribute: 'name' }, { name, agent: found.agent.name, replacedBy })
    },
  },
})

export const docs: RuleDocs = {
  about: 'A resource sets a parameter that its agent calls deprecated, in all releases that have it.',
  why: 'It works today. The day it is gone, the fencing device has no address or no password.',
  source: 'metadata of fence-agents, attributes deprecated and obsoletes',
  wrong: `cluster({
  resources: [primitive('fencing', 'stonith:fence_apc', attributeSet({ ipaddr: '192.0.2.101', login: 'admin' }))],
})`,
  right: `cluster({
  resources: [primitive('fencing', 'stonith:fence_apc', { ip: '192.0.2.101', username: 'admin' })],
})`,
  fix: 'pcs stonith update fencing ipaddr= login= ip=192.0.2.101 username=admin',
}
