import { claimId, pcsId } from '../../model/ids.js'
import type { Op, Operations } from '../../model/index.js'
import { type AttributesOption, setsOf } from '../attribute/attribute-sets.js'
import type { Enumeration, Role } from '../enumerations.js'
import { type OptionTable, optionFields } from '../options.js'
import { listOf, type OneOrMany, type Value } from '../values.js'

/** One operation; times are `20s`, `1min` or plain seconds. */
export interface OpOptions {
  /** Default `60s` for a monitor, `0s` (not recurring) for all else, as in pcs. */
  readonly interval?: Value
  readonly timeout?: Value
  readonly startDelay?: Value
  readonly intervalOrigin?: Value
  readonly role?: Role
  readonly onFail?: Enumeration<'onFail'>
  readonly enabled?: boolean
  readonly recordPending?: boolean
  readonly description?: string
  /** Default `RESOURCE-NAME-interval-INTERVAL`. */
  readonly id?: string
  /** `{ OCF_CHECK_LEVEL: 10 }` */
  readonly instanceAttributes?: AttributesOption
  readonly metaAttributes?: AttributesOption
}

const opOptions = {
  of: 'an operation',
  options: {
    interval: 'attribute',
    timeout: 'attribute',
    startDelay: 'attribute',
    intervalOrigin: 'attribute',
    role: 'attribute',
    onFail: 'attribute',
    enabled: 'attribute',
    recordPending: 'attribute',
    description: 'attribute',
    id: 'attribute',
    instanceAttributes: 'child',
    metaAttributes: 'child',
  },
} as const satisfies OptionTable<OpOptions>

/** Operations by name; several of one name (a monitor for each role) as an array; or the element itself. */
export type OperationsByName = Readonly<Record<string, OneOrMany<OpOptions | Op>>>

/** Builds the `<operations>` of the resource of that id. */
type OperationsBuilder = (resource: string) => Operations

/** The operations of a resource: by name, or as `operations` and `operationsRef` build them. */
export type OperationsOption = OperationsByName | OperationsBuilder

export interface OperationsOptions {
  readonly id?: string
}

const operationsOptions = {
  of: 'operations()',
  options: { id: 'attribute' },
} as const satisfies OptionTable<OperationsOptions>

/**
 * Operations with an id, for other resources to use; without any operation they are an empty `<operations>`.
 *
 * @example
 * ```ts
 * const web = systemd('web', { operations: operations({ monitor: { interval: '10s' } }, { id: 'usual' }) })
 * // <operations id="usual">
 * ```
 */
export function operations(byName: OperationsByName, options: OperationsOptions = {}): OperationsBuilder {
  return (resource) => ({
    element: 'operations',
    ...optionFields(options, operationsOptions),
    ops: opsOf(resource, byName),
  })
}

/**
 * The operations of that id, used here as well. No pcs command creates one.
 *
 * @example
 * ```ts
 * const web = systemd('web', { operations: operationsRef('usual') })
 * // <operations id-ref="usual"/>
 * ```
 */
export function operationsRef(idRef: string): OperationsBuilder {
  return () => ({ element: 'operations', idRef, ops: [] })
}

/** The `<operations>` of a resource: `pcs resource create ... op monitor interval=10s`. */
export function operationsOf(resource: string, option: OperationsOption | undefined): Operations | undefined {
  if (typeof option === 'function') return option(resource)
  const ops = opsOf(resource, option ?? {})
  return ops.length === 0 ? undefined : { element: 'operations', ops }
}

/** The interval of an operation that is given none. */
export function defaultInterval(name: string): string {
  return name === 'monitor' ? '60s' : '0s'
}

function opsOf(resource: string, byName: OperationsByName): Op[] {
  const used = new Set<string>()
  return Object.entries(byName).flatMap(([name, given]) =>
    listOf(given).map((op) => opOf(resource, name, op, used)),
  )
}

/** The operation of that name and these options; an element stays as it is. */
export function opOf(resource: string, name: string, options: OpOptions | Op, used: Set<string>): Op {
  if ('element' in options) return options
  const { interval = defaultInterval(name), instanceAttributes, metaAttributes } = options
  const id = options.id ?? claimId(pcsId.op(resource, name, String(interval)), used)
  return {
    element: 'op',
    name,
    ...optionFields({ ...options, id, interval }, opOptions),
    instanceAttributes: setsOf('instance_attributes', id, instanceAttributes),
    metaAttributes: setsOf('meta_attributes', id, metaAttributes),
  }
}
