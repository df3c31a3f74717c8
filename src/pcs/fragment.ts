import { childrenOf, type Element } from '../model/index.js'
import { encodeAttribute } from '../xml/escape.js'
import { attributesOf } from './words.js'

/** An element and the section of the configuration that it belongs into. */
export interface Piece {
  readonly section: string
  readonly element: Element
}

/** The pieces as a `<configuration>` that `cibadmin --modify` merges into a CIB. */
export function fragment(pieces: readonly Piece[]): string {
  const names = [...new Set(pieces.map(({ section }) => section))]
  const lines = names.flatMap((name) => {
    const elements = pieces.filter(({ section }) => section === name)
    return [`  <${name}>`, ...elements.flatMap(({ element }) => xmlLines(element, '    ')), `  </${name}>`]
  })
  return ['<configuration>', ...lines, '</configuration>'].join('\n')
}

function xmlLines(element: Element, indent: string): readonly string[] {
  const attributes = Object.entries(attributesOf(element)).map(
    ([name, value]) => ` ${name}="${encodeAttribute(value)}"`,
  )
  const open = `${indent}<${element.element}${attributes.join('')}`
  const children = childrenOf(element)
  if (children.length === 0) return [`${open}/>`]
  const inside = children.flatMap((child) => xmlLines(child, `${indent}  `))
  return [`${open}>`, ...inside, `${indent}</${element.element}>`]
}
