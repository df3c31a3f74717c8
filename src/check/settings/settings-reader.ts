import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.js'
import { nearest } from '../../diagnostics/nearest.js'
import { quote } from '../../diagnostics/quote.js'
import { unknownOptions } from '../../dsl/options.js'

/** The names of an object's fields. */
export type Keys<Settings> = { readonly [Key in keyof Required<Settings>]: 'child' }

/** Reads settings that no compiler may have seen; what cannot be used is a finding and is left out. */
export interface SettingsReader {
  readonly findings: Diagnostic[]
  /** The fields of an object; none where it is something else. Other keys than these are findings. */
  readonly fields: (
    value: unknown,
    of: string,
    keys?: Readonly<Record<string, 'child'>>,
  ) => Readonly<Record<string, unknown>>
  readonly list: (value: unknown, of: string) => readonly unknown[]
  /** True for one of these words. */
  readonly isOneOf: <Word extends string>(value: unknown, words: readonly Word[], of: string) => value is Word
  /** True for one of these codes. */
  readonly isCode: (value: unknown, codes: ReadonlySet<string>, of: string) => value is string
  readonly invalid: (value: unknown, of: string, expected: string) => void
}

export function settingsReader(): SettingsReader {
  const findings: Diagnostic[] = []
  const invalid = (value: unknown, of: string, expected: string, near?: string) => {
    findings.push(diagnostic('invalid-setting', '/cib', { of, value: shown(value), expected, near }))
  }
  return {
    findings,
    fields(value, of, keys) {
      if (typeof value !== 'object' || value === null) {
        invalid(value, of, 'an object')
        return {}
      }
      const unknown = keys === undefined ? [] : unknownOptions(value, { of, options: keys })
      for (const { key, known } of unknown) {
        const parameters = { of, key, known, near: nearest(key, known) }
        findings.push(diagnostic('unknown-option', '/cib', parameters))
      }
      return value as Readonly<Record<string, unknown>>
    },
    list(value, of) {
      if (Array.isArray(value)) return value
      if (value !== undefined) invalid(value, of, 'an array')
      return []
    },
    isOneOf<Word extends string>(value: unknown, words: readonly Word[], of: string): value is Word {
      if (words.some((word) => word === value)) return true
      invalid(value, of, words.map(quote).join(' or '), nearest(String(value), words))
      return false
    },
    isCode(value, codes, of): value is string {
      if (typeof value !== 'string') invalid(value, of, 'a code')
      else if (codes.has(value)) return true
      else findings.push(diagnostic('unknown-code', '/cib', { of, code: value, near: nearest(value, codes) }))
      return false
    },
    invalid,
  }
}

function shown(value: unknown): string {
  if (typeof value === 'string') return quote(value)
  if (Array.isArray(value)) return 'an array'
  return typeof value === 'object' && value !== null
    ? 'an object'
    : typeof value === 'function'
      ? 'a function'
      : String(value)
}
