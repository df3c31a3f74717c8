import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js'
import { type Kept, pathStep, type RawElement, type Slot } from '../model/index.js'
import type { XmlElement } from '../xml/element.js'
import type { Locator } from '../xml/position.js'
import { attributeOffset } from '../xml/tag.js'
import { layoutOf } from './layout.js'
import { keptMark } from './order.js'
import { isKnownAttribute, isKnownChild } from './validate/known.js'

/** The text that is read, and what has been found in it. */
export interface Reader {
  readonly text: string
  readonly locate: Locator
  readonly diagnostics: Diagnostic[]
}

type Fields = Record<string, unknown>

/**
 * The element of the model, or undefined where a child is missing that its type cannot be without.
 * At most as deep as parsed XML is, so its recursion is safe.
 */
export function readElement(xml: XmlElement, path: string, reader: Reader): object | undefined {
  const fields: Fields = { element: xml.name }
  const attributes = readAttributes(xml, path, fields, reader)
  const { elements, order } = readChildren(xml, path, fields, reader)
  const { name, text, comments, closingComments } = xml
  if (text !== undefined) report(reader, xml, diagnostic('unknown-text', path, { element: name }))
  const missing = [...layoutOf(name).slots.values()].find(({ arity, field }) =>
    isMissing(arity, fields[field]),
  )
  if (missing !== undefined) {
    report(reader, xml, diagnostic('missing-element', path, { element: name, wants: missing.takes }))
    return undefined
  }
  const kept: Kept = {
    ...(attributes.length === 0 ? {} : { attributes }),
    ...(elements.length === 0 ? {} : { elements }),
    ...(order === undefined ? {} : { order }),
    ...(text === undefined ? {} : { text }),
    ...(comments === undefined ? {} : { comments }),
    ...(closingComments === undefined ? {} : { closingComments }),
  }
  if (Object.keys(kept).length > 0) fields.kept = kept
  return fields
}

function isMissing(arity: Slot['arity'], value: unknown): boolean {
  return (arity === 'one' && value === undefined) || (arity === 'some' && (value as unknown[]).length === 0)
}

/** Fills the fields; returns the attributes that have none. */
function readAttributes(xml: XmlElement, path: string, fields: Fields, reader: Reader) {
  const layout = layoutOf(xml.name)
  return xml.attributes.filter(([name, value]) => {
    const field = layout.fields.get(name)
    if (field !== undefined) {
      fields[field] = value
      return false
    }
    if (!isKnownAttribute(xml.name, name)) {
      const position = reader.locate(attributeOffset(reader.text, xml.start, name))
      const parameters = { name, element: xml.name }
      reader.diagnostics.push(diagnostic('unknown-attribute', `${path}/@${name}`, parameters, { position }))
    }
    return true
  })
}

/** Fills the slots; returns the children that have none, and the order of all where it is not the writer's. */
function readChildren(xml: XmlElement, path: string, fields: Fields, reader: Reader) {
  const { slots } = layoutOf(xml.name)
  for (const { field, arity } of slots.values()) if (arity === 'many' || arity === 'some') fields[field] = []
  const elements: RawElement[] = []
  const order: string[] = []
  const seen = new Map<string, number>()
  let rank = 0
  let asWritten = true
  for (const child of xml.children) {
    const count = (seen.get(child.name) ?? 0) + 1
    seen.set(child.name, count)
    const childPath = `${path}/${stepOf(child, count)}`
    const slot = slots.get(child.name)
    const filled = slot && fields[slot.field]
    if (slot === undefined || (filled !== undefined && !Array.isArray(filled))) {
      const code = slot === undefined ? 'unknown-element' : 'surplus-element'
      if (slot !== undefined || !isKnownChild(xml.name, child.name)) {
        report(reader, child, diagnostic(code, childPath, { name: child.name, parent: xml.name }))
      }
      elements.push(toRaw(child))
      order.push(keptMark)
      continue
    }
    const element = slot.field === 'status' ? toRaw(child) : readElement(child, childPath, reader)
    order.push(element === undefined ? keptMark : child.name)
    if (element === undefined) elements.push(toRaw(child))
    else if (Array.isArray(filled)) filled.push(element)
    else fields[slot.field] = element
    asWritten &&= slot.rank >= rank
    rank = slot.rank
  }
  return { elements, order: asWritten && elements.length === 0 ? undefined : order }
}

function report(reader: Reader, xml: XmlElement, finding: Diagnostic): void {
  reader.diagnostics.push({ ...finding, position: reader.locate(xml.start) })
}

function stepOf({ name, attributes }: XmlElement, position: number): string {
  return pathStep(name, attributes.find(([attribute]) => attribute === 'id')?.[1], position)
}

function toRaw({ start: _, children, ...element }: XmlElement): RawElement {
  return { ...element, children: children.map(toRaw) }
}
