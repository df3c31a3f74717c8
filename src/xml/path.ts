import type { WritableElement } from './element.js'

/** An element and the way to it from the root; its XPath is computed only on demand. */
export interface XmlPath<E extends WritableElement = WritableElement> {
  readonly xml: E
  readonly parent?: XmlPath<E>
  /** Counts from 0 among all children of the parent. */
  readonly index?: number
}

/** The child at a place, counted from 0. */
export function childOf<E extends WritableElement>(parent: XmlPath<E>, index: number): XmlPath<E> {
  return { xml: parent.xml.children[index] as E, parent, index }
}

/** The value of an attribute, undefined where it is not there. */
export function attributeOf({ attributes }: WritableElement, name: string): string | undefined {
  return attributes.find((pair) => pair[0] === name)?.[1]
}

const paths = new WeakMap<XmlPath, string>()

/** The XPath of an element: `/cib/configuration/resources/primitive[@id="vip"]`; computed once for each. */
export function pathOf(xmlPath: XmlPath): string {
  const known = paths.get(xmlPath)
  if (known !== undefined) return known
  const { xml, parent, index = 0 } = xmlPath
  const step = parent === undefined ? xml.name : stepOf(xml, () => positionsIn(parent.xml)[index] as number)
  const path = `${parent === undefined ? '' : pathOf(parent)}/${step}`
  paths.set(xmlPath, path)
  return path
}

const positions = new WeakMap<WritableElement, readonly number[]>()

/** For each child its place among those of its name, from 1; counted once for each parent. */
function positionsIn(parent: WritableElement): readonly number[] {
  const counted = positions.get(parent)
  if (counted !== undefined) return counted
  const counts = new Map<string, number>()
  const computed = parent.children.map(({ name }) => {
    const position = (counts.get(name) ?? 0) + 1
    counts.set(name, position)
    return position
  })
  positions.set(parent, computed)
  return computed
}

/** `primitive[@id="vip"]`, or `rule[2]` where there is no id. */
function stepOf(element: WritableElement, positionOf: () => number): string {
  const { name } = element
  const id = attributeOf(element, 'id')
  if (id !== undefined) return id.includes('"') ? `${name}[@id='${id}']` : `${name}[@id="${id}"]`
  const position = positionOf()
  return position === 1 ? name : `${name}[${position}]`
}
