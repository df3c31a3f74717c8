import {
  type CibElement,
  type Cluster,
  type ElementName,
  type Primitive,
  type Resource,
  walk,
} from '../../model/index.js'
import { shapes } from '../../model/shapes/shapes.js'
import type { Code } from '../syntax/code.js'

/** How the code of one element refers to others. */
export interface Scope {
  /** A reference in a constraint, which must name something: the variable of what has that id, else the id. */
  readonly refer: (id: string) => Code
  /** A reference that may name anything: the variable of what has that id, else the id. */
  readonly mention: (id: string) => Code
  /** A reference in an element that is written as an object literal: the id. */
  readonly name: (id: string) => Code
  /** A resource inside another: its variable, else its code. */
  readonly place: (resource: Primitive | Resource) => Code
}

/** The fields that name another element by its id. */
const references: { readonly [Name in ElementName]?: readonly string[] } = {
  rsc_order: ['first', 'then'],
  rsc_colocation: ['rsc', 'withRsc'],
  rsc_location: ['rsc'],
  rsc_ticket: ['rsc'],
  resource_ref: ['id'],
  obj_ref: ['id'],
  role: ['id'],
}

/** True for a field that names another element by its id. */
export function isReference(element: CibElement, field: string): boolean {
  return references[element.element]?.includes(field) ?? false
}

/** True for a resource, at the top level or inside another. */
export function isResource(element: CibElement): element is Resource {
  return (shapes.resources.slots.items.accepts as readonly string[]).includes(element.element)
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
