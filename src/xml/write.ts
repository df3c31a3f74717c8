import { create } from 'xmlbuilder2'
import { type Diagnostic, diagnostic, type Result } from '../diagnostics/diagnostic.js'
import type { WritableElement } from './element.js'
import { encodeAttribute, uncarryable } from './escape.js'

type Builder = ReturnType<typeof create>

/**
 * The document, two spaces an element, with a line break at its end. Every value reads back as it
 * was; what XML cannot carry is an error, and then nothing is written.
 */
export function writeXml(root: WritableElement): Result<string> {
  const diagnostics: Diagnostic[] = []
  const document = create()
  append(document, root, `/${root.name}`, diagnostics)
  if (diagnostics.length > 0) return { diagnostics }
  return { output: `${document.end({ prettyPrint: true, headless: true })}\n`, diagnostics }
}

function append(parent: Builder, element: WritableElement, path: string, diagnostics: Diagnostic[]): void {
  for (const text of element.comments ?? []) parent.com(text)
  if (!isName(element.name)) diagnostics.push(diagnostic('xml-name', path, { name: element.name }))
  const node = parent.ele(isName(element.name) ? element.name : '_')
  for (const [name, value] of element.attributes) {
    const character = uncarryable(value)
    if (!isName(name)) diagnostics.push(diagnostic('xml-name', path, { name }))
    else if (character !== undefined)
      diagnostics.push(diagnostic('xml-character', `${path}/@${name}`, { what: name, character }))
    else node.att(name, encodeAttribute(value))
  }
  if (element.text !== undefined) node.txt(encodeAttribute(element.text))
  const seen = new Map<string, number>()
  for (const child of element.children) {
    const position = (seen.get(child.name) ?? 0) + 1
    seen.set(child.name, position)
    append(node, child, `${path}/${stepOf(child, position)}`, diagnostics)
  }
  for (const text of element.closingComments ?? []) node.com(text)
}

function stepOf({ name, attributes }: WritableElement, position: number): string {
  const id = attributes.find(([attribute]) => attribute === 'id')?.[1]
  if (id !== undefined) return id.includes('"') ? `${name}[@id='${id}']` : `${name}[@id="${id}"]`
  return position === 1 ? name : `${name}[${position}]`
}

function isName(name: string): boolean {
  return /^[\p{L}_:][\p{L}\p{N}\p{M}_:.\-·]*$/u.test(name)
}
