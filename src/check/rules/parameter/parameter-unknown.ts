import { nearest } from '../../../diagnostics/nearest.js'
import { quote } from '../../../diagnostics/quote.js'
import { metaAttribute } from '../../../options/meta-attributes.js'
import {
  isParameter,
  type ParameterPlace,
  parameterNames,
  parameterPlace,
} from '../../lookup/agent-parameters.js'
import { didYouMean } from '../../lookup/values.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

/** A parameter that the agent does not have. */
export const rule = defineRule<ParameterPlace>({
  code: 'parameter-unknown',
  severity: 'warning',
  message: ({ name, agent }) =>
    `${quote(name)} is not a parameter of ${agent.name}: the agent does not read it`,
  hint: ({ name, agent }) => {
    const meta = name.replaceAll('_', '-')
    if (metaAttribute(meta) !== undefined) return `write it as the meta attribute ${quote(meta)}`
    return didYouMean(nearest(name, parameterNames(agent)))
  },
  visit: {
    nvpair: (place, { cluster, report }) => {
      const found = parameterPlace(cluster, place)
      if (found === undefined || isParameter(found.agent, found.name)) return
      report({ place, attribute: 'name' }, found)
    },
  },
})

export const docs: RuleDocs = {
  about: 'A resource sets a parameter that its agent does not have, in no release that lightcib knows.',
  why: 'Agents are given parameters as environment variables and read those that they know: a misspelt one is not there, and its default is used. A filesystem with optoins=noexec is mounted without noexec.',
  source: 'metadata of the agents; pcs resource create rejects the name without --force',
  pacemaker: { does: 'passes the name to the agent', versions: 'all' },
  wrong: `cluster({
  resources: [
    primitive('data', 'ocf:heartbeat:Filesystem', { device: '/dev/sdb1', directory: '/srv', fstype: 'xfs', optoins: 'noexec' }),
  ],
})`,
  right: `cluster({
  resources: [
    primitive('data', 'ocf:heartbeat:Filesystem', { device: '/dev/sdb1', directory: '/srv', fstype: 'xfs', options: 'noexec' }),
  ],
})`,
  fix: 'pcs resource update data optoins= options=noexec',
}
