import type { NvpairBuilder } from '../attribute/attribute-sets.js'

/** A parameter that is any text; a number becomes its text. */
export type TextParameter = string | number | NvpairBuilder

/** A parameter that is a whole number. */
export type IntegerParameter = number | `${bigint}` | NvpairBuilder

/** A parameter that is a boolean, in the words that agents read. */
export type BooleanParameter =
  | boolean
  | 1
  | 0
  | 'true'
  | 'false'
  | 'yes'
  | 'no'
  | 'on'
  | 'off'
  | '1'
  | '0'
  | NvpairBuilder
