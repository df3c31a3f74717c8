import { type Cluster, nvpairValue, type Op, type RawElement } from '../../model/index.js'
import { templateOf } from '../../model/templates.js'
import { durationMs } from '../../options/values.js'
import type { Facts } from '../facts.js'
import { operationValue } from './operation-settings.js'

const attributesOf = ({ attributes }: RawElement): Readonly<Record<string, string>> =>
  Object.fromEntries(attributes)

/** True for an operation of the history that ended in another way than the transition expected. */
export function isFailedOperation(operation: RawElement): boolean {
  if (operation.name !== 'lrm_rsc_op') return false
  const attributes = attributesOf(operation)
  const code = Number(attributes['rc-code'] ?? 0)
  const status = Number(attributes['op-status'] ?? 0)
  // Pending, or ended as one that a newer one replaced.
  if (status < 0 || status === 1) return false
  if (isProbe(operation)) return ![0, 7, 8].includes(code)
  const expected = Number(attributes['transition-key']?.split(':')[2] ?? 0)
  if (code === expected) return status > 1
  return !(code === 8 && expected === 0 && status === 0) || attributes.operation !== 'monitor'
}

/** True for a monitor that runs once, to see whether the resource runs. */
export function isProbe(operation: RawElement): boolean {
  const { operation: name, interval = '0' } = attributesOf(operation)
  return name === 'monitor' && interval === '0'
}

/** A failed operation of a resource. */
export interface FailedOperation {
  readonly id: string
  /** `start`, `monitor`, `stop`. */
  readonly name: string
}

/** The failed operations for which Pacemaker fences the node of a `<node_state>`, where fencing is on. */
export function fencingFailures(
  state: RawElement,
  cluster: Cluster,
  { index, meta }: Facts,
): FailedOperation[] {
  const histories = state.children
    .filter(({ name }) => name === 'lrm')
    .flatMap((lrm) => lrm.children.flatMap(({ children }) => children))
  return histories.flatMap((history) => {
    const { id: instance = '' } = attributesOf(history)
    const id = instance.replace(/:\d+$/, '')
    const entry = index.get(id)
    if (entry?.resource?.element !== 'primitive') return []
    // A failure that may have expired.
    if ((durationMs(meta(entry, 'failure-timeout') ?? '0') ?? 0) > 0) return []
    const { operations = templateOf(cluster, entry.resource)?.operations } = entry.resource
    const failed = history.children.filter(isFailedOperation).map(attributesOf)
    const fencing = failed.filter(
      (operation) => onFail(operation, operations?.ops ?? [], cluster) === 'fence',
    )
    return fencing.map(({ operation: name = '' }) => ({ id, name }))
  })
}

function onFail(
  { operation = '', interval = '0' }: Readonly<Record<string, string>>,
  ops: readonly Op[],
  cluster: Cluster,
): string | undefined {
  const op = ops.find(
    ({ name, interval: own = '0' }) => name === operation && String(durationMs(own) ?? 0) === interval,
  )
  const value =
    (op && operationValue(op, 'on-fail', cluster)) ??
    nvpairValue(cluster.configuration.opDefaults?.items ?? [], 'on-fail')
  const known = value?.toLowerCase()
  if (operation !== 'stop') return known
  return known === 'block' || known === 'ignore' ? known : 'fence'
}
