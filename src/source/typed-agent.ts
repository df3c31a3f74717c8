import { agentMetadata } from '../agents/agent-metadata.js'
import type { ParameterMetadata } from '../agents/metadata.js'
import { agentOf, type Nvpair, type Primitive, type Template } from '../model/index.js'
import { fencingParameter, fencingParameterNames } from '../options/fencing-parameters.js'
import type { Kind } from './syntax/fields.js'

/** The parameters of an agent as `dsl/agents` types them. */
export interface TypedAgent {
  readonly required: readonly string[]
  readonly parameters: ReadonlyMap<string, Pick<ParameterMetadata, 'type' | 'values' | 'default'>>
}

/** The agent's parameters, where they are typed; a template may have any of them. */
export function typedAgent(service: Primitive | Template): TypedAgent | undefined {
  const metadata = agentMetadata(agentOf(service))
  if (metadata === undefined) return undefined
  const isTemplate = service.element === 'template'
  const needed = metadata.parameters.filter(
    ({ required, deprecated, replacedBy }) =>
      required && !isTemplate && !(deprecated && replacedBy !== undefined),
  )
  const own = metadata.parameters.map((parameter) => [parameter.name, parameter] as const)
  return {
    required: needed.map(({ name }) => name),
    parameters: new Map(service.class === 'stonith' ? [...ofPacemaker(), ...own] : own),
  }
}

function ofPacemaker(): readonly (readonly [string, Pick<ParameterMetadata, 'type' | 'values'>])[] {
  return fencingParameterNames.map((name) => {
    const { type, values } = fencingParameter(name) ?? {}
    if (type === 'boolean' || type === 'integer') return [name, { type }]
    return [name, type === 'select' && values !== undefined ? { type, values } : { type: 'string' }]
  })
}

/** True where the agent's type has these names and values, and none is missing; without an agent, all are right. */
export function suits(nvpairs: readonly Nvpair[], agent: TypedAgent | undefined): boolean {
  if (agent === undefined) return true
  const names = nvpairs.map(({ name }) => name)
  return (
    agent.required.every((name) => names.includes(name)) &&
    nvpairs.every(({ name = '', value }) => {
      const parameter = agent.parameters.get(name)
      return parameter !== undefined && (value === undefined || isTyped(parameter, value))
    })
  )
}

const booleans: readonly string[] = ['true', 'false', 'yes', 'no', 'on', 'off', '1', '0']

function isTyped({ type, values }: Pick<ParameterMetadata, 'type' | 'values'>, value: string): boolean {
  if (type === 'boolean') return booleans.includes(value)
  if (type === 'integer' || type === 'second') return /^-?\d+$/.test(value)
  return type !== 'select' || values?.includes(value) === true
}

/** How a parameter of the agent is written; without an agent, as any value. */
export function kindOf(agent: TypedAgent | undefined, name: string): Kind {
  const { type, default: byDefault = '' } = agent?.parameters.get(name) ?? {}
  if (type === 'string') return /^(true|false)$/.test(byDefault) ? 'value' : 'number'
  return type === 'select' ? 'text' : 'value'
}
