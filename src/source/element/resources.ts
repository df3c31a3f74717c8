import { type AgentEntry, agentTable } from '../../dsl/resource/agent-table.js'
import { pcsId } from '../../model/ids.js'
import {
  agentOf,
  type Clone,
  type Group,
  type Master,
  type Primitive,
  parseAgent,
  type Resource,
  type Template,
} from '../../model/index.js'
import { array, type Code, call, callOcf, merge, object, text, unlessEmpty } from '../syntax/code.js'
import { field, fieldsOf } from '../syntax/fields.js'
import { bundleCode } from './bundles.js'
import { say } from './convert.js'
import { spell } from './literal.js'
import { operationsCode } from './operations.js'
import type { Scope } from './scope.js'
import { setsCode } from './sets.js'

/** The code of a resource. */
export function resourceCode(resource: Resource, scope: Scope): Code {
  const hasId = (resource.id as string | undefined) !== undefined
  const codes = hasId ? candidates(resource, scope) : []
  return say<Resource>(resource, {
    becomes: (made) => made,
    codes: codes as readonly (() => Code<Resource>)[],
    otherwise: () => spell(resource),
  })
}

function candidates(resource: Resource, scope: Scope): readonly (() => Code)[] {
  switch (resource.element) {
    case 'primitive':
      return resource.template === undefined
        ? primitiveCodes(resource)
        : [() => fromTemplate(resource, resource.template as string, scope)]
    case 'template':
      return serviceCodes('template', resource)
    case 'group':
      return [
        () => call('group', text(resource.id), membersOf(resource, scope), unlessEmpty(collective(resource))),
      ]
    case 'clone':
      return [...promotableCodes(resource, scope), ...cloneCodes('clone', resource, scope)]
    case 'master':
      return cloneCodes('master', resource, scope)
    case 'bundle':
      return [() => bundleCode(resource, scope, collective(resource))]
  }
}

function primitiveCodes(primitive: Primitive): readonly (() => Code)[] {
  const { id, provider = '', type = '', instanceAttributes } = primitive
  if (parseAgent(agentOf(primitive)) === undefined) return []
  const options = serviceOptions(primitive)
  if (primitive.class === 'systemd' && instanceAttributes.length === 0) {
    const unit = type === id ? undefined : text(type)
    return [() => call('systemd', text(id), unlessEmpty(merge(object({ unit }), options)))]
  }
  const agent = typedAgent(primitive)
  if (primitive.class !== 'ocf' || agent === undefined) return serviceCodes('primitive', primitive)
  return [() => callOcf(provider, type, text(id), parameters(primitive, agent), unlessEmpty(options))]
}

/** The code by the agent's name, where the name says all of it. */
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

/** The parameters; none where the agent wants some are an empty list of sets. */
function parameters(
  { id, instanceAttributes }: Primitive | Template,
  agent: AgentEntry | undefined,
): Code | undefined {
  const wantsSome = agent !== undefined && Object.keys(agent.required).length > 0
  return setsCode(id, instanceAttributes, { agent }) ?? (wantsSome ? array([]) : undefined)
}

/** The agent's parameters, where they are typed; a template may have any of them. */
function typedAgent(service: Primitive | Template): AgentEntry | undefined {
  const name = agentOf(service)
  const table: Readonly<Record<string, AgentEntry>> = agentTable
  const agent = Object.hasOwn(table, name) ? table[name] : undefined
  if (agent === undefined || service.element === 'primitive') return agent
  return { ...agent, required: {}, optional: { ...agent.required, ...agent.optional } }
}

function serviceOptions(service: Primitive | Template): Code<object> {
  const { id, metaAttributes, utilization, operations } = service
  return object([
    ...fieldsOf(service, { description: 'text' }),
    ['meta', setsCode(id, metaAttributes)],
    ['operations', operationsCode(operations, id)],
    ['utilization', setsCode(id, utilization)],
  ])
}

function membersOf({ members }: Group, scope: Scope): Code {
  return array(members.map(scope.place))
}

/** What groups, clones and bundles are given. */
function collective(resource: Exclude<Resource, Primitive | Template>): Code<object> {
  const { id, metaAttributes, instanceAttributes } = resource
  return object([
    ...fieldsOf(resource, { description: 'text' }),
    ['meta', setsCode(id, metaAttributes)],
    ['instanceAttributes', setsCode(id, instanceAttributes)],
  ])
}

function cloneCodes(
  builder: 'clone' | 'master',
  resource: Clone | Master,
  scope: Scope,
): readonly (() => Code)[] {
  const id = unlessMade(resource, builder)
  const options = unlessEmpty(merge(object({ id }), collective(resource)))
  return [() => call(builder, scope.place(resource.resource), options)]
}

/** The code of a clone whose `promotable` is a plain meta attribute, which that builder adds by itself. */
function promotableCodes(clone: Clone, scope: Scope): readonly (() => Code)[] {
  const [set, ...others] = clone.metaAttributes
  const pair = set?.nvpairs.find(({ name }) => name === 'promotable')
  if (set === undefined || others.length > 0 || pair?.value !== 'true' || pair.extra !== undefined) return []
  const nvpairs = set.nvpairs.filter((other) => other !== pair)
  const without = { ...clone, metaAttributes: nvpairs.length === 0 ? [] : [{ ...set, nvpairs }] }
  const options = unlessEmpty(merge(object({ id: unlessMade(clone, 'clone') }), collective(without)))
  return hasParts(options) ? [] : [() => call('promotable', scope.place(clone.resource), options)]
}

/** True for meta attributes that are more than names and values. */
function hasParts(options: Code<object> | undefined): boolean {
  const { meta = {} } = (options?.value ?? {}) as { readonly meta?: object }
  return typeof meta === 'function' || Object.values(meta).some((value) => typeof value === 'function')
}

function unlessMade({ id, resource }: Clone | Master, builder: 'clone' | 'master'): Code | undefined {
  return id === pcsId[builder](resource.id) ? undefined : field(id, 'text')
}
