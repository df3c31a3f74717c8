import { escapeUnseen } from '../diagnostics/unseen.js'
import { agentOf, primitivesOf, type Resource } from '../model/index.js'
import { unitsOf } from '../model/systemd/units.js'
import type { Reduction } from './reduce.js'

/**
 * The reduction as a text for an operator: what stays, what leaves, and which guarantees are dropped or bridged.
 *
 * @example
 * ```ts
 * const [db, web] = [systemd('db'), systemd('web')]
 * const full = cluster({ resources: [db, web], constraints: [order(db, web)] })
 * const result = reduce(full, { keep: ['web'] })
 * const text = result.ok ? reductionReport(result.output) : ''
 * ```
 */
export function reductionReport(reduction: Reduction): string {
  const { kept, moved, removed, droppedOrders, droppedColocations, guarantees } = reduction
  const [orders, colocations] =
    guarantees === 'bridge'
      ? ['bridged by direct orders', 'bridged by direct colocations']
      : ['dropped: the service has to retry', 'dropped: the two may run on different nodes']
  return [
    ...part('Resources that stay under Pacemaker', kept.map(nameOf)),
    ...part(
      'Resources that leave Pacemaker',
      moved.map(
        ({ resource, retries }) => `${nameOf(resource)}: ${successorOf(resource)}${retriesOf(retries)}`,
      ),
    ),
    ...part(
      'Constraints that are removed or shortened, since they name resources that leave',
      removed.map(({ constraint, gone }) => `${constraint.id ?? constraint.element}: ${inWords(gone)}`),
    ),
    ...part(
      `Orders that follow only from resources that leave (${orders})`,
      droppedOrders.map(
        ({ first, firstAction, then, thenAction, kind, through }) =>
          `${then} ${begins[thenAction]} only after ${first} ${done[firstAction]} (${kind}), through ${inWords(through)}`,
      ),
    ),
    ...part(
      `Colocations that follow only from resources that leave (${colocations})`,
      droppedColocations.map(({ rsc, withRsc }) => `${rsc} runs only where ${withRsc} runs`),
    ),
  ]
    .map(escapeUnseen)
    .join('\n')
}

const begins = { start: 'starts', stop: 'stops', promote: 'is promoted', demote: 'is demoted' } as const
const done = {
  start: 'has started',
  stop: 'has stopped',
  promote: 'has been promoted',
  demote: 'has been demoted',
} as const

function part(title: string, lines: readonly string[]): readonly string[] {
  return [`${title}: ${lines.length}`, ...lines.map((line) => `  ${line}`), '']
}

function nameOf(resource: Resource): string {
  const agents = [...new Set(primitivesOf(resource).map(agentOf))]
  return agents.length === 0 ? resource.id : `${resource.id} (${agents.join(', ')})`
}

function successorOf(resource: Resource): string {
  const units = unitsOf([resource]).map(({ unit }) => unit)
  if (units.length > 0) return `systemd runs ${units.join(', ')}`
  return 'has no systemd unit; if it only marks a point in the start order, nothing has to replace it'
}

function retriesOf(ids: readonly string[]): string {
  return ids.length === 0 ? '' : `; has to retry until ${inWords(ids)} ${ids.length === 1 ? 'runs' : 'run'}`
}

function inWords(ids: readonly string[]): string {
  return [ids.slice(0, -1).join(', '), ...ids.slice(-1)].filter((text) => text !== '').join(' and ')
}
