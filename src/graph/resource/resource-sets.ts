import { type Cluster, constraintsOf, type ResourceSet } from '../../model/index.js'
import type { ResourceEntry, ResourceIndex } from './resource-index.js'

/** A `resource_set` with the resources that it refers to. */
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
 * The sets of a constraint as Pacemaker expands them. It stops at the first with an unknown reference, and where any
 * is unknown it does not expand tags and templates either.
 */
export function expandSets(
  { resourceSets }: { readonly resourceSets: readonly ResourceSet[] },
  index: ResourceIndex,
  byId: SetsById,
): ExpandedSet[] {
  const areKnown = resourceSets.every(({ resourceRefs }) =>
    resourceRefs.every(({ id = '' }) => index.resolve(id) !== undefined || index.membersOf(id) !== undefined),
  )
  const expanded: ExpandedSet[] = []
  for (const listed of resourceSets) {
    const set = listed.idRef === undefined ? listed : byId.get(listed.idRef)
    const members = set && membersOf(set, index, areKnown)
    if (set === undefined || members === undefined) break
    expanded.push({ set, members })
  }
  return expanded
}

function membersOf(set: ResourceSet, index: ResourceIndex, follow: boolean): ResourceEntry[] | undefined {
  const ids = set.resourceRefs.flatMap(({ id = '' }) => {
    const tagged = follow && index.resolve(id) === undefined ? index.membersOf(id) : undefined
    return tagged ?? [id]
  })
  return resolveAll(index, ids)
}

/** The resources of an id in a constraint: one, or all of a tag or template. */
export function taggedSet(index: ResourceIndex, id: string | undefined): ResourceEntry[] | undefined {
  if (id === undefined) return undefined
  return resolveAll(index, index.resolve(id) === undefined ? (index.membersOf(id) ?? []) : [id])
}

function resolveAll(index: ResourceIndex, ids: readonly string[]): ResourceEntry[] | undefined {
  const entries = ids.map((id) => index.resolve(id))
  return entries.length > 0 && entries.every((entry) => entry !== undefined) ? entries : undefined
}
