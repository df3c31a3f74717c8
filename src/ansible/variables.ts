/** A name and its value, as the role has all options. */
export interface Option {
  readonly name: string
  readonly value: string | number
}

/** A set of attributes; the role reads the first of each list. */
export type Attrs = readonly [{ readonly attrs: readonly Option[] }]

/** Variables by name, in the order of the file; undefined ones are left out. */
export type Variables = Readonly<Record<string, unknown>>
