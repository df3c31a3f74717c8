import { isId } from '../../model/ids.js'
import { type During, isIn, type SchemaVersion } from './versions.js'

/** What an attribute may hold. */
export interface ValueType {
  readonly takes: (value: string, version: SchemaVersion) => boolean
  /** What it takes, in words. */
  readonly wants: (version: SchemaVersion) => string
  /** `id`: no other element has it. `reference`: some element has it. */
  readonly role?: 'id' | 'reference'
}

type Versioned = string | During<string>

function valuesIn(values: readonly Versioned[], version: SchemaVersion): string[] {
  return values.flatMap((value) =>
    typeof value === 'string' ? [value] : isIn(version, value) ? [value.what] : [],
  )
}

/** White space as the schema's types see it: none around, one blank between. */
export function collapse(value: string): string {
  return value.replace(/[ \t\r\n]+/g, ' ').replace(/^ | $/g, '')
}

const matching = (form: RegExp, wants: string): ValueType => ({
  takes: (value) => form.test(collapse(value)),
  wants: () => wants,
})

/** Anything. */
export const text: ValueType = { takes: () => true, wants: () => 'any text' }
/** A name that no other element has. */
export const id: ValueType = { takes: (value) => isId(collapse(value)), wants: () => 'an id', role: 'id' }
/** The id of some element. */
export const reference: ValueType = { ...id, wants: () => 'the id of an element', role: 'reference' }
/** The schema's booleans are fewer than those that Pacemaker reads in nvpairs. */
export const boolean = matching(/^(true|false|1|0)$/, 'true, false, 1 or 0')
/** libxml2 takes 24 digits at most, leading zeros left out. */
export const integer = matching(/^[+-]?0*\d{1,24}$/, 'an integer')
/** An integer from 0. */
export const count = matching(/^(\+?0*\d{1,24}|-0+)$/, 'an integer from 0')
/** An integer, or an infinity. */
export const score = matching(/^([+-]?0*\d{1,24}|[+-]?INFINITY)$/, 'an integer, INFINITY or -INFINITY')

/** One of these; white space around it does not count. */
export function values(...allowed: readonly Versioned[]): ValueType {
  return {
    takes: (value, version) => valuesIn(allowed, version).includes(collapse(value)),
    wants: (version) => `one of ${valuesIn(allowed, version).join(', ')}`,
  }
}

/** Just this text. */
export function exactly(only: string): ValueType {
  return { takes: (value) => value === only, wants: () => only }
}

/** Anything but these. */
export function noneOf(...refused: readonly Versioned[]): ValueType {
  return {
    takes: (value, version) => !valuesIn(refused, version).includes(collapse(value)),
    wants: (version) => `none of ${valuesIn(refused, version).join(', ')}`,
  }
}

/** A text of this form; here white space counts. */
export function pattern(form: RegExp, wants: string): ValueType {
  return { takes: (value) => form.test(value), wants: () => wants }
}

/** What the second type takes from a version on, and before it the first. */
export function changed(before: ValueType, version: SchemaVersion, after: ValueType): ValueType {
  const at = (now: SchemaVersion) => (isIn(now, { since: version }) ? after : before)
  return { takes: (value, now) => at(now).takes(value, now), wants: (now) => at(now).wants(now) }
}
