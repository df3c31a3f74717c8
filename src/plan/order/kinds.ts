import { allNodes } from '../../graph/location/nodes.js'
import { resourceIndex, topOf } from '../../graph/resource/resource-index.js'
import type { CibElement, Cluster, Resource } from '../../model/index.js'
import { haproxiesOf, vipsOf } from '../../model/services.js'
import { walk } from '../../model/walk.js'
import type { ItemEdit } from '../edit/edit.js'
import { growthOf } from './instances.js'

/** The edits of resources, by what becomes of each. */
export interface ResourceKinds {
  readonly leaving: ReadonlyMap<string, ItemEdit>
  readonly arriving: ReadonlyMap<string, ItemEdit>
  readonly changed: ReadonlyMap<string, ItemEdit>
  /** Edits that exchange primitives, such as a primitive that becomes a clone: they belong together. What grows is last. */
  readonly conversions: readonly (readonly ItemEdit[])[]
  /** True for a virtual IP, HAProxy, and what they are in. */
  readonly isEntry: (id: string) => boolean
}

/** Sorts the edits of resources. */
export function kindsOf(edits: readonly ItemEdit[], from: Cluster, to: Cluster): ResourceKinds {
  const all = edits.filter(({ section }) => section.name === 'resources')
  const nodes = allNodes(resourceIndex(to)).length
  const growth = (group: readonly ItemEdit[]) => Math.sign(growthOf(group, nodes))
  const conversions = [...conversionsOf(all)].sort((a, b) => growth(a) - growth(b))
  const converted = new Set(conversions.flat())
  const rest = all.filter((edit) => !converted.has(edit))
  const byId = (list: readonly ItemEdit[]) => new Map(list.map((edit) => [edit.id, edit]))
  const entries = new Set([...entriesOf(from), ...entriesOf(to)])
  return {
    leaving: byId(rest.filter(({ after }) => after === undefined)),
    arriving: byId(rest.filter(({ before }) => before === undefined)),
    changed: byId(rest.filter(({ before, after }) => before !== undefined && after !== undefined)),
    conversions,
    isEntry: (id) => entries.has(id),
  }
}

function entriesOf(cluster: Cluster): readonly string[] {
  const index = resourceIndex(cluster)
  const ids = [...vipsOf(cluster).map(({ id }) => id), ...haproxiesOf(cluster)]
  return ids.flatMap((id) => {
    const entry = index.get(id)
    return entry === undefined ? [] : [topOf(entry).id]
  })
}

/**
 * Sets of edits that have a resource in common: it is in another parent afterwards. What moves into a container or out of
 * it is stopped, deleted and created instead: what runs on a node is not what runs in a container.
 */
function conversionsOf(edits: readonly ItemEdit[]): readonly (readonly ItemEdit[])[] {
  const groups = new Map<ItemEdit, Set<ItemEdit>>(edits.map((edit) => [edit, new Set([edit])]))
  const owner = new Map<string, ItemEdit>()
  for (const edit of edits) {
    for (const id of new Set([...resourceIds(edit.before), ...resourceIds(edit.after)])) {
      const other = owner.get(id)
      owner.set(id, edit)
      if (other !== undefined && isBundle(other) === isBundle(edit)) unite(groups, other, edit)
    }
  }
  return [...new Set(groups.values())].filter(({ size }) => size > 1).map((group) => [...group])
}

function isBundle({ before, after }: ItemEdit): boolean {
  return (before ?? after)?.element === 'bundle'
}

function unite(groups: Map<ItemEdit, Set<ItemEdit>>, one: ItemEdit, other: ItemEdit): void {
  const [first, second] = [groups.get(one), groups.get(other)]
  if (first === undefined || second === undefined || first === second) return
  for (const edit of second) {
    first.add(edit)
    groups.set(edit, first)
  }
}

/** The ids of a resource and of those inside it. */
export function resourceIds(item: CibElement | undefined): readonly string[] {
  const ids: string[] = []
  if (item === undefined) return ids
  walk(item, ({ element }) => {
    if (isResource(element)) ids.push(element.id)
  })
  return ids
}

const names: readonly string[] = ['primitive', 'group', 'clone', 'master', 'bundle', 'template']

function isResource(element: CibElement): element is Resource {
  return names.includes(element.element)
}
