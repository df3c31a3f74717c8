import type { ResourceEntry } from '../../../graph/resource/resource-index.js'
import type { Cluster } from '../../../model/index.js'
import { servicesOf, typeOf } from '../../services.js'

/** The agents of databases of which one instance, the promoted one, accepts writes. */
const withOnePrimary: readonly string[] = [
  'pgsqlms',
  'pgsql',
  'mysql',
  'mariadb',
  'redis',
  'db2',
  'ag',
  'SAPHana',
  'SAPHanaController',
]

/** The promotable clones of such databases. */
export function primaryDatabasesOf(cluster: Cluster): ReadonlyMap<ResourceEntry, string> {
  return new Map(
    servicesOf(cluster).flatMap(({ agent, entry, top }) =>
      agent.startsWith('ocf:') && entry.promotable && withOnePrimary.includes(typeOf(agent))
        ? [[top, agent] as const]
        : [],
    ),
  )
}
