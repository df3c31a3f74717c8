import type { Cluster, RawElement } from '../../model/index.js'
import { PacemakerError } from '../tool/pacemaker-error.js'
import { attributeOf, raw } from './raw-element.js'
import { nowInSeconds, withNodeState, withTransientAttributes } from './synthetic-status.js'

/** An operation that failed. */
export interface FailedOperation {
  /** The resource as its history has it: its id, with the number of the instance where each is another. */
  readonly resource: string
  readonly operation: string
  /** In milliseconds; 0 for one that does not recur. */
  readonly interval: number
  readonly node: string
  /** What the agent returned. */
  readonly code: number
}

/** Reads `RESOURCE_OPERATION_INTERVAL@NODE=CODE`, as crm_simulate has it. */
export function parseFailure(text: string): FailedOperation {
  const [, resource, operation, interval, node, code] = /^(.+)_([a-z]+)_(\d+)@(.+)=(\d+)$/.exec(text) ?? []
  if (resource === undefined || operation === undefined || node === undefined) {
    throw new PacemakerError(`"${text}" is not a failure: expected RESOURCE_OPERATION_INTERVAL@NODE=CODE`)
  }
  return { resource, operation, interval: Number(interval), node, code: Number(code) }
}

/**
 * The cluster in which this operation failed, as its history and its failure count show it. Written here and not by
 * `crm_simulate --op-inject`, after which that of Pacemaker 3.0.0 simulates nothing.
 */
export function withFailedOperation(cluster: Cluster, failure: FailedOperation): Cluster {
  const { resource, operation, interval, node } = failure
  let isFound = false
  const inHistory = (element: RawElement): RawElement => {
    const isOfResource = element.name === 'lrm_resource' && attributeOf(element, 'id') === resource
    if (!isOfResource) return { ...element, children: element.children.map(inHistory) }
    isFound = true
    return { ...element, children: [...element.children.map(earlier), entryOf(failure, element)] }
  }
  const key = `${resource}#${operation}_${interval}`
  const counts = { [`fail-count-${key}`]: '1', [`last-failure-${key}`]: nowInSeconds() }
  const changed = withNodeState(cluster, node, (state) => withTransientAttributes(inHistory(state), counts))
  if (isFound) return changed
  throw new PacemakerError(`"${resource}" cannot fail on "${node}": it has never run there`)
}

/** The entry as of a second ago at the latest: Pacemaker 3.0 ignores a failure in the second in which the resource was started. */
function earlier(entry: RawElement): RawElement {
  const latest = Number(nowInSeconds()) - 1
  const attributes = entry.attributes.map(([name, value]) => {
    const isLater = name === 'last-rc-change' && Number(value) > latest
    return [name, isLater ? String(latest) : value] as const
  })
  return { ...entry, attributes }
}

/** The entry of the history, later than those of the resource. */
function entryOf({ resource, operation, interval, code }: FailedOperation, history: RawElement): RawElement {
  const calls = history.children.map((entry) => Number(attributeOf(entry, 'call-id') ?? 0))
  const like = history.children.find(
    (entry) => attributeOf(entry, 'operation_key') === `${resource}_${operation}_${interval}`,
  )
  const digest = like && attributeOf(like, 'op-digest')
  const transition = '1:1:0:00000000-0000-0000-0000-000000000000'
  return raw('lrm_rsc_op', {
    id: `${resource}_last_failure_0`,
    operation_key: `${resource}_${operation}_${interval}`,
    operation,
    'transition-key': transition,
    'transition-magic': `0:${code};${transition}`,
    'call-id': String(Math.max(0, ...calls) + 1),
    'rc-code': String(code),
    'op-status': '0',
    interval: String(interval),
    'last-rc-change': nowInSeconds(),
    ...(digest === undefined ? {} : { 'op-digest': digest }),
  })
}
