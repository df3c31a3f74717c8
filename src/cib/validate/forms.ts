import type { Definition, Pattern } from './pattern.js'
import type { ValueType } from './values.js'
import { isIn, type SchemaVersion } from './versions.js'

/** One way to write an element: a pattern without alternatives. */
export interface Form {
  readonly attributes: ReadonlyMap<string, { readonly type: ValueType; readonly required: boolean }>
  /** Groups of children that follow each other; within a group any order will do. */
  readonly groups: readonly (readonly ChildSlot[])[]
}

/** Elements that may stand in one place, and how many of them. */
export interface ChildSlot {
  readonly takes: ReadonlyMap<string, Definition>
  readonly least: number
  readonly most: number
}

const known = new Map<SchemaVersion, Map<Definition, readonly Form[]>>()

/** The forms of an element in a version; undefined where anything may stand inside. Each is made once. */
export function formsOf(definition: Definition, version: SchemaVersion): readonly Form[] | undefined {
  if (definition.content === undefined) return undefined
  const made = known.get(version) ?? new Map<Definition, readonly Form[]>()
  known.set(version, made)
  const forms = made.get(definition) ?? expand(definition.content(), version)
  made.set(definition, forms)
  return forms
}

const empty: Form = { attributes: new Map(), groups: [] }

function expand(pattern: Pattern, version: SchemaVersion): readonly Form[] {
  switch (pattern.kind) {
    case 'attribute': {
      const { name, type, required } = pattern
      return [{ attributes: new Map([[name, { type, required }]]), groups: [] }]
    }
    case 'elements': {
      const takes = pattern.takes.filter((definition) => isIn(version, definition))
      if (takes.length === 0) return [empty]
      const slot = { ...pattern, takes: new Map(takes.map((definition) => [definition.name, definition])) }
      return [{ attributes: new Map(), groups: [[slot]] }]
    }
    case 'maybe':
      return [empty, ...expand(pattern.part, version)]
    case 'oneOf':
      return partsOf(pattern.parts, version).flatMap((part) => expand(part, version))
    case 'all':
    case 'mixed': {
      const join = pattern.kind === 'all' ? inTurn : together
      return partsOf(pattern.parts, version)
        .map((part) => expand(part, version))
        .reduce((forms, next) => forms.flatMap((form) => next.map((other) => join(form, other))), [empty])
    }
  }
}

type Parts = Extract<Pattern, { readonly kind: 'all' | 'mixed' | 'oneOf' }>['parts']

function partsOf(parts: Parts, version: SchemaVersion): readonly Pattern[] {
  return parts.flatMap((part) => ('kind' in part ? [part] : isIn(version, part) ? [part.what] : []))
}

function inTurn(first: Form, second: Form): Form {
  return { attributes: attributesOfBoth(first, second), groups: [...first.groups, ...second.groups] }
}

function together(first: Form, second: Form): Form {
  const slots = [...first.groups, ...second.groups].flat()
  return { attributes: attributesOfBoth(first, second), groups: slots.length === 0 ? [] : [slots] }
}

function attributesOfBoth(first: Form, second: Form): Form['attributes'] {
  return new Map([...first.attributes, ...second.attributes])
}
