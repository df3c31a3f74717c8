import { quote } from '../../../diagnostics/quote.js'
import { runsOnSeveralNodes } from '../../../graph/resource/members.js'
import { memoizePerCluster } from '../../../graph/resource/memoize.js'
import type { AttributeSet, Cluster } from '../../../model/index.js'
import { type Service, servicesOf, servicesOfType, typeOf } from '../../services.js'

/** That one service works only where another runs, and not before. */
export interface Need {
  readonly user: Service
  readonly storage: Service
  /** What it needs: `uses "/srv/db", which "fs" mounts`. */
  readonly how: string
}

/** File systems that several nodes mount at once, with the locks of the DLM. */
export const clustered = /^(gfs2|ocfs2)$/i

/** Agents of what has to be there before a service on the same node can use it. */
export const storageTypes: readonly string[] = [
  'Filesystem',
  'LVM',
  'LVM-activate',
  'Raid1',
  'mdraid',
  'ZFS',
  'iSCSITarget',
]

/** What the parameters of services show of each other. */
export const needsOf = memoizePerCluster((cluster: Cluster): readonly Need[] => [
  ...mountNeeds(cluster),
  ...volumeNeeds(cluster),
  ...targetNeeds(cluster),
  ...lockNeeds(cluster),
])

function mountNeeds(cluster: Cluster): readonly Need[] {
  const mounts = new Map<string, Service>()
  for (const mount of servicesOfType(cluster, ['Filesystem'])) {
    const directory = withoutSlash(mount.parameter('directory') ?? '')
    if (/^\/./.test(directory)) mounts.set(directory, mount)
  }
  if (mounts.size === 0) return []
  return servicesOf(cluster).flatMap((user) => {
    const found = new Map<Service, Need>()
    for (const path of pathsOf(user)) {
      const [directory, storage] = mountAbove(path, mounts) ?? []
      if (directory === undefined || storage === undefined || storage === user) continue
      if (directory === path && typeOf(user.agent) === 'Filesystem') continue
      found.set(storage, { user, storage, how: `uses ${quote(path)}, which ${quote(storage.id)} mounts` })
    }
    return [...found.values()]
  })
}

/** The paths among the parameters of a service; a mount point itself has to be there before, but its device need not. */
function pathsOf({ primitive, agent }: Service): readonly string[] {
  const isMount = typeOf(agent) === 'Filesystem'
  const pairs = primitive.instanceAttributes.flatMap(({ nvpairs }: AttributeSet) => nvpairs)
  return pairs.flatMap(({ name, value = '' }) =>
    /^\/[^\s:,;]+$/.test(value) && !(isMount && name !== 'directory') ? [withoutSlash(value)] : [],
  )
}

function mountAbove(
  path: string,
  mounts: ReadonlyMap<string, Service>,
): readonly [string, Service] | undefined {
  for (let at = path.length; at > 0; at = path.lastIndexOf('/', at - 1)) {
    const directory = path.slice(0, at)
    const mount = mounts.get(directory)
    if (mount !== undefined) return [directory, mount]
  }
  return undefined
}

function withoutSlash(path: string): string {
  return path.replace(/\/+$/, '')
}

/** `/dev/vg/lv` and `/dev/mapper/vg-lv`, where a resource activates the volume group. */
function volumeNeeds(cluster: Cluster): readonly Need[] {
  const groups = new Map<string, Service>()
  for (const service of servicesOfType(cluster, ['LVM', 'LVM-activate'])) {
    const name = service.parameter('vgname') ?? service.parameter('volgrpname')
    if (name !== undefined && !groups.has(name)) groups.set(name, service)
  }
  if (groups.size === 0) return []
  return servicesOf(cluster).flatMap((user): Need[] => {
    const isUnit = typeOf(user.agent) === 'iSCSILogicalUnit'
    const device = user.parameter(isUnit ? 'path' : 'device') ?? ''
    const storage = groups.get(volumeGroupOf(device) ?? '')
    if (storage === undefined || storage === user) return []
    return [
      { user, storage, how: `uses ${quote(device)}, whose volume group ${quote(storage.id)} activates` },
    ]
  })
}

/** `vg` of `/dev/vg/lv` and `/dev/mapper/vg-lv`, where a hyphen of the name is doubled. */
function volumeGroupOf(device: string): string | undefined {
  const [, mapped, plain] =
    /^\/dev\/(?:mapper\/((?:[^-]|--)+)-(?!-)|(?!mapper\/)([^/]+)\/)/.exec(device) ?? []
  return mapped?.replaceAll('--', '-') ?? plain
}

function targetNeeds(cluster: Cluster): readonly Need[] {
  const targets = new Map(
    servicesOfType(cluster, ['iSCSITarget']).map((target) => [target.parameter('iqn'), target]),
  )
  return servicesOfType(cluster, ['iSCSILogicalUnit']).flatMap((user) => {
    const iqn = user.parameter('target_iqn')
    const storage = iqn === undefined ? undefined : targets.get(iqn)
    return storage === undefined
      ? []
      : [{ user, storage, how: `belongs to the target of ${quote(storage.id)}` }]
  })
}

/** What takes its locks from the DLM, and what from lvmlockd. */
function lockNeeds(cluster: Cluster): readonly Need[] {
  const lockNeed = (user: Service, [storage]: readonly Service[]): Need[] =>
    storage === undefined ? [] : [{ user, storage, how: `takes its locks from ${quote(storage.id)}` }]
  const managers = servicesOfType(cluster, ['controld'])
  const daemons = servicesOfType(cluster, ['lvmlockd', 'clvm'])
  const mounts = servicesOfType(cluster, ['Filesystem']).filter(
    ({ parameter }) =>
      clustered.test(parameter('fstype') ?? '') && !(parameter('options') ?? '').includes('lock_nolock'),
  )
  const volumes = servicesOfType(cluster, ['LVM-activate']).filter(({ parameter }) =>
    /^(lvmlockd|clvmd)$/.test(parameter('vg_access_mode') ?? ''),
  )
  return [
    ...[...daemons, ...mounts].flatMap((user) => lockNeed(user, managers)),
    ...volumes.flatMap((user) => lockNeed(user, daemons)),
  ]
}

/** True for what runs on each node where it can. */
export function isEverywhere({ top }: Service): boolean {
  return runsOnSeveralNodes(top)
}
