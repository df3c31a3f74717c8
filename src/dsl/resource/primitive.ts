import { ArgumentError } from '../../diagnostics/argument-error.js'
import { quote } from '../../diagnostics/quote.js'
import { type Primitive, parseAgent, type Template } from '../../model/index.js'
import { describeValue } from '../../model/wellformed/describe.js'
import type { CheckedParameters, SomeParameters } from '../agents/checked-parameters.js'
import { type AttributesOption, setsOf } from '../attribute/attribute-sets.js'
import type { OptionTable } from '../options.js'
import type { AgentName, ParametersOf } from './agent-parameters.js'
import { type OperationsOption, operationsOf } from './operations.js'
import { type ResourceOptions, resourceFields } from './resource-fields.js'

/** What a primitive or template may be given beside its parameters. */
export interface PrimitiveOptions extends ResourceOptions {
  readonly operations?: OperationsOption
  /** What it needs of a node's capacity: `{ cpu: 2 }`. */
  readonly utilization?: AttributesOption
}

const primitiveOptions = {
  of: 'a primitive',
  options: { meta: 'child', description: 'attribute', operations: 'child', utilization: 'child' },
} as const satisfies OptionTable<PrimitiveOptions>

/**
 * A primitive run by the agent of that name (`ocf:heartbeat:IPaddr2`, `systemd:haproxy`, `stonith:fence_ipmilan`),
 * with just the operations given here. Throws a TypeError where the agent's name has no class.
 *
 * @example
 * ```ts
 * const mail = primitive('mail', 'ocf:heartbeat:postfix', { config_dir: '/srv/mail' }, {
 *   operations: { monitor: { interval: '10s', timeout: '30s' } },
 * })
 * // <primitive id="mail" class="ocf" provider="heartbeat" type="postfix">
 * // pcs resource create mail ocf:heartbeat:postfix config_dir=/srv/mail op monitor interval=10s timeout=30s
 * ```
 */
export function primitive<
  const Id extends string,
  const Agent extends AgentName,
  const Given extends SomeParameters<ParametersOf<Agent>>,
>(
  id: Id,
  agent: Agent,
  parameters?: CheckedParameters<Agent, ParametersOf<Agent>, Given>,
  options: PrimitiveOptions = {},
): Primitive<Id> {
  return {
    element: 'primitive',
    id,
    ...agentFields(agent),
    ...serviceFields(id, parameters as AttributesOption, options),
  }
}

/**
 * What several primitives share; they name it with `primitiveOf`. No pcs command creates one.
 *
 * @example
 * ```ts
 * const address = template('address', 'ocf:heartbeat:IPaddr2', { cidr_netmask: 24 })
 * // <template id="address" class="ocf" provider="heartbeat" type="IPaddr2">
 * ```
 */
export function template<const Id extends string, const Agent extends AgentName>(
  id: Id,
  agent: Agent,
  parameters?: AttributesOption<Partial<ParametersOf<Agent>>>,
  options: PrimitiveOptions = {},
): Template<Id> {
  return { element: 'template', id, ...agentFields(agent), ...serviceFields(id, parameters, options) }
}

/**
 * A primitive whose agent, and all that it does not set itself, come from a template.
 *
 * @example
 * ```ts
 * const address = template('address', 'ocf:heartbeat:IPaddr2', { cidr_netmask: 24 })
 * const vip = primitiveOf('vip', address, { ip: '192.0.2.7' })
 * // <primitive id="vip" template="address">
 * ```
 */
export function primitiveOf<const Id extends string>(
  id: Id,
  from: string | Template,
  parameters?: AttributesOption,
  options: PrimitiveOptions = {},
): Primitive<Id> {
  const fields = serviceFields(id, parameters, options)
  return { element: 'primitive', id, template: typeof from === 'string' ? from : from.id, ...fields }
}

/** The options of a systemd unit. */
export interface SystemdOptions extends PrimitiveOptions {
  /** Default: the id. */
  readonly unit?: string
}

const systemdOptions = {
  of: 'systemd()',
  options: { ...primitiveOptions.options, unit: 'child' },
} as const satisfies OptionTable<SystemdOptions>

/**
 * A systemd unit, by default the one named like the resource.
 *
 * @example
 * ```ts
 * const volume = systemd('volume', { unit: 'openstack-cinder-volume' })
 * // <primitive id="volume" class="systemd" type="openstack-cinder-volume"/>
 * // pcs resource create volume systemd:openstack-cinder-volume
 * ```
 */
export function systemd<const Id extends string>(id: Id, options: SystemdOptions = {}): Primitive<Id> {
  const fields = serviceFields(id, undefined, options, systemdOptions)
  return { element: 'primitive', id, ...agentFields(`systemd:${options.unit ?? id}`), ...fields }
}

function agentFields(name: string) {
  const agent = typeof name === 'string' ? parseAgent(name) : undefined
  if (agent === undefined) {
    throw new ArgumentError(
      `invalid agent name ${typeof name === 'string' ? quote(name) : describeValue(name)}: expected class:type or ocf:provider:type`,
    )
  }
  return agent
}

function serviceFields(
  id: string,
  parameters: AttributesOption<object> | undefined,
  options: PrimitiveOptions,
  table: Parameters<typeof resourceFields>[2] = primitiveOptions,
) {
  const operations = operationsOf(id, options.operations)
  return {
    ...resourceFields(id, options, table),
    instanceAttributes: setsOf('instance_attributes', id, parameters),
    utilization: setsOf('utilization', id, options.utilization),
    ...(operations === undefined ? {} : { operations }),
  }
}
