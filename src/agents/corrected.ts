import type { AgentMetadata, ParameterMetadata } from './metadata.js'

/** Parameters that accept more than the type that the agent declares, and whose default does not show it. */
const wrongTypes: Readonly<Record<string, readonly string[]>> = {
  'ocf:heartbeat:gcp-pd-move': ['device_name'],
  'ocf:heartbeat:jboss': ['rotate_logsuffix'],
  'ocf:heartbeat:pingd': ['dampen', 'host_list', 'name', 'section', 'set'],
  'ocf:linbit:drbd': ['unfence_extra_args'],
  'ocf:pacemaker:HealthSMART': ['dampen'],
  'ocf:pacemaker:ping': ['dampen'],
  'ocf:pacemaker:pingd': ['dampen', 'host_list', 'name', 'section', 'set'],
}

/**
 * The metadata without what contradicts the agent itself: a type that its own default does not have, and `required` where
 * there is a default.
 */
export function corrected<Agent extends AgentMetadata>(agent: Agent): Agent {
  const wrong = wrongTypes[agent.name] ?? []
  return {
    ...agent,
    parameters: agent.parameters.map((parameter) => {
      const { name, type, required, default: byDefault = '' } = parameter
      const isWrong = wrong.includes(name) || (byDefault !== '' && !isOfType(parameter, byDefault))
      return { ...parameter, type: isWrong ? 'string' : type, required: required && byDefault === '' }
    }),
  }
}

const booleans = /^(true|false|yes|no|on|off|y|n|ja|1|0)$/i

/** True for a value of the type of a parameter, as OCF's shell functions and the library of the fence agents read it. */
export function isOfType({ type, values = [] }: ParameterMetadata, value: string): boolean {
  switch (type) {
    case 'boolean':
      return booleans.test(value)
    case 'integer':
    case 'second':
      return /^\s*[+-]?\d+\s*$/.test(value)
    case 'select':
      return values.includes(value)
    default:
      return true
  }
}
