import { memoizePerCluster } from '../../../graph/resource/memoize.js'
import type { ResourceEntry } from '../../../graph/resource/resource-index.js'
import type { Cluster } from '../../../model/index.js'
import { servicesOf } from '../../services.js'

/** The agents of DRBD. */
export const drbdAgents: readonly string[] = ['ocf:linbit:drbd', 'ocf:heartbeat:drbd']

/** The promotable clones of DRBD. */
export const drbdClonesOf = memoizePerCluster(
  (cluster: Cluster): ReadonlySet<ResourceEntry> =>
    new Set(
      servicesOf(cluster).flatMap(({ agent, entry, top }) =>
        drbdAgents.includes(agent) && entry.promotable ? [top] : [],
      ),
    ),
)
