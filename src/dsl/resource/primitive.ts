import { pcsId } from '../../model/ids.js'
import {
  type Clone,
  type Group,
  type Master,
  type Primitive,
  parseAgent,
  type Template,
} from '../../model/index.js'
import { type AttributesOption, setsOf } from '../attribute/attribute-sets.js'
import type { IdsOf } from '../ids.js'
import type { Value } from '../values.js'
import type { AgentName, ParametersOf } from './agents.js'
import { type OperationsOption, operationsOf } from './operations.js'

/** What every resource may be given beside its own things. */
export interface ResourceOptions {
  /** Meta attributes: `{ 'target-role': 'Stopped' }`. */
  readonly meta?: AttributesOption
  readonly description?: string
}

/** What a group, clone or bundle may be given. */
export interface CollectiveOptions extends ResourceOptions {
  /** Parameters for all that is inside. */
  readonly instanceAttributes?: AttributesOption
}

/** What a primitive or template may be given beside its parameters. */
export interface PrimitiveOptions extends ResourceOptions {
  readonly operations?: OperationsOption
  /** What it needs of a node's capacity: `{ cpu: 2 }`. */
  readonly utilization?: AttributesOption
}

/**
 * A primitive run by the agent of that name (`ocf:heartbeat:IPaddr2`, `systemd:haproxy`, `stonith:fence_ipmilan`).
 *
 * `primitive('vip', 'ocf:heartbeat:IPaddr2', { ip: '192.0.2.6' })` is
 * `pcs resource create vip ocf:heartbeat:IPaddr2 ip=192.0.2.6`, with just the operations given here.
 * Throws a TypeError where the agent's name has no class.
 */
export function primitive<const Id extends string, const Agent extends AgentName>(
  id: Id,
  agent: Agent,
  parameters?: AttributesOption<ParametersOf<Agent>>,
  options: PrimitiveOptions = {},
): Primitive<Id> {
  return { element: 'primitive', id, ...agentFields(agent), ...serviceFields(id, parameters, options) }
}

/**
 * What several primitives share; they name it with `primitiveOf`. CIB: `<template>`; no pcs command makes one.
 */
export function template<const Id extends string, const Agent extends AgentName>(
  id: Id,
  agent: Agent,
  parameters?: AttributesOption<Partial<ParametersOf<Agent>>>,
  options: PrimitiveOptions = {},
): Template<Id> {
  return { element: 'template', id, ...agentFields(agent), ...serviceFields(id, parameters, options) }
}

/** A primitive that takes its agent, and all that it does not say itself, from a template. */
export function primitiveOf<const Id extends string>(
  id: Id,
  from: string | Template,
  parameters?: AttributesOption<object>,
  options: PrimitiveOptions = {},
): Primitive<Id> {
  const fields = serviceFields(id, parameters, options)
  return { element: 'primitive', id, template: typeof from === 'string' ? from : from.id, ...fields }
}

/** A systemd unit, by default of the same name: `systemd('haproxy')` is `pcs resource create haproxy systemd:haproxy`. */
export function systemd<const Id extends string>(
  id: Id,
  { unit = id, ...options }: PrimitiveOptions & { readonly unit?: string } = {},
): Primitive<Id> {
  return primitive(id, `systemd:${unit}`, undefined, options)
}

/** Primitives that start in this order and stay together: `pcs resource group add ID MEMBER...`. */
export function group<const Id extends string, const Member extends string>(
  id: Id,
  members: readonly [Primitive<Member>, ...Primitive<Member>[]],
  options: CollectiveOptions = {},
): Group<Id, Member> {
  return { element: 'group', id, members, ...commonFields(id, options) }
}

type Clonable = Primitive | Group

/** The resource on several nodes at once, as `RESOURCE-clone`: `pcs resource clone RESOURCE [ID] meta ...`. */
export function clone<const R extends Clonable>(
  resource: R,
  options?: CollectiveOptions & { readonly id?: never },
): Clone<`${R['id']}-clone`, IdsOf<R>>
export function clone<const R extends Clonable, const Id extends string>(
  resource: R,
  options: CollectiveOptions & { readonly id: Id },
): Clone<Id, IdsOf<R>>
export function clone(resource: Clonable, options: CollectiveOptions & { readonly id?: string } = {}): Clone {
  const id = options.id ?? pcsId.clone(resource.id)
  return { element: 'clone', id, resource, ...commonFields(id, options) }
}

/** The meta attributes of a promotable clone, beside `promotable` itself. */
export type PromotableOptions = Omit<CollectiveOptions, 'meta'> & {
  readonly meta?: Readonly<Record<string, Value>>
}

/**
 * A clone with the roles Promoted and Unpromoted: `pcs resource promotable RESOURCE [ID] meta ...`,
 * which is a clone with the meta attribute `promotable=true`.
 */
export function promotable<const R extends Clonable>(
  resource: R,
  options?: PromotableOptions & { readonly id?: never },
): Clone<`${R['id']}-clone`, IdsOf<R>>
export function promotable<const R extends Clonable, const Id extends string>(
  resource: R,
  options: PromotableOptions & { readonly id: Id },
): Clone<Id, IdsOf<R>>
export function promotable(
  resource: Clonable,
  { id = pcsId.clone(resource.id), meta = {}, ...options }: PromotableOptions & { readonly id?: string } = {},
): Clone {
  return clone(resource, { ...options, id, meta: { ...meta, promotable: true } })
}

/** A promotable clone as it was before schema 3.1, as `RESOURCE-master`. CIB: `<master>`, gone in schema 4.0. */
export function master<const R extends Clonable>(
  resource: R,
  options?: CollectiveOptions & { readonly id?: never },
): Master<`${R['id']}-master`, IdsOf<R>>
export function master<const R extends Clonable, const Id extends string>(
  resource: R,
  options: CollectiveOptions & { readonly id: Id },
): Master<Id, IdsOf<R>>
export function master(
  resource: Clonable,
  options: CollectiveOptions & { readonly id?: string } = {},
): Master {
  const id = options.id ?? pcsId.master(resource.id)
  return { element: 'master', id, resource, ...commonFields(id, options) }
}

function agentFields(name: string) {
  const agent = parseAgent(name)
  if (agent === undefined)
    throw new TypeError(`${JSON.stringify(name)} is no agent; write class:type or ocf:provider:type`)
  return agent
}

function serviceFields(
  id: string,
  parameters: AttributesOption<object> | undefined,
  options: PrimitiveOptions,
) {
  const operations = operationsOf(id, options.operations)
  return {
    ...commonFields(id, { ...options, instanceAttributes: parameters }),
    utilization: setsOf('utilization', id, options.utilization),
    ...(operations === undefined ? {} : { operations }),
  }
}

/** The fields that all resources have. */
export function commonFields(
  id: string,
  {
    meta,
    description,
    instanceAttributes,
  }: ResourceOptions & { instanceAttributes?: AttributesOption<object> | undefined },
) {
  return {
    ...(description === undefined ? {} : { description }),
    instanceAttributes: setsOf('instance_attributes', id, instanceAttributes),
    metaAttributes: setsOf('meta_attributes', id, meta),
  }
}
