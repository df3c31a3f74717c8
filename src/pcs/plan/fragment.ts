import { type CibElement, childrenOf } from '../../model/index.js'
import type { WritableElement } from '../../xml/element.js'
import { writeXml } from '../../xml/write.js'
import { attributesOf } from '../command/attribute-words.js'

/** An element and the section of the configuration that it belongs to. */
export interface Fragment {
  readonly section: string
  readonly element: CibElement
}

/** The fragments as a `<configuration>`, to be merged into a CIB. */
export function configurationXml(fragments: readonly Fragment[]): string {
  const names = [...new Set(fragments.map(({ section }) => section))]
  const sections = names.map((name) =>
    section(
      name,
      fragments.filter((fragment) => fragment.section === name),
    ),
  )
  return print({ name: 'configuration', attributes: [], children: sections })
}

/** A section with these elements. */
export function sectionXml(name: string, fragments: readonly Fragment[]): string {
  return print(section(name, fragments))
}

/** An element as XML. */
export function elementXml(element: CibElement): string {
  return print(writable(element))
}

function section(name: string, fragments: readonly Fragment[]): WritableElement {
  return { name, attributes: [], children: fragments.map(({ element }) => writable(element)) }
}

function writable(element: CibElement): WritableElement {
  return {
    name: element.element,
    attributes: Object.entries(attributesOf(element)),
    children: childrenOf(element).map(writable),
  }
}

/** The XML; what it cannot represent was reported when the cluster was translated to the schema of pcs. */
function print(root: WritableElement): string {
  const written = writeXml(root)
  if (!written.ok) throw new Error(written.diagnostics.map(({ message }) => message).join('; '))
  return written.output.trimEnd()
}
