import { roleOf } from '../model/roles.js'
import type { OutputElement } from './tool/read-output.js'

/** Where a resource is active. */
export interface ActiveResource {
  /** The id that its agent knows, without the number of an instance. */
  readonly id: string
  /** The same with the number of the instance, where each instance is another (globally-unique). */
  readonly instance: string
  readonly node: string
  readonly role: 'Started' | 'Promoted' | 'Unpromoted'
}

/** The cluster as Pacemaker reads its status. */
export interface ClusterStatus {
  /** The names of all nodes that are online, remote and guest nodes too. */
  readonly online: readonly string[]
  /** What is active on nodes that are online, by id and node. */
  readonly active: readonly ActiveResource[]
}

/** Reads `<cluster_status>` or `<revised_cluster_status>` of crm_simulate. */
export function readClusterStatus(element: OutputElement): ClusterStatus {
  const nodes = element.first('nodes')?.children('node') ?? []
  const online = nodes
    .filter(({ attributes }) => attributes.online === 'true')
    .map(({ attributes }) => attributes.name ?? '')
  const known = new Set(online)
  const found = new Map<string, ActiveResource>()
  for (const resource of resourcesIn(element.first('resources'))) {
    const { active, id: instance = '', role } = resource.attributes
    if (active !== 'true') continue
    const id = instance.replace(/:\d+$/, '')
    for (const { attributes } of resource.children('node')) {
      const node = attributes.name ?? ''
      // Of several instances on a node, one that is Promoted counts.
      const isPromoted = found.get(`${id}\n${node}`)?.role === 'Promoted'
      if (known.has(node) && !isPromoted)
        found.set(`${id}\n${node}`, { id, instance, node, role: roleOf(role) ?? 'Started' })
    }
  }
  const order = [...found.keys()].sort()
  return { online: online.sort(), active: order.map((key) => found.get(key) as ActiveResource) }
}

/** All resources below, those in groups, clones and bundles too. */
function resourcesIn(element: OutputElement | undefined): readonly OutputElement[] {
  if (element === undefined) return []
  const collectives = ['group', 'clone', 'bundle', 'replica'].flatMap((name) => element.children(name))
  return [...element.children('resource'), ...collectives.flatMap(resourcesIn)]
}
