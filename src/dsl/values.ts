/** What may be given as a value: numbers and booleans become their text. */
export type Value = string | number | boolean

/**
 * Builds a child element once its owner is known: called with the owner's id, which its own id starts with, and the
 * ids that are used in the owner.
 */
export type ChildBuilder<Child> = (owner: string, used: Set<string>) => Child

/** One thing or several; an array is the usual form of several. */
export type OneOrMany<T> = T | Iterable<T>

export function listOf<T>(given: OneOrMany<T> | undefined): readonly T[] {
  if (given === undefined) return []
  return isMany(given) ? [...given] : [given]
}

function isMany<T>(given: OneOrMany<T>): given is Iterable<T> {
  return typeof given === 'object' && given !== null && Symbol.iterator in given
}

/** An object without the fields that are undefined or null, its values as text. */
export function texts<Fields extends object>(fields: Fields): { readonly [Name in keyof Fields]?: string } {
  const given = Object.entries(fields).filter(([, value]) => value !== undefined && value !== null)
  return Object.fromEntries(given.map(([name, value]) => [name, String(value)])) as {
    [Name in keyof Fields]?: string
  }
}
