import type { CibElement, ElementName, ElementOf } from './element/tree.js'
import { shapes } from './shapes/shapes.js'

/** An element and the way to it from the root. */
export interface Place<E extends CibElement = CibElement> {
  readonly element: E
  readonly parent?: Place
}

type Children = readonly CibElement[] | CibElement | undefined

const none: readonly CibElement[] = []

const fieldsOf = new Map(Object.entries(shapes).map(([name, { slots }]) => [name, Object.keys(slots)]))

function isList(children: readonly CibElement[] | CibElement): children is readonly CibElement[] {
  return Array.isArray(children)
}

/** The children of an element in the order of its shape. */
export function childrenOf(element: CibElement): readonly CibElement[] {
  const names = fieldsOf.get(element.element)
  if (names === undefined || names.length === 0) return none
  const fields = element as unknown as Readonly<Record<string, Children>>
  const children: CibElement[] = []
  for (const field of names) {
    const value = fields[field]
    if (value === undefined) continue
    if (isList(value)) for (const child of value) children.push(child)
    else children.push(value)
  }
  return children
}

/**
 * The element with each child replaced by what `change` returns, or without it where that is undefined; the
 * order in which they were read stays.
 */
export function mapChildren<E extends CibElement>(
  element: E,
  change: (child: CibElement) => CibElement | undefined,
): E {
  const fields: Record<string, unknown> = { ...element }
  const order = element.extra?.order
  const names = new Map<string, (string | undefined)[]>()
  const changed = (child: CibElement) => {
    const made = change(child)
    if (order === undefined) return made
    const same = names.get(child.element)
    if (same === undefined) names.set(child.element, [made?.element])
    else same.push(made?.element)
    return made
  }
  for (const field of fieldsOf.get(element.element) ?? []) {
    const value = fields[field] as Children
    if (value === undefined) continue
    fields[field] = isList(value) ? value.flatMap((child) => changed(child) ?? []) : changed(value)
  }
  if (order !== undefined) {
    const next = new Map([...names].map(([name, same]) => [name, same.values()]))
    const renamed = order.flatMap((name) => (next.has(name) ? (next.get(name)?.next().value ?? []) : [name]))
    fields.extra = { ...element.extra, order: renamed }
  }
  return fields as unknown as E
}

/** Calls `visit` for the element and all below it, parents first, in document order. A cluster's places are kept with it. */
export function walk(root: CibElement, visit: (place: Place) => void): void {
  if (root.element === 'cib') for (const place of placesIn(root)) visit(place)
  else descend(root, visit)
}

const placesOfRoot = new WeakMap<CibElement, readonly Place[]>()

function placesIn(root: CibElement): readonly Place[] {
  const known = placesOfRoot.get(root)
  if (known !== undefined) return known
  const found: Place[] = []
  descend(root, (place) => found.push(place))
  placesOfRoot.set(root, found)
  return found
}

/** Depth costs no stack. */
function descend(root: CibElement, visit: (place: Place) => void): void {
  const waiting: Place[] = [{ element: root }]
  for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
    visit(place)
    const children = childrenOf(place.element)
    for (let at = children.length - 1; at >= 0; at--) {
      waiting.push({ element: children[at] as CibElement, parent: place })
    }
  }
}

/** The ids of elements and of all below them. References to other elements count, as an `obj_ref` has an `id`. */
export function idsIn(roots: Iterable<CibElement>): Set<string> {
  const ids = new Set<string>()
  for (const root of roots) {
    walk(root, ({ element }) => {
      if ('id' in element && element.id !== undefined) ids.add(element.id)
    })
  }
  return ids
}

/** All elements of one name, with their places. */
export function placesOf<Name extends ElementName>(root: CibElement, name: Name): Place<ElementOf<Name>>[] {
  const found: Place<ElementOf<Name>>[] = []
  walk(root, (place) => {
    if (place.element.element === name) found.push(place as Place<ElementOf<Name>>)
  })
  return found
}

/** One step of a path: `primitive[@id="vip"]`, or `rule[2]` where there is no id. */
export function pathStep(name: string, id: string | undefined, position: number): string {
  if (id !== undefined) return id.includes('"') ? `${name}[@id='${id}']` : `${name}[@id="${id}"]`
  return position === 1 ? name : `${name}[${position}]`
}

/** The XPath of a place: `/cib/configuration/resources/primitive[@id="vip"]`. */
export function pathOf(place: Place): string {
  const steps: string[] = []
  for (let at: Place | undefined = place; at !== undefined; at = at.parent) {
    const { element } = at
    const id = 'id' in element ? element.id : undefined
    steps.push(pathStep(element.element, id, id === undefined ? positionOf(at) : 1))
  }
  return `/${steps.reverse().join('/')}`
}

/** Counts from 1 among the siblings of the same name. */
function positionOf({ element, parent }: Place): number {
  if (parent === undefined) return 1
  return (
    childrenOf(parent.element)
      .filter((sibling) => sibling.element === element.element)
      .indexOf(element) + 1
  )
}

const places = new WeakMap<CibElement, ReadonlyMap<string, Place>>()

/** The first element, in document order, that has this id, with its place; undefined where there is none. */
export function placeOfId(root: CibElement, id: string): Place | undefined {
  let byId = places.get(root)
  if (byId === undefined) {
    byId = indexById(root)
    places.set(root, byId)
  }
  return byId.get(id)
}

function indexById(root: CibElement): ReadonlyMap<string, Place> {
  const byId = new Map<string, Place>()
  walk(root, (place) => {
    const id = 'id' in place.element ? place.element.id : undefined
    if (id !== undefined && !byId.has(id)) byId.set(id, place)
  })
  return byId
}

/** The path of the first element that has this id, or of the resources where there is none. */
export function pathOfId(root: CibElement, id: string): string {
  const place = placeOfId(root, id)
  return place === undefined ? '/cib/configuration/resources' : pathOf(place)
}
