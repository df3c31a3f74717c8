import {
  booleanOf,
  type Cluster,
  isPromotable,
  primitivesOf,
  type Resource,
  resourcesOf,
} from '../../model/index.js'
import { memoizePerCluster } from './memoize.js'
import { type MetaOwner, metaOf } from './meta-attributes.js'

/** A resource as constraints refer to it. */
export interface ResourceEntry extends MetaOwner {
  readonly id: string
  /** The group, clone or bundle around it. */
  readonly parent?: ResourceEntry
  /** The member before it in its group. */
  readonly previous?: ResourceEntry
  /** True where it has the actions promote and demote. */
  readonly promotable: boolean
  /** The name of the guest node that it runs, which is the id of the connection to it. */
  readonly guest?: string
}

/** The resources of a cluster, found as Pacemaker resolves the ids in constraints. */
export class ResourceIndex {
  readonly #entries = new Map<string, ResourceEntry>()
  readonly #tags = new Map<string, readonly string[]>()

  readonly cluster: Cluster

  constructor(cluster: Cluster) {
    this.cluster = cluster
    for (const resource of resourcesOf(cluster)) this.#add(resource)
    for (const { id, objRefs } of cluster.configuration.tags?.items ?? []) {
      if (id !== undefined)
        this.#tags.set(
          id,
          objRefs.flatMap((ref) => ref.id ?? []),
        )
    }
    this.#addTemplates()
  }

  /** Every resource, each after its parent. */
  get entries(): Iterable<ResourceEntry> {
    return this.#entries.values()
  }

  /** The resource of that id, wherever it is nested. */
  get(id: string): ResourceEntry | undefined {
    return this.#entries.get(id)
  }

  /**
   * What an id in a constraint refers to once the cluster has run: that of a primitive inside a clone or bundle refers
   * to the whole clone or bundle, that of a group inside a clone to nothing.
   */
  resolve(id: string | undefined): ResourceEntry | undefined {
    const entry = id === undefined ? undefined : this.#entries.get(id)
    if (entry === undefined) return undefined
    const top = topOf(entry)
    if (top === entry || top.resource?.element === 'group') return entry
    return entry.resource?.element === 'primitive' ? top : undefined
  }

  /** The ids that a template or tag refers to, undefined where the id is that of neither. */
  membersOf(id: string): readonly string[] | undefined {
    return this.#tags.get(id)
  }

  /** Adds a resource and what is in it; Pacemaker ignores one without an id, and all that is in it. */
  #add(resource: Resource, parent?: ResourceEntry, previous?: ResourceEntry): void {
    const { id }: { readonly id?: string } = resource
    if (resource.element === 'template' || id === undefined) return
    const promotable = parent?.promotable ?? hasRoles(this.cluster, resource)
    const guest = guestOf(resource, parent)
    const entry: ResourceEntry = {
      id,
      resource,
      promotable,
      ...(parent && { parent }),
      ...(previous && { previous }),
      ...(guest === undefined ? {} : { guest }),
    }
    if (!this.#entries.has(id)) this.#entries.set(id, entry)
    let last: ResourceEntry | undefined
    for (const child of childrenOf(resource)) {
      this.#add(child, entry, last)
      last = this.#entries.get(child.id)
    }
    if (guest !== undefined && !this.#entries.has(guest)) {
      this.#entries.set(guest, { id: guest, promotable: false })
    }
  }

  #addTemplates(): void {
    const derived = new Map<string, string[]>()
    for (const resource of resourcesOf(this.cluster)) {
      for (const { id, template } of primitivesOf(resource)) {
        if (template === undefined) continue
        const ids = derived.get(template) ?? []
        derived.set(template, ids)
        ids.push(id)
      }
    }
    for (const [template, ids] of derived) this.#tags.set(template, ids)
  }
}

/** True for what has the actions promote and demote: its clone or bundle declares it. */
function hasRoles(cluster: Cluster, resource: Exclude<Resource, { element: 'template' }>): boolean {
  if (resource.element !== 'clone') return isPromotable(resource)
  return booleanOf(metaOf(cluster, { resource }, 'promotable')) === true
}

/** Only a meta attribute of the primitive itself makes a guest node of it, and only outside clones; the last one counts. */
function guestOf(resource: Resource, parent: ResourceEntry | undefined): string | undefined {
  const isOutside = parent === undefined || (parent.resource?.element === 'group' && !parent.parent)
  if (resource.element !== 'primitive' || !isOutside) return undefined
  const pairs = resource.metaAttributes.flatMap(({ nvpairs }) => nvpairs)
  return pairs.filter(({ name }) => name === 'remote-node').at(-1)?.value
}

/** The index of a cluster's resources. */
export const resourceIndex = memoizePerCluster((cluster) => new ResourceIndex(cluster))

/** The resource at the top level that an entry is or belongs to. */
export function topOf(entry: ResourceEntry): ResourceEntry {
  let top = entry
  while (top.parent !== undefined) top = top.parent
  return top
}

/** True where `outer` is an ancestor of `inner`. */
export function isInside(inner: ResourceEntry, outer: ResourceEntry): boolean {
  for (let at = inner.parent; at !== undefined; at = at.parent) if (at === outer) return true
  return false
}

function childrenOf(resource: Resource): readonly Exclude<Resource, { element: 'template' }>[] {
  switch (resource.element) {
    case 'group':
      return resource.members
    case 'clone':
    case 'master':
      return [resource.resource]
    case 'bundle':
      return resource.primitive === undefined ? [] : [resource.primitive]
    default:
      return []
  }
}
