import { createRequire } from 'node:module'
import type { Result } from '../diagnostics/diagnostic.js'
import { findObstacles } from './carry.js'
import type { WritableElement } from './element.js'
import { encodeAttribute, encodeText } from './escape.js'

type Library = typeof import('xmlbuilder2')
type Builder = ReturnType<Library['create']>

const load = createRequire(import.meta.url)

/**
 * The document, two spaces an element, with a line break at its end. Every value reads back as it
 * was; what XML cannot carry is an error, and then nothing is written.
 */
export function writeXml(root: WritableElement): Result<string> {
  const diagnostics = findObstacles(root)
  if (diagnostics.length > 0) return { diagnostics }
  const { create } = load('xmlbuilder2') as Library
  const document = create()
  append(document, root)
  return { output: `${document.end({ prettyPrint: true, headless: true })}\n`, diagnostics }
}

/** The library leaves what looks like a reference alone, so values are encoded before it sees them. */
function append(parent: Builder, element: WritableElement): void {
  for (const text of element.comments ?? []) parent.com(text)
  const node = parent.ele(element.name)
  for (const [name, value] of element.attributes) node.att(name, encodeAttribute(value))
  if (element.text !== undefined) node.txt(encodeText(element.text))
  for (const child of element.children) append(node, child)
  for (const text of element.closingComments ?? []) node.com(text)
}
