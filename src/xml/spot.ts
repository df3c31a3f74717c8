import type { WritableElement } from './element.js'

/** An element and the way to it from the root; its path is made only when somebody asks. */
export interface Spot<E extends WritableElement = WritableElement> {
  readonly xml: E
  readonly parent?: Spot<E>
  /** Counts from 0 among all children of the parent. */
  readonly index?: number
}

/** The child at a place, counted from 0. */
export function childOf<E extends WritableElement>(parent: Spot<E>, index: number): Spot<E> {
  return { xml: parent.xml.children[index] as E, parent, index }
}

/** The value of an attribute, undefined where it is not there. */
export function attributeOf({ attributes }: WritableElement, name: string): string | undefined {
  return attributes.find(([given]) => given === name)?.[1]
}

/** The XPath of an element: `/cib/configuration/resources/primitive[@id="vip"]`. */
export function pathOf({ xml, parent, index }: Spot): string {
  if (parent === undefined) return `/${xml.name}`
  const alike = parent.xml.children.slice(0, index).filter(({ name }) => name === xml.name)
  return `${pathOf(parent)}/${stepOf(xml, alike.length + 1)}`
}

/** `primitive[@id="vip"]`, or `rule[2]` where there is no id. */
function stepOf(element: WritableElement, position: number): string {
  const { name } = element
  const id = attributeOf(element, 'id')
  if (id !== undefined) return id.includes('"') ? `${name}[@id='${id}']` : `${name}[@id="${id}"]`
  return position === 1 ? name : `${name}[${position}]`
}
