import { type Code, nullCode, text, value } from './code.js'

/** Properties of an object of options. */
export type Fields = readonly (readonly [string, Code | undefined])[]

/** What an option accepts: text, text or a number, any value, true or false, or one of some words. */
export type Kind = 'text' | 'number' | 'value' | 'flag' | readonly string[]

/** The code of a field; undefined where there is none, or none that the option accepts. */
export function field(given: string | undefined, kind: Kind): Code | undefined {
  if (given === undefined) return undefined
  if (kind === 'text') return text(given)
  if (kind === 'number' && (given === 'true' || given === 'false')) return text(given)
  if (kind === 'value' || kind === 'number') return value(given)
  if (kind === 'flag') return given === 'true' || given === 'false' ? value(given) : undefined
  return kind.includes(given) ? text(given) : undefined
}

/** The code of a field that has a default in a builder: left out where it is that, `null` where it is missing. */
export function filled(given: string | undefined, kind: Kind, byDefault: string): Code | undefined {
  if (given === byDefault) return undefined
  return given === undefined ? nullCode : field(given, kind)
}

/** The codes of the fields of an element that are options of its builder. */
export function fieldsOf<E extends object>(element: E, kinds: { readonly [Name in keyof E]?: Kind }): Fields {
  const fields = element as Readonly<Record<string, string | undefined>>
  return Object.entries(kinds).map(([name, kind]) => [name, field(fields[name], kind as Kind)] as const)
}
