import { type CibElement, childrenOf } from '../../model/index.js'
import { encodeAttribute } from '../../xml/escape.js'
import { attributesOf } from '../command/attribute-words.js'

/** An element and the section of the configuration that it belongs into. */
export interface Piece {
  readonly section: string
  readonly element: CibElement
}

/** The pieces as a `<configuration>`, to be merged into a CIB. */
export function configuration(pieces: readonly Piece[]): string {
  const names = [...new Set(pieces.map((piece) => piece.section))]
  const sections = names.map((name) =>
    section(
      name,
      pieces.filter((piece) => piece.section === name),
      '  ',
    ),
  )
  return ['<configuration>', ...sections, '</configuration>'].join('\n')
}

/** A section with these elements. */
export function section(name: string, pieces: readonly Piece[], indent = ''): string {
  const elements = pieces.map(({ element }) => xml(element, `${indent}  `))
  return [`${indent}<${name}>`, ...elements, `${indent}</${name}>`].join('\n')
}

/** An element as XML, each below it on a line of its own. */
export function xml(element: CibElement, indent = ''): string {
  const attributes = Object.entries(attributesOf(element)).map(
    ([name, value]) => ` ${name}="${encodeAttribute(value)}"`,
  )
  const open = `${indent}<${element.element}${attributes.join('')}`
  const children = childrenOf(element).map((child) => xml(child, `${indent}  `))
  return children.length === 0
    ? `${open}/>`
    : [`${open}>`, ...children, `${indent}</${element.element}>`].join('\n')
}
