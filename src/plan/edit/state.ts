import { type CibElement, type Cluster, type Resource, resourcesOf } from '../../model/index.js'
import { walk } from '../../model/walk.js'
import { type Dialect, dialects, type PcsVersion } from '../../pcs/command/pcs-version.js'
import { type ResourceScope, resourceScopes } from '../../pcs/command/resource-scope.js'
import { innerIds, namesIn, ownIds } from '../../pcs/plan/ids.js'
import { sections } from '../../pcs/plan/sections.js'
import type { ConversionState } from '../../pcs/plan/state.js'
import { type ItemEdit, itemsOf } from './edit.js'

/** What the CIB has while one change after the other is converted: the ids that are used, and what constraints may name. */
export class PlanState {
  readonly dialect: Dialect
  readonly ids = new Set<string>()
  /** The property sets that were there before any change, or came with one. */
  readonly #propertySets = new Set<string | undefined>()
  readonly #names = new Set<string>()
  readonly #seen = new Set<string>()
  readonly #scopes = new Map<string, ResourceScope>()

  constructor(from: Cluster, pcs: PcsVersion) {
    this.dialect = dialects[pcs]
    walk(from.configuration, ({ element }) => {
      if ('id' in element && element.id !== undefined && !references.includes(element.element))
        this.ids.add(element.id)
    })
    for (const { id } of from.configuration.crmConfig?.items ?? []) this.#propertySets.add(id)
    for (const [id, scope] of resourceScopes(resourcesOf(from))) this.#scopes.set(id, scope)
    for (const section of sections) {
      for (const item of itemsOf(section, from).values()) {
        for (const name of namesIn(item)) this.#names.add(name)
        if (keyed.includes(section.name)) this.#note(section, item)
      }
    }
  }

  /** For `convertItem`. */
  get conversion(): ConversionState {
    return {
      ids: this.ids,
      seen: this.#seen,
      names: this.#names,
      resources: this.#scopes,
      pathOf: () => undefined,
      dialect: this.dialect,
      strategy: 'commands',
      referenced: undefined,
    }
  }

  /** True for the set that `pcs property set` writes into, which is the first one, because there is no other. */
  isOnlyPropertySet(id: string): boolean {
    return this.#propertySets.size === 1 && this.#propertySets.has(id)
  }

  /** The CIB after an edit. */
  apply({ section, before, after }: ItemEdit): void {
    if (before !== undefined) for (const [id] of ownIds(before)) this.ids.delete(id)
    if (after !== undefined) for (const [id] of ownIds(after)) this.ids.add(id)
    if (after?.element === 'cluster_property_set') this.#propertySets.add(after.id)
    if (section.name !== 'resources') return
    for (const [id] of scopesOf(before)) this.#scopes.delete(id)
    for (const [id, scope] of scopesOf(after)) this.#scopes.set(id, scope)
  }

  /** Remembers the key by which pcs considers a second constraint equal to this one. */
  #note(section: (typeof sections)[number], item: CibElement): void {
    section.convert(item, {
      dialect: this.dialect,
      ids: innerIds(this.ids),
      seen: this.#seen,
      resources: this.#scopes,
      unsupported: () => undefined,
    })
  }
}

/** Elements whose `id` is a reference or a name of its own kind. */
const references: readonly string[] = ['resource_ref', 'obj_ref', 'role', 'node', 'acl_target']

/** The sections in which pcs compares a new item with those that are there. */
const keyed: readonly string[] = ['constraints', 'fencing-topology', 'crm_config']

function scopesOf(item: CibElement | undefined): ReadonlyMap<string, ResourceScope> {
  return item === undefined ? new Map() : resourceScopes([item as Resource])
}
