import { nearestResource, UnknownResourceError } from '../../graph/resource/known-resource.js'
import { type Bundle, type Cluster, primitivesOf, type Resource, resourcesOf } from '../../model/index.js'
import type { Role } from '../../model/roles.js'
import type { ClusterStatus } from '../cluster-status.js'

/** A resource as its agents run: the ids that they know. */
export interface Subject {
  /** Its primitives, or the containers of a bundle. */
  readonly agents: readonly string[]
  readonly bundle?: Bundle
}

/**
 * What a resource of that id runs, wherever it is nested: of a bundle, and of what is inside one, the containers. Throws
 * `UnknownResourceError` where no resource has that id, or runs nothing.
 */
export function subjectOf(cluster: Cluster, id: string): Subject {
  for (const resource of resourcesOf(cluster)) {
    const inside = primitivesOf(resource)
    const isInner = 'resource' in resource && resource.resource.id === id
    if (resource.id !== id && !isInner && !inside.some((primitive) => primitive.id === id)) continue
    if (resource.element === 'bundle') return { agents: containersOf(resource), bundle: resource }
    return { agents: resource.id === id || isInner ? inside.map((primitive) => primitive.id) : [id] }
  }
  throw new UnknownResourceError(id, nearestResource(cluster, id))
}

/** The ids of all that may be active, of these resources or of all. */
export function agentsIn(
  cluster: Cluster,
  resources: readonly Resource[] = resourcesOf(cluster),
): readonly string[] {
  const ids = resources.filter(({ element }) => element !== 'template').map(({ id }) => id)
  return [...new Set(ids.flatMap((id) => subjectOf(cluster, id).agents))].sort()
}

/** What an id runs, and what runs inside of it if it is a bundle. */
export function innerAgents(cluster: Cluster, id: string): readonly string[] {
  const { agents, bundle } = subjectOf(cluster, id)
  return bundle?.primitive === undefined ? agents : [...agents, bundle.primitive.id]
}

function containersOf({ id, container }: Bundle): readonly string[] {
  const { element, replicas, promotedMax, masters } = container
  const count = Number(replicas ?? promotedMax ?? masters ?? 1)
  return Array.from({ length: count }, (_, at) => `${id}-${element}-${at}`)
}

/** The nodes where a resource is active; in that role, where one is asked about. */
export function nodesOfSubject(
  { agents, bundle }: Subject,
  { active }: ClusterStatus,
  role: Role | undefined,
): readonly string[] {
  const isIn = (id: string) => agents.includes(id)
  const inRole = active.filter(
    (each) => role === undefined || (each.role === 'Promoted') === (role === 'Promoted'),
  )
  if (bundle === undefined || role === undefined) return unique(inRole.filter(({ id }) => isIn(id)))
  // The role is that of what runs inside, on a guest node that has the number of its container.
  const inner = new Set(
    inRole.filter(({ id }) => id === bundle.primitive?.id).map(({ node }) => node.slice(bundle.id.length)),
  )
  return unique(active.filter(({ id }) => isIn(id) && inner.has(id.slice(id.lastIndexOf('-')))))
}

function unique(all: ClusterStatus['active']): readonly string[] {
  return [...new Set(all.map(({ node }) => node))].sort()
}
