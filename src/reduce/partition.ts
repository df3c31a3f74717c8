import {
  type Cluster,
  type Group,
  type Primitive,
  primitivesOf,
  type Resource,
  resourcesOf,
} from '../model/index.js'

/** The resources that stay and those that leave Pacemaker. */
export interface Partition {
  readonly kept: readonly Resource[]
  readonly moved: readonly Resource[]
  /** Ids to keep that no resource has. */
  readonly unknown: readonly string[]
}

/**
 * Divides the resources by the ids to keep; a clone, bundle or group may be named by itself or by what it
 * runs. A group of which some members are named keeps those; templates stay with the primitives that name them.
 */
export function partition(cluster: Cluster, keep: readonly string[]): Partition {
  const wanted = new Set(keep)
  const resources = resourcesOf(cluster).filter(({ element }) => element !== 'template')
  const kept: Resource[] = []
  const moved: Resource[] = []
  for (const resource of resources) {
    const { stays, leaves } = split(resource, wanted)
    if (stays !== undefined) kept.push(stays)
    moved.push(...leaves)
  }
  const named = new Set(kept.flatMap(primitivesOf).map(({ template }) => template))
  const templates = resourcesOf(cluster).filter(({ element, id }) => element === 'template' && named.has(id))
  const known = new Set(
    resources.flatMap((resource) => [resource, ...primitivesOf(resource)]).map(({ id }) => id),
  )
  return { kept: [...templates, ...kept], moved, unknown: keep.filter((id) => !known.has(id)) }
}

function split(
  resource: Resource,
  wanted: ReadonlySet<string>,
): { readonly stays?: Resource; readonly leaves: readonly Resource[] } {
  if (wanted.has(resource.id)) return { stays: resource, leaves: [] }
  const named = primitivesOf(resource).filter(({ id }) => wanted.has(id))
  if (named.length === 0) return { leaves: [resource] }
  if (resource.element !== 'group') return { stays: resource, leaves: [] }
  return { stays: withMembers(resource, named), leaves: resource.members.filter(({ id }) => !wanted.has(id)) }
}

function withMembers(group: Group, members: readonly Primitive[]): Group {
  return { ...group, members: members as Group['members'] }
}
