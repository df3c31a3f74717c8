import { shapeOf } from './shapes.js'
import type { Element, ElementName, ElementOf } from './tree.js'

/** An element and the way to it from the root. */
export interface Place<E extends Element = Element> {
  readonly element: E
  readonly parent?: Place
  /** Counts from 1 among the siblings of the same name. */
  readonly position: number
}

type Children = readonly Element[] | Element | undefined

/** The children of an element in the order of its shape. */
export function childrenOf(element: Element): readonly Element[] {
  const fields = element as unknown as Readonly<Record<string, Children>>
  return Object.keys(shapeOf(element.element)?.slots ?? {}).flatMap((field) => fields[field] ?? [])
}

/** Calls `visit` for the element and all below it, parents first, in document order; depth costs no stack. */
export function walk(root: Element, visit: (place: Place) => void): void {
  const waiting: Place[] = [{ element: root, position: 1 }]
  for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
    visit(place)
    const parent = place
    const seen = new Map<string, number>()
    const places = childrenOf(place.element).map((element): Place => {
      const position = (seen.get(element.element) ?? 0) + 1
      seen.set(element.element, position)
      return { element, parent, position }
    })
    waiting.push(...places.reverse())
  }
}

/** All elements of one name, with their places. */
export function placesOf<Name extends ElementName>(root: Element, name: Name): Place<ElementOf<Name>>[] {
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
    const unnamed = element.element === 'cib' || !('id' in element)
    steps.push(pathStep(element.element, unnamed ? undefined : element.id, at.position))
  }
  return `/${steps.reverse().join('/')}`
}

/** The path of the first element that has this id, or of the resources where there is none. */
export function pathOfId(root: Element, id: string): string {
  let found: Place | undefined
  walk(root, (place) => {
    if (found === undefined && 'id' in place.element && place.element.id === id) found = place
  })
  return found === undefined ? '/cib/configuration/resources' : pathOf(found)
}
