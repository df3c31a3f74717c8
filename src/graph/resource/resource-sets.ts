import { type Cluster, constraintsOf, type ResourceSet } from '../../model/index.js'
import { memoizePerCluster } from './memoize.js'
import type { ResourceEntry, ResourceIndex } from './resource-index.js'

/** A `resource_set` with the resources that it refers to. */
export interface ExpandedSet {
  readonly set: ResourceSet
  readonly members: readonly ResourceEntry[]
}

interface KnownSets {
  /** Every set by its id, for `id-ref`; undefined for an id that two have. */
  readonly byId: ReadonlyMap<string, ResourceSet | undefined>
  /** The set after each in its own constraint. */
  readonly next: ReadonlyMap<ResourceSet, ResourceSet>
}

const knownSets = memoizePerCluster((cluster): KnownSets => {
  const byId = new Map<string, ResourceSet | undefined>()
  const next = new Map<ResourceSet, ResourceSet>()
  for (const { resourceSets } of constraintsOf(cluster)) {
    resourceSets.forEach((set, at) => {
      if (set.id !== undefined) byId.set(set.id, byId.has(set.id) ? undefined : set)
      const after = resourceSets[at + 1]
      if (after !== undefined) next.set(set, after)
    })
  }
  return { byId, next }
})

/** The sets that Pacemaker reads for a constraint. */
export interface WalkedSets {
  readonly sets: readonly ResourceSet[]
  /** The `id-ref` that leads back to a set already read, so that Pacemaker never ends. */
  readonly loop?: ResourceSet
}

/**
 * The sets of a constraint as Pacemaker goes through them: after one that an `id-ref` names it goes on with the set
 * after that one, in the constraint where that is. It stops at a reference to no set, or to several.
 */
export function walkSets(cluster: Cluster, [first]: readonly ResourceSet[]): WalkedSets {
  const { byId, next } = knownSets(cluster)
  const sets = new Set<ResourceSet>()
  for (let listed = first; listed !== undefined; ) {
    const set = listed.idRef === undefined ? listed : byId.get(listed.idRef)
    if (set === undefined) break
    if (sets.has(set)) return { sets: [...sets], loop: listed }
    sets.add(set)
    listed = next.get(set)
  }
  return { sets: [...sets] }
}

/**
 * The sets of a constraint as Pacemaker expands them. It stops at the first with an unknown reference. Tags and
 * templates it expands in the constraint itself only, up to the first `id-ref`, and not at all where any is unknown.
 */
export function expandSets(
  { resourceSets }: { readonly resourceSets: readonly ResourceSet[] },
  index: ResourceIndex,
): ExpandedSet[] {
  const areKnown = resourceSets.every(({ resourceRefs }) =>
    resourceRefs.every(({ id = '' }) => index.resolve(id) !== undefined || index.membersOf(id) !== undefined),
  )
  const expanded: ExpandedSet[] = []
  for (const [at, set] of walkSets(index.cluster, resourceSets).sets.entries()) {
    const isOwn = resourceSets[at] === set
    const members = membersOf(set, index, areKnown && isOwn)
    if (members === undefined) break
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
