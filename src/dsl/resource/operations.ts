import { claimId, pcsId } from '../../model/ids.js'
import type { Op, Operations } from '../../model/index.js'
import { type AttributesOption, setsOf } from '../attribute/attribute-sets.js'
import type { Enumeration, Role } from '../enumerations.js'
import { listOf, type OneOrMany, texts, type Value } from '../values.js'

/** One operation; times are `20s`, `1min` or plain seconds. */
export interface OpOptions {
  /** Default `60s` for a monitor, `0s` (not recurring) for all else, as pcs has it. */
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

/** Operations by name; several of one name (a monitor for each role) as an array; or the element itself. */
export type OperationsByName = Readonly<Record<string, OneOrMany<OpOptions | Op>>>

/** What becomes the `<operations>` of the resource of that id. */
type OperationsBuilder = (resource: string) => Operations

/** The operations of a resource: by name, or with more to say of the `<operations>` itself. */
export type OperationsOption = OperationsByName | OperationsBuilder

/** Operations under an id of their own, for others to name; without any they are an empty `<operations>`. */
export function operations(
  byName: OperationsByName,
  options: { readonly id?: string } = {},
): OperationsBuilder {
  return (resource) => ({ element: 'operations', ...texts(options), ops: opsOf(resource, byName) })
}

/** Operations that stand elsewhere. CIB: `<operations id-ref="..."/>`; no pcs command makes one. */
export function operationsRef(idRef: string): OperationsBuilder {
  return () => ({ element: 'operations', idRef, ops: [] })
}

/** The `<operations>` of a resource: `pcs resource create ... op monitor interval=10s`. */
export function operationsOf(resource: string, option: OperationsOption | undefined): Operations | undefined {
  if (typeof option === 'function') return option(resource)
  const ops = opsOf(resource, option ?? {})
  return ops.length === 0 ? undefined : { element: 'operations', ops }
}

/** The interval of an operation where none is given. */
export function defaultInterval(name: string): string {
  return name === 'monitor' ? '60s' : '0s'
}

function opsOf(resource: string, byName: OperationsByName): Op[] {
  const taken = new Set<string>()
  return Object.entries(byName).flatMap(([name, given]) =>
    listOf(given).map((op) => opOf(resource, name, op, taken)),
  )
}

/** The operation of that name and these options; an element stays as it is. */
export function opOf(resource: string, name: string, options: OpOptions | Op, taken: Set<string>): Op {
  if ('element' in options) return options
  const { id: given, interval = defaultInterval(name), instanceAttributes, metaAttributes, ...rest } = options
  const id = given ?? claimId(pcsId.op(resource, name, String(interval)), taken)
  return {
    element: 'op',
    id,
    name,
    interval: String(interval),
    ...texts(rest),
    instanceAttributes: setsOf('instance_attributes', id, instanceAttributes),
    metaAttributes: setsOf('meta_attributes', id, metaAttributes),
  }
}
