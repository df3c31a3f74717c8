import type { ValueType } from './values.js'
import type { During, SchemaVersion } from './versions.js'

/** An element of the grammar; one name may have several, by its parent. */
export interface Definition {
  readonly name: string
  readonly since?: SchemaVersion
  readonly until?: SchemaVersion
  /** Undefined where any content is allowed. */
  readonly content: (() => Pattern) | undefined
}

/** The content of an element, as in RELAX NG: attributes and elements, joined. */
export type Pattern =
  | {
      readonly kind: 'attribute'
      readonly name: string
      readonly type: ValueType
      readonly required: boolean
    }
  | {
      readonly kind: 'elements'
      readonly accepts: readonly Definition[]
      readonly least: number
      readonly most: number
    }
  | { readonly kind: 'all' | 'interleave' | 'choice'; readonly parts: readonly Part[] }
  | { readonly kind: 'maybe'; readonly part: Pattern }

type Part = Pattern | During<Pattern>

/** An element and its content; the content is a function, so that elements may nest in themselves. */
export function define(
  name: string,
  content: (() => Pattern) | undefined,
  time: Pick<Definition, 'since' | 'until'> = {},
): Definition {
  return { name, content, ...time }
}

const elements =
  (least: number, most: number) =>
  (...accepts: readonly Definition[]) =>
    ({ kind: 'elements', accepts, least, most }) as const

/** An attribute that must be there. */
export const must = (name: string, type: ValueType): Pattern => ({
  kind: 'attribute',
  name,
  type,
  required: true,
})
/** An attribute that may be there. */
export const may = (name: string, type: ValueType): Pattern => ({
  kind: 'attribute',
  name,
  type,
  required: false,
})
/** One element of these. */
export const one = elements(1, 1)
/** At most one element of these. */
export const perhaps = elements(0, 1)
/** At least one element of these, in any order. */
export const some = elements(1, Number.POSITIVE_INFINITY)
/** Any number of elements of these, in any order. */
export const many = elements(0, Number.POSITIVE_INFINITY)
/** Each of these; elements in this order. */
export const all = (...parts: readonly Part[]): Pattern => ({ kind: 'all', parts })
/** Each of these; elements in any order. */
export const interleave = (...parts: readonly Part[]): Pattern => ({ kind: 'interleave', parts })
/** Just one of these. */
export const choice = (...parts: readonly Part[]): Pattern => ({ kind: 'choice', parts })
/** This or nothing. */
export const maybe = (part: Pattern): Pattern => ({ kind: 'maybe', part })
