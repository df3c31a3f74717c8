import { agentOf, primitivesOf, type Resource } from '../model/index.js'
import type { Reduction } from './reduce.js'

/** What a reduction did and gives up, as text for an operator. */
export function reductionReport(reduction: Reduction): string {
  const { kept, moved, dropped, lostOrders, lostColocations, lost } = reduction
  const instead = lost === 'bridge' ? 'bridged by a direct constraint' : 'not kept: the service has to retry'
  return [
    ...part('Stay under Pacemaker', kept.map(nameOf)),
    ...part(
      'Leave Pacemaker',
      moved.map(
        ({ resource, retries }) => `${nameOf(resource)}: ${successorOf(resource)}${retriesOf(retries)}`,
      ),
    ),
    ...part(
      'Constraints that go',
      dropped.map(
        ({ constraint, gone }) => `${constraint.id ?? constraint.element}: ${gone.join(' and ')} left`,
      ),
    ),
    ...part(
      `Orders between what stays that went through what left (${instead})`,
      lostOrders.map(
        ({ first, firstAction, then, thenAction, kind, through }) =>
          `${then} ${thenAction === 'start' || thenAction === 'stop' ? '' : 'was '}${done[thenAction]} only after ${first} was ${done[firstAction]} (${kind}), through ${through.join(', ')}`,
      ),
    ),
    ...part(
      `Colocations between what stays that went through what left (${instead})`,
      lostColocations.map(({ rsc, withRsc }) => `${rsc} ran only where ${withRsc} ran`),
    ),
  ].join('\n')
}

const done = { start: 'started', stop: 'stopped', promote: 'promoted', demote: 'demoted' } as const

function part(title: string, lines: readonly string[]): readonly string[] {
  return [`${title}: ${lines.length}`, ...lines.map((line) => `  ${line}`), '']
}

function nameOf(resource: Resource): string {
  const agents = [...new Set(primitivesOf(resource).map(agentOf))]
  return agents.length === 0 ? resource.id : `${resource.id} (${agents.join(', ')})`
}

function successorOf(resource: Resource): string {
  const units = primitivesOf(resource).flatMap(({ class: kind, type }) =>
    kind === 'systemd' ? [`${type}.service`] : [],
  )
  if (units.length > 0) return `systemd restarts ${units.join(', ')} (Restart=on-failure)`
  return 'no systemd unit is known; where it only marks a point in the start order, nothing has to take its place'
}

function retriesOf(ids: readonly string[]): string {
  return ids.length === 0 ? '' : `; has to retry ${ids.join(', ')}`
}
