import { type CibElement, type Cluster, type ElementName, type Resource, walk } from '../../model/index.js'
import { shapes } from '../../model/shapes.js'

/** The fields that hold the id of something else. */
const references: { readonly [Name in ElementName]?: readonly string[] } = {
  rsc_order: ['first', 'then'],
  rsc_colocation: ['rsc', 'withRsc'],
  rsc_location: ['rsc'],
  rsc_ticket: ['rsc'],
  resource_ref: ['id'],
  obj_ref: ['id'],
  role: ['id'],
}

/** True for a field that holds the id of something else. */
export function isReference(element: CibElement, field: string): boolean {
  return references[element.element]?.includes(field) ?? false
}

/** True for a resource, at the top level or inside another. */
export function isResource(element: CibElement): element is Resource {
  return (shapes.resources.slots.items.takes as readonly string[]).includes(element.element)
}

/** The ids that constraints, tags, fencing levels and the users of roles name. */
export function referredIds(cluster: Cluster): ReadonlySet<string> {
  const ids = new Set<string>()
  walk(cluster, ({ element }) => {
    const fields = element as unknown as Readonly<Record<string, string | undefined>>
    const devices = element.element === 'fencing-level' ? (element.devices ?? '').split(',') : []
    const named = (references[element.element] ?? []).map((field) => fields[field])
    for (const id of [...named, ...devices]) if (id !== undefined) ids.add(id)
  })
  return ids
}
