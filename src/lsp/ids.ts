import type { Span, WrittenAttribute } from './attributes.js'

/** An id in a text: where it is defined, or where something refers to it. */
export interface Occurrence extends Span {
  readonly id: string
  readonly isDefinition: boolean
  readonly attribute: WrittenAttribute
}

/** The attributes that refer to an id, by the element; `id-ref` does everywhere. Their names are those of Pacemaker's schema. */
const references: Readonly<Record<string, readonly string[]>> = {
  primitive: ['template'],
  rsc_order: ['first', 'then'],
  rsc_colocation: ['rsc', 'with-rsc'],
  rsc_location: ['rsc'],
  rsc_ticket: ['rsc'],
  resource_ref: ['id'],
  obj_ref: ['id'],
  role: ['id'],
  acl_permission: ['reference'],
  'fencing-level': ['devices'],
}

/** All ids of a text; of the devices of a fencing level each. */
export function occurrencesIn(attributes: readonly WrittenAttribute[]): readonly Occurrence[] {
  return attributes.flatMap((attribute): readonly Occurrence[] => {
    const { element, name, value, valueSpan } = attribute
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

/** The id at a place of the text, also right behind its last letter. */
export function occurrenceAt(occurrences: readonly Occurrence[], offset: number): Occurrence | undefined {
  return occurrences.find(({ start, end }) => start <= offset && offset <= end)
}
