import { nearest } from '../../../diagnostics/nearest.js'
import { isId } from '../../../model/ids.js'
import { type During, isIn, type SchemaVersion } from './versions.js'

/** The values of an attribute. */
export interface ValueType {
  readonly accepts: (value: string, version: SchemaVersion) => boolean
  /** The values that it accepts, for messages: `an integer`; undefined where it only excludes some. */
  readonly expected: (version: SchemaVersion) => string | undefined
  /** The value most like a wrong one, where there is a list of them. */
  readonly nearest?: (value: string, version: SchemaVersion) => string | undefined
  /** `id`: no other element has it. `reference`: some element has it. */
  readonly role?: 'id' | 'reference'
  /** True for a single value: one that has it shows which form of an element is meant. */
  readonly isConstant?: boolean
}

type Versioned = string | During<string>

function valuesIn(values: readonly Versioned[], version: SchemaVersion): string[] {
  return values.flatMap((value) =>
    typeof value === 'string' ? [value] : isIn(version, value) ? [value.what] : [],
  )
}

/** `a`, `a or b`, `a, b or c`. */
function alternatives(values: readonly string[]): string {
  return [values.slice(0, -1).join(', '), ...values.slice(-1)].filter((text) => text !== '').join(' or ')
}

/** White space as the schema's types see it: none around, one blank between. */
export function collapse(value: string): string {
  if (!/[ \t\r\n]/.test(value)) return value
  return value.replace(/[ \t\r\n]+/g, ' ').replace(/^ | $/g, '')
}

const matching = (form: RegExp, expected: string): ValueType => ({
  accepts: (value) => form.test(collapse(value)),
  expected: () => expected,
})

/** Anything. */
export const text: ValueType = { accepts: () => true, expected: () => 'any text' }
/** A name that no other element has. */
export const id: ValueType = {
  accepts: (value) => isId(collapse(value)),
  expected: () => 'an id',
  role: 'id',
}
/** The id of some element. */
export const reference: ValueType = { ...id, expected: () => 'the id of an element', role: 'reference' }
/** The schema's booleans are fewer than those that Pacemaker reads in nvpairs. */
export const boolean = matching(/^(true|false|1|0)$/, 'true, false, 1 or 0')
/** libxml2 reads 24 digits at most, leading zeros left out. */
export const integer = matching(/^[+-]?0*\d{1,24}$/, 'an integer')
/** An integer from 0. */
export const count = matching(/^(\+?0*\d{1,24}|-0+)$/, 'an integer from 0')
/** An integer, or an infinity. */
export const score: ValueType = {
  ...matching(/^([+-]?0*\d{1,24}|[+-]?INFINITY)$/, 'an integer, INFINITY or -INFINITY'),
  nearest: (value) => nearest(value, ['INFINITY', '-INFINITY']),
}

/** One of these; white space around it does not count. */
export function values(...allowed: readonly Versioned[]): ValueType {
  return {
    accepts: (value, version) => valuesIn(allowed, version).includes(collapse(value)),
    expected: (version) => alternatives(valuesIn(allowed, version)),
    nearest: (value, version) => nearest(value, valuesIn(allowed, version)),
    isConstant: allowed.length === 1,
  }
}

/** Just this text. */
export function exactly(only: string): ValueType {
  return { accepts: (value) => value === only, expected: () => only, isConstant: true }
}

/** Anything but these. */
export function noneOf(...excluded: readonly Versioned[]): ValueType {
  return {
    accepts: (value, version) => !valuesIn(excluded, version).includes(collapse(value)),
    expected: () => undefined,
  }
}

/** A text of this form; here white space counts. */
export function pattern(form: RegExp, expected: string): ValueType {
  return { accepts: (value) => form.test(value), expected: () => expected }
}

/** The second type from a version on, before it the first. */
export function changed(before: ValueType, version: SchemaVersion, after: ValueType): ValueType {
  const at = (now: SchemaVersion) => (isIn(now, { since: version }) ? after : before)
  return { accepts: (value, now) => at(now).accepts(value, now), expected: (now) => at(now).expected(now) }
}
