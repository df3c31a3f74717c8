import type { Span, WrittenAttribute } from './attributes.js'

/** An id in a text: where it is defined, or where something refers to it. */
export interface Occurrence extends Span {
  readonly id: string
  readonly isDefinition: boolean
  readonly attribute: WrittenAttribute
}

/**
 * The attributes that refer to an id, by the element; `id-ref` does everywhere. Their names are those of Pacemaker's schemas, the last ones those
 * of its status: what the cluster remembers of a resource or node.
 */
const references: Readonly<Record<string, readonly string[]>> = {
  primitive: ['template'],
  rsc_order: ['first', 'then'],
  rsc_colocation: ['rsc', 'with-rsc'],
  rsc_location: ['rsc'],
  rsc_ticket: ['rsc'],
  resource_ref: ['id'],
  obj_ref: ['id'],
  role: ['id'],
  role_ref: ['id'],
  acl_permission: ['reference'],
  read: ['ref'],
  write: ['ref'],
  deny: ['ref'],
  'fencing-level': ['devices'],
  node_state: ['id'],
  lrm: ['id'],
  transient_attributes: ['id'],
  lrm_resource: ['id'],
}

/** All ids of a text; of the devices of a fencing level each, and those that the XPath of a permission selects. */
export function occurrencesIn(attributes: readonly WrittenAttribute[]): readonly Occurrence[] {
  return attributes.flatMap((attribute): readonly Occurrence[] => {
    const { element, name, value, valueSpan } = attribute
    if (name === 'xpath') return selectedBy(attribute)
    const isReference =
      name === 'id-ref' ||
      (Object.hasOwn(references, element) && references[element]?.includes(name) === true)
    if (!isReference && name !== 'id') return []
    if (name !== 'devices') return [{ ...valueSpan, id: value, isDefinition: !isReference, attribute }]
    let start = valueSpan.start
    return value.split(',').map((id) => {
      const occurrence = { start, end: start + id.length, id, isDefinition: false, attribute }
      start += id.length + 1
      return occurrence
    })
  })
}

/** `//primitive[@id='vip']` refers to vip. */
function selectedBy(attribute: WrittenAttribute): readonly Occurrence[] {
  const { value, valueSpan } = attribute
  if (value.length !== valueSpan.end - valueSpan.start) return []
  return [...value.matchAll(/(@id\s*=\s*(["']))(.*?)\2/g)].map(({ index, 1: before = '', 3: id = '' }) => {
    const start = valueSpan.start + index + before.length
    return { start, end: start + id.length, id, isDefinition: false, attribute }
  })
}

/** The id at a place of the text, also right behind its last letter. */
export function occurrenceAt(occurrences: readonly Occurrence[], offset: number): Occurrence | undefined {
  return occurrences.find(({ start, end }) => start <= offset && offset <= end)
}
