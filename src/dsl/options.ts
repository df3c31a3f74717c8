import type { UnknownOption } from '../model/element/element.js'

/** What becomes of an option: an attribute of the same name, or what the builder derives from it. */
type Use = 'attribute' | 'child'

type KeyOf<Options> = Options extends unknown ? keyof Options : never

/** Every option of a builder, so that no key vanishes: `satisfies` does not compile where one is missing. */
export interface OptionTable<Options extends object> {
  /** What has the options, as a message names it: `order()`, `an operation`. */
  readonly of: string
  readonly options: { readonly [Key in KeyOf<Options>]: Use }
}

interface AnyTable {
  readonly of: string
  readonly options: Readonly<Record<string, Use>>
}

type AttributeIn<Table extends AnyTable> = {
  readonly [Key in keyof Table['options']]: Table['options'][Key] extends 'attribute' ? Key : never
}[keyof Table['options']]

interface Noted {
  readonly unknownOptions?: readonly UnknownOption[]
}

/** The options that are attributes, as text and without those that are undefined or null, and a note of unknown keys. */
export function optionFields<Table extends AnyTable>(
  given: object,
  table: Table,
): { readonly [Name in AttributeIn<Table>]?: string } & Noted {
  const fields: Record<string, string> = {}
  for (const [key, value] of Object.entries(given)) {
    if (value !== undefined && value !== null && useOf(key, table) === 'attribute')
      fields[key] = String(value)
  }
  return { ...(fields as { [Name in AttributeIn<Table>]?: string }), ...noteUnknown(given, table) }
}

/** A note of the keys that are not in the table, for `check` to report; nothing where there are none. */
export function noteUnknown(given: object, table: AnyTable): Noted {
  return noted(unknownOptions(given, table))
}

/** The note of these keys; nothing where there are none. */
export function noted(unknown: readonly UnknownOption[]): Noted {
  return unknown.length === 0 ? {} : { unknownOptions: unknown }
}

/** The keys of the options that are not in the table. */
export function unknownOptions(given: object, table: AnyTable): UnknownOption[] {
  const unknown = Object.keys(given).filter((key) => useOf(key, table) === undefined)
  return unknown.map((key) => ({ of: table.of, key, known: Object.keys(table.options) }))
}

function useOf(key: string, { options }: AnyTable): Use | undefined {
  return Object.hasOwn(options, key) ? options[key] : undefined
}
