import { type Diagnostic, diagnostic, type Result } from '../diagnostics/diagnostic.js'
import {
  type Cluster,
  type ElementName,
  fieldOf,
  type Kept,
  pathStep,
  type RawElement,
  type Shape,
  type Slot,
  shapeOf,
} from '../model/index.js'
import type { XmlElement } from '../xml/element.js'
import { parseXml } from '../xml/parse.js'
import { positionAt } from '../xml/position.js'

/**
 * The cluster in a CIB's XML. What the model has no field for is kept, written back and reported;
 * a text that is no XML or no CIB gives no output.
 */
export function readCib(text: string): Result<Cluster> {
  const { output: root, diagnostics } = parseXml(text)
  if (root === undefined) return { diagnostics }
  if (root.name !== 'cib') {
    const position = positionAt(text, root.start)
    return { diagnostics: [diagnostic('not-a-cib', `/${root.name}`, { root: root.name }, { position })] }
  }
  const reader: Reader = { text, diagnostics: [...diagnostics] }
  const output = readElement(root, '/cib', reader) as Cluster | undefined
  return { ...(output === undefined ? {} : { output }), diagnostics: reader.diagnostics }
}

interface Reader {
  readonly text: string
  readonly diagnostics: Diagnostic[]
}

/** The element of the model, or undefined where a child is missing that its type cannot be without. */
function readElement(xml: XmlElement, path: string, reader: Reader): object | undefined {
  const shape = shapeOf(xml.name) as Shape
  const report = (finding: Diagnostic) => reader.diagnostics.push(finding)
  const position = () => positionAt(reader.text, xml.start)
  const fields: Record<string, unknown> = { element: xml.name }
  const unknownAttributes: (readonly [string, string])[] = []
  for (const attribute of xml.attributes) {
    const [name, value] = attribute
    if (shape.attributes.includes(name)) fields[fieldOf(name)] = value
    else {
      unknownAttributes.push(attribute)
      report(
        diagnostic(
          'unknown-attribute',
          `${path}/@${name}`,
          { name, element: xml.name },
          { position: position() },
        ),
      )
    }
  }

  const slots = Object.entries(shape.slots)
  for (const [field, slot] of slots) if (slot.arity === 'many' || slot.arity === 'some') fields[field] = []
  const unknownElements: RawElement[] = []
  const seen = new Map<string, number>()
  for (const child of xml.children) {
    const count = (seen.get(child.name) ?? 0) + 1
    seen.set(child.name, count)
    const childPath = `${path}/${stepOf(child, count)}`
    if (xml.name === 'cib' && child.name === 'status' && fields.status === undefined) {
      fields.status = toRaw(child)
      continue
    }
    const [field, slot] = slots.find(([, { takes }]) => takes.includes(child.name as ElementName)) ?? []
    const list = field === undefined ? undefined : fields[field]
    if (field === undefined || (list !== undefined && !Array.isArray(list))) {
      unknownElements.push(toRaw(child))
      const where = { position: positionAt(reader.text, child.start) }
      report(diagnostic('unknown-element', childPath, { name: child.name, parent: xml.name }, where))
      continue
    }
    const element = readElement(child, childPath, reader)
    if (element === undefined) unknownElements.push(toRaw(child))
    else if (Array.isArray(list)) list.push(element)
    else fields[field] = element
    void slot
  }

  if (xml.text !== undefined) {
    report(diagnostic('unknown-text', path, { element: xml.name }, { position: position() }))
  }
  const missing = slots.find(([field, slot]) => isMissing(slot, fields[field]))
  if (missing !== undefined) {
    report(
      diagnostic(
        'missing-element',
        path,
        { element: xml.name, wants: missing[1].takes },
        { position: position() },
      ),
    )
    return undefined
  }
  const order = xml.children.map(({ name }) => name)
  const kept: Kept = {
    ...(unknownAttributes.length === 0 ? {} : { attributes: unknownAttributes }),
    ...(unknownElements.length === 0 ? {} : { elements: unknownElements }),
    ...(isWrittenSo(order, xml.name, shape, unknownElements) ? {} : { order }),
    ...(xml.text === undefined ? {} : { text: xml.text }),
    ...(xml.comments === undefined ? {} : { comments: xml.comments }),
    ...(xml.closingComments === undefined ? {} : { closingComments: xml.closingComments }),
  }
  if (Object.keys(kept).length > 0) fields.kept = kept
  return fields
}

function isMissing({ arity }: Slot, value: unknown): boolean {
  return (arity === 'one' && value === undefined) || (arity === 'some' && (value as unknown[]).length === 0)
}

/** True where the writer prints children in this order anyway. */
function isWrittenSo(
  order: readonly string[],
  name: string,
  shape: Shape,
  unknown: readonly RawElement[],
): boolean {
  const groups: readonly (readonly string[])[] = Object.values(shape.slots).map(({ takes }) => takes)
  const unknownNames = unknown.map((element) => element.name)
  let at = 0
  for (const child of order) {
    if (name === 'cib' && child === 'status') continue
    if (unknownNames.includes(child)) return false
    const group = groups.findIndex((takes) => takes.includes(child))
    if (group < at) return false
    at = group
  }
  return true
}

function stepOf({ name, attributes }: XmlElement, position: number): string {
  return pathStep(name, attributes.find(([attribute]) => attribute === 'id')?.[1], position)
}

function toRaw({ start: _, children, ...element }: XmlElement): RawElement {
  return { ...element, children: children.map(toRaw) }
}
