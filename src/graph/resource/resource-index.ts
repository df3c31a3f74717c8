import {
  type Cluster,
  isPromotable,
  type MetaAttributes,
  nvpairValue,
  primitivesOf,
  type Resource,
  resourcesOf,
} from '../../model/index.js'
import { memoizePerCluster } from './memoize.js'

/** A resource as constraints see it. */
export interface Entry {
  readonly id: string
  /** Undefined for the connection that `remote-node` makes. */
  readonly resource?: Exclude<Resource, { element: 'template' }>
  /** The group, clone or bundle that holds it. */
  readonly parent?: Entry
  /** True where it has the actions promote and demote. */
  readonly promotable: boolean
  readonly metaAttributes: readonly MetaAttributes[]
}

/** The resources of a cluster, found as Pacemaker finds what a constraint names. */
export class ResourceIndex {
  readonly #entries = new Map<string, Entry>()
  readonly #tags = new Map<string, readonly string[]>()

  readonly cluster: Cluster

  constructor(cluster: Cluster) {
    this.cluster = cluster
    for (const resource of resourcesOf(cluster)) this.#add(resource, undefined)
    for (const { id, objRefs } of cluster.configuration.tags?.items ?? []) {
      if (id !== undefined)
        this.#tags.set(
          id,
          objRefs.flatMap((ref) => ref.id ?? []),
        )
    }
    this.#addTemplates()
  }

  /** Every resource, those inside others after what holds them. */
  get entries(): Iterable<Entry> {
    return this.#entries.values()
  }

  /** The resource of that id, wherever it stands. */
  get(id: string): Entry | undefined {
    return this.#entries.get(id)
  }

  /**
   * What an id in a constraint stands for once the cluster has run: a primitive inside a clone or bundle stands for
   * the whole clone or bundle, a group inside a clone for nothing.
   */
  resolve(id: string | undefined): Entry | undefined {
    const entry = id === undefined ? undefined : this.#entries.get(id)
    if (entry === undefined) return undefined
    const top = topOf(entry)
    if (top === entry || top.resource?.element === 'group') return entry
    return entry.resource?.element === 'primitive' ? top : undefined
  }

  /** The ids that a template or tag stands for, undefined where the id names neither. */
  membersOf(id: string): readonly string[] | undefined {
    return this.#tags.get(id)
  }

  #add(resource: Resource, parent: Entry | undefined): void {
    if (resource.element === 'template') return
    const promotable = parent?.promotable ?? isPromotable(resource)
    const { id, metaAttributes } = resource
    const entry: Entry = {
      id,
      resource,
      promotable,
      metaAttributes,
      ...(parent === undefined ? {} : { parent }),
    }
    if (!this.#entries.has(id)) this.#entries.set(id, entry)
    for (const child of childrenOf(resource)) this.#add(child, entry)
    const guest = resource.element === 'primitive' ? nvpairValue(metaAttributes, 'remote-node') : undefined
    if (guest !== undefined && !this.#entries.has(guest)) {
      this.#entries.set(guest, { id: guest, promotable: false, metaAttributes: [] })
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

/** The index of a cluster's resources. */
export const resourceIndex = memoizePerCluster((cluster) => new ResourceIndex(cluster))

/** The resource at the top level that an entry is or belongs to. */
export function topOf(entry: Entry): Entry {
  let top = entry
  while (top.parent !== undefined) top = top.parent
  return top
}

/** True where `inner` is held by `outer`, directly or not. */
export function isInside(inner: Entry, outer: Entry): boolean {
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
