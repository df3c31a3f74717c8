import type { CibElement, Cluster, RawElement } from '../model/index.js'
import { encodeAttribute } from '../xml/escape.js'
import { toXml } from './layout/to-xml.js'

const unordered: readonly string[] = ['nvpair', 'op']

/** The configuration as text that is equal for equal configurations. */
export function canonicalCib(cluster: Cluster): string {
  return canonicalText(cluster.configuration)
}

/**
 * An element as text that is equal for equal elements: the order of attributes, of the nvpairs of a set
 * and of the operations of a resource does not count, nor do comments and white space. All else does.
 */
export function canonicalText(element: CibElement): string {
  return canonicalLines(toXml(element))
}

/** The same for an element as XML. */
export function canonicalLines(xml: RawElement): string {
  return linesOf(xml, '', unordered).join('\n')
}

/** An element as text in which the order of all children counts; that of attributes, comments and white space do not. */
export function orderedText(element: CibElement): string {
  return orderedLines(toXml(element))
}

/** The same for an element as XML. */
export function orderedLines(xml: RawElement): string {
  return linesOf(xml, '', []).join('\n')
}

function linesOf(
  { name, attributes, children, text }: RawElement,
  indent: string,
  sortable: readonly string[],
): string[] {
  const sorted = attributes.map(([key, value]) => ` ${key}="${encodeAttribute(value)}"`).sort()
  const own = `${indent}<${name}${sorted.join('')}>${text?.trim() ?? ''}`
  const below = children.map((child) => linesOf(child, `${indent}  `, sortable))
  const fixed = below.filter((_, at) => !sortable.includes(children[at]?.name ?? ''))
  const loose = below.filter((_, at) => sortable.includes(children[at]?.name ?? ''))
  return [own, ...[...loose.sort(byText), ...fixed].flat()]
}

function byText(a: readonly string[], b: readonly string[]): number {
  const [left, right] = [a.join('\n'), b.join('\n')]
  return left < right ? -1 : left > right ? 1 : 0
}
