import type { Cluster } from '../../model/index.js'
import type { ClusterStatus } from '../cluster-status.js'
import type { Event } from '../event/event.js'
import type { Rest } from '../scheduler.js'

/** An event and what the scheduler did about it. */
export interface Observed {
  readonly cluster: Cluster
  readonly event: Event
  readonly before: ClusterStatus
  readonly rest: Rest
}

/** The ids of the agents that fail in an event, on any node. */
export function failedAgents({ failing, changes }: Event): readonly string[] {
  return failing === undefined ? Object.values(changes?.failed ?? {}).flat() : [failing.id]
}
