import { agentOf, type Primitive, parseAgent, type Template } from '../../model/index.js'
import { metaAttribute } from '../../options/meta-attributes.js'
import { array, type Code, call, callAgent, merge, object, text, unlessEmpty } from '../syntax/code.js'
import { fieldsOf } from '../syntax/fields.js'
import { type TypedAgent, typedAgent } from '../typed-agent.js'
import { setsCode } from './attribute-sets.js'
import { operationsCode } from './operations.js'
import type { Scope } from './references.js'

/** The candidates for a primitive: by its template, as a systemd unit, as a typed agent, by the name of its agent. */
export function primitiveCodes(primitive: Primitive, scope: Scope): readonly (() => Code)[] {
  const { template } = primitive
  if (template !== undefined) return [() => fromTemplate(primitive, template, scope)]
  const { id, provider = '', type = '', instanceAttributes } = primitive
  if (parseAgent(agentOf(primitive)) === undefined) return []
  const options = serviceOptions(primitive)
  if (primitive.class === 'systemd' && instanceAttributes.length === 0) {
    const unit = type === id ? undefined : text(type)
    return [() => call('systemd', text(id), unlessEmpty(merge(object({ unit }), options)))]
  }
  const agent = typedAgent(primitive)
  if (agent === undefined) return serviceCodes('primitive', primitive)
  const builder = primitive.class === 'ocf' ? ['ocf', provider, type] : ['stonith', type]
  return [() => callAgent(builder, text(id), parameters(primitive, agent), unlessEmpty(options))]
}

/** The candidates for a template. */
export function templateCodes(template: Template): readonly (() => Code)[] {
  return serviceCodes('template', template)
}

/** The call with the agent's name, where that is complete. */
function serviceCodes(
  builder: 'primitive' | 'template',
  service: Primitive | Template,
): readonly (() => Code)[] {
  const name = agentOf(service)
  if (parseAgent(name) === undefined) return []
  const sets = parameters(service, typedAgent(service))
  return [() => call(builder, text(service.id), text(name), sets, unlessEmpty(serviceOptions(service)))]
}

function fromTemplate(primitive: Primitive, template: string, scope: Scope): Code {
  const sets = setsCode(primitive.id, primitive.instanceAttributes)
  return call(
    'primitiveOf',
    text(primitive.id),
    scope.mention(template),
    sets,
    unlessEmpty(serviceOptions(primitive)),
  )
}

/** The parameters; an empty list of sets where the agent requires some and there are none. */
function parameters(
  { id, instanceAttributes }: Primitive | Template,
  agent: TypedAgent | undefined,
): Code | undefined {
  const requiresSome = agent !== undefined && agent.required.length > 0
  return setsCode(id, instanceAttributes, { agent }) ?? (requiresSome ? array([]) : undefined)
}

function serviceOptions(service: Primitive | Template): Code<object> {
  const { id, metaAttributes, utilization, operations } = service
  return object([
    ...fieldsOf(service, { description: 'text' }),
    ['meta', setsCode(id, metaAttributes, { known: metaAttribute })],
    ['operations', operationsCode(operations, id)],
    ['utilization', setsCode(id, utilization)],
  ])
}
