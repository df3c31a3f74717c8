import { type Diagnostic, diagnostic, type Position } from '../diagnostics/diagnostic.js'
import type { Extra, RawElement } from '../model/index.js'
import type { Slot } from '../model/shapes/shape.js'
import type { XmlElement } from '../xml/element.js'
import { childOf, pathOf, type XmlPath } from '../xml/path.js'
import type { Locator } from '../xml/position.js'
import { extraMark } from './layout/child-order.js'
import { layoutOf } from './layout/layout.js'
import { isKnownAttribute, isKnownChild } from './validate/known.js'

/** Positions in the text that is read, and what has been found in it. */
export interface Reader {
  readonly locate: Locator
  readonly locateAttribute: (element: XmlElement, name: string) => Position
  readonly diagnostics: Diagnostic[]
  /** Offset of each element of the model, of those without a field too. */
  readonly starts: Map<object, number>
}

type Fields = Record<string, unknown>
type Mutable<T> = { -readonly [K in keyof T]: T[K] }

/**
 * The element of the model, or undefined where a child is missing that its type cannot be without.
 * At most as deep as parsed XML is, so its recursion is safe.
 */
export function readElement(xmlPath: XmlPath<XmlElement>, reader: Reader): object | undefined {
  const { xml } = xmlPath
  const fields: Fields = { element: xml.name }
  const attributes = readAttributes(xmlPath, fields, reader)
  const { elements, order } = readChildren(xmlPath, fields, reader)
  const { name, text, comments, closingComments } = xml
  if (text !== undefined)
    report(reader, xmlPath, (path) => diagnostic('unexpected-text', path, { element: name }))
  const missing = layoutOf(name).required.find(({ arity, field }) => isMissing(arity, fields[field]))
  if (missing !== undefined) {
    const parameters = { element: name, expected: missing.accepts }
    report(reader, xmlPath, (path) => diagnostic('missing-element', path, parameters))
    return undefined
  }
  const extra: Mutable<Extra> = {}
  if (attributes.length > 0) extra.attributes = attributes
  if (elements.length > 0) extra.elements = elements
  if (order !== undefined) extra.order = order
  if (text !== undefined) extra.text = text
  if (comments !== undefined) extra.comments = comments
  if (closingComments !== undefined) extra.closingComments = closingComments
  if (Object.keys(extra).length > 0) fields.extra = extra
  reader.starts.set(fields, xml.start)
  return fields
}

function isMissing(arity: Slot['arity'], value: unknown): boolean {
  return (arity === 'one' && value === undefined) || (arity === 'some' && (value as unknown[]).length === 0)
}

/** Fills the fields; returns the attributes that have none. */
function readAttributes(xmlPath: XmlPath<XmlElement>, fields: Fields, reader: Reader) {
  const { xml } = xmlPath
  const layout = layoutOf(xml.name)
  return xml.attributes.filter(([name, value]) => {
    const field = layout.fields.get(name)
    if (field !== undefined) {
      fields[field] = value
      return false
    }
    if (!isKnownAttribute(xml.name, name)) {
      const position = reader.locateAttribute(xml, name)
      const parameters = { name, element: xml.name }
      reader.diagnostics.push(
        diagnostic('unknown-attribute', `${pathOf(xmlPath)}/@${name}`, parameters, { position }),
      )
    }
    return true
  })
}

/** Fills the slots; returns the children that have none, and the order of all where it is not the writer's. */
function readChildren(xmlPath: XmlPath<XmlElement>, fields: Fields, reader: Reader) {
  const { name, children } = xmlPath.xml
  const { slots, lists } = layoutOf(name)
  for (const field of lists) fields[field] = []
  const elements: RawElement[] = []
  const order: string[] = []
  let rank = 0
  let asWritten = true
  for (const [index, child] of children.entries()) {
    const place = childOf(xmlPath, index)
    const slot = slots.get(child.name)
    const filled = slot && fields[slot.field]
    if (slot === undefined || (filled !== undefined && !Array.isArray(filled))) {
      const code = slot === undefined ? 'unknown-element' : 'duplicate-element'
      if (slot !== undefined || !isKnownChild(name, child.name)) {
        report(reader, place, (path) => diagnostic(code, path, { name: child.name, parent: name }))
      }
      elements.push(toRaw(child, reader))
      order.push(extraMark)
      continue
    }
    const element = slot.field === 'status' ? toRaw(child, reader) : readElement(place, reader)
    order.push(element === undefined ? extraMark : child.name)
    if (element === undefined) elements.push(toRaw(child, reader))
    else if (Array.isArray(filled)) filled.push(element)
    else fields[slot.field] = element
    asWritten &&= slot.rank >= rank
    rank = slot.rank
  }
  return { elements, order: asWritten && elements.length === 0 ? undefined : order }
}

function report(reader: Reader, xmlPath: XmlPath<XmlElement>, make: (path: string) => Diagnostic): void {
  reader.diagnostics.push({ ...make(pathOf(xmlPath)), position: reader.locate(xmlPath.xml.start) })
}

function toRaw({ start, end: _, children, ...element }: XmlElement, reader: Reader): RawElement {
  const raw = { ...element, children: children.map((child) => toRaw(child, reader)) }
  reader.starts.set(raw, start)
  return raw
}
