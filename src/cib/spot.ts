import { pathStep, type RawElement } from '../model/index.js'

/** An element and the way to it from the root. */
export interface Spot {
  readonly xml: RawElement
  readonly parent?: Spot
  /** Counts from 0 among all children of the parent. */
  readonly index?: number
}

/** The child at a place, counted from 0. */
export function childOf(parent: Spot, index: number): Spot {
  return { xml: parent.xml.children[index] as RawElement, parent, index }
}

/** The value of an attribute, undefined where it is not there. */
export function attributeOf({ attributes }: RawElement, name: string): string | undefined {
  return attributes.find(([given]) => given === name)?.[1]
}

/** The XPath of an element: `/cib/configuration/resources/primitive[@id="vip"]`. */
export function pathOf({ xml, parent, index }: Spot): string {
  if (parent === undefined) return `/${xml.name}`
  const alike = parent.xml.children.slice(0, index).filter(({ name }) => name === xml.name)
  return `${pathOf(parent)}/${pathStep(xml.name, attributeOf(xml, 'id'), alike.length + 1)}`
}
