import { type Cluster, constraintsOf, type ResourceSet } from '../../model/index.js'
import type { ResourceEntry, ResourceIndex } from './resource-index.js'

/** A `resource_set` with what its references stand for. */
export interface ExpandedSet {
  readonly set: ResourceSet
  readonly members: readonly ResourceEntry[]
}

/** The sets that `id-ref` can name. */
export type SetsById = ReadonlyMap<string, ResourceSet>

/** Every `resource_set` of the constraints by its id, for `id-ref`. */
export function setsById(cluster: Cluster): SetsById {
  const sets = constraintsOf(cluster).flatMap(({ resourceSets }) => resourceSets)
  return new Map(sets.flatMap((set) => (set.id === undefined ? [] : [[set.id, set] as const])))
}

/**
 * The sets of a constraint as Pacemaker takes them. It stops at the first that names something unknown, and where
 * anything is unknown it does not follow tags and templates either.
 */
export function expandSets(
  { resourceSets }: { readonly resourceSets: readonly ResourceSet[] },
  index: ResourceIndex,
  byId: SetsById,
): ExpandedSet[] {
  const areKnown = resourceSets.every(({ resourceRefs }) =>
    resourceRefs.every(({ id = '' }) => index.resolve(id) !== undefined || index.membersOf(id) !== undefined),
  )
  const taken: ExpandedSet[] = []
  for (const listed of resourceSets) {
    const set = listed.idRef === undefined ? listed : byId.get(listed.idRef)
    const members = set && membersOf(set, index, areKnown)
    if (set === undefined || members === undefined) break
    taken.push({ set, members })
  }
  return taken
}

function membersOf(set: ResourceSet, index: ResourceIndex, follow: boolean): ResourceEntry[] | undefined {
  const ids = set.resourceRefs.flatMap(({ id = '' }) => {
    const tagged = follow && index.resolve(id) === undefined ? index.membersOf(id) : undefined
    return tagged ?? [id]
  })
  return resolveAll(index, ids)
}

/** What a name in a constraint stands for: a resource, or all that a tag or template names. */
export function taggedSet(index: ResourceIndex, id: string | undefined): ResourceEntry[] | undefined {
  if (id === undefined) return undefined
  return resolveAll(index, index.resolve(id) === undefined ? (index.membersOf(id) ?? []) : [id])
}

function resolveAll(index: ResourceIndex, ids: readonly string[]): ResourceEntry[] | undefined {
  const entries = ids.map((id) => index.resolve(id))
  return entries.length > 0 && entries.every((entry) => entry !== undefined) ? entries : undefined
}
