import { memoizePerCluster } from '../../../graph/resource/memoize.js'
import type { Cluster } from '../../../model/index.js'
import { type Service, servicesOf, typeOf } from '../../services.js'

/** The groups with an NFS server, an export or a notification: the members in the order of their starts. */
export const nfsGroupsOf = memoizePerCluster((cluster: Cluster): readonly (readonly Service[])[] => {
  const groups = new Map<string, Service[]>()
  for (const service of servicesOf(cluster)) {
    const { parent } = service.entry
    if (parent?.resource?.element !== 'group') continue
    const members = groups.get(parent.id)
    if (members === undefined) groups.set(parent.id, [service])
    else members.push(service)
  }
  return [...groups.values()].filter((members) =>
    members.some(({ agent }) => ['nfsserver', 'exportfs', 'nfsnotify'].includes(typeOf(agent))),
  )
})

/** The positions of the members of some agents in a group. */
export function positionsOf(members: readonly Service[], types: readonly string[]): readonly number[] {
  return members.flatMap(({ agent }, at) => (types.includes(typeOf(agent)) ? [at] : []))
}
