import type { Definition, Pattern } from './grammar/pattern.js'
import type { ValueType } from './grammar/values.js'
import { isIn, type SchemaVersion } from './grammar/versions.js'

/** An alternative of an element: a pattern without choices. */
export interface Form {
  readonly attributes: ReadonlyMap<string, ValueType>
  /** Names of the attributes that must be there. */
  readonly required: readonly string[]
  /** Groups of children that follow each other; within a group any order will do. */
  readonly groups: readonly (readonly ChildSlot[])[]
}

/** Elements that are accepted in one place, and how many of them. */
export interface ChildSlot {
  readonly accepts: ReadonlyMap<string, Definition>
  readonly least: number
  readonly most: number
}

const known = new Map<SchemaVersion, Map<Definition, readonly Form[]>>()

/** The forms of an element in a version; undefined where any content is allowed. Each is computed once. */
export function formsOf(definition: Definition, version: SchemaVersion): readonly Form[] | undefined {
  if (definition.content === undefined) return undefined
  const ofVersion = known.get(version) ?? new Map<Definition, readonly Form[]>()
  known.set(version, ofVersion)
  const forms = ofVersion.get(definition) ?? expand(definition.content(), version).map(toForm)
  ofVersion.set(definition, forms)
  return forms
}

/** A form whose attributes are still as the pattern has them. */
interface Expansion {
  readonly attributes: readonly Extract<Pattern, { readonly kind: 'attribute' }>[]
  readonly groups: Form['groups']
}

const empty: Expansion = { attributes: [], groups: [] }

function toForm({ attributes, groups }: Expansion): Form {
  return {
    attributes: new Map(attributes.map(({ name, type }) => [name, type])),
    required: attributes.filter(({ required }) => required).map(({ name }) => name),
    groups,
  }
}

function expand(pattern: Pattern, version: SchemaVersion): readonly Expansion[] {
  switch (pattern.kind) {
    case 'attribute':
      return [{ attributes: [pattern], groups: [] }]
    case 'elements': {
      const accepts = pattern.accepts.filter((definition) => isIn(version, definition))
      if (accepts.length === 0) return [empty]
      const slot = {
        ...pattern,
        accepts: new Map(accepts.map((definition) => [definition.name, definition])),
      }
      return [{ attributes: [], groups: [[slot]] }]
    }
    case 'maybe':
      return [empty, ...expand(pattern.part, version)]
    case 'choice':
      return partsOf(pattern.parts, version).flatMap((part) => expand(part, version))
    case 'all':
    case 'interleave': {
      const join = pattern.kind === 'all' ? inSequence : interleaved
      return partsOf(pattern.parts, version)
        .map((part) => expand(part, version))
        .reduce((forms, next) => forms.flatMap((form) => next.map((other) => join(form, other))), [empty])
    }
  }
}

type Parts = Extract<Pattern, { readonly kind: 'all' | 'interleave' | 'choice' }>['parts']

function partsOf(parts: Parts, version: SchemaVersion): readonly Pattern[] {
  return parts.flatMap((part) => ('kind' in part ? [part] : isIn(version, part) ? [part.what] : []))
}

function inSequence(first: Expansion, second: Expansion): Expansion {
  return {
    attributes: [...first.attributes, ...second.attributes],
    groups: [...first.groups, ...second.groups],
  }
}

function interleaved(first: Expansion, second: Expansion): Expansion {
  const slots = [...first.groups, ...second.groups].flat()
  return {
    attributes: [...first.attributes, ...second.attributes],
    groups: slots.length === 0 ? [] : [slots],
  }
}
