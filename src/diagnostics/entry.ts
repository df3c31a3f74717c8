import type { Severity } from './diagnostic.js'

/** What the catalogue knows of one code. */
export interface Entry<Parameters> {
  readonly severity: Severity
  /** What the code stands for, one sentence for docs/diagnostics.md. */
  readonly about: string
  readonly message: (parameters: Parameters) => string
  readonly hint?: (parameters: Parameters) => string | undefined
}

/** An entry of the catalogue, its parameters inferred from its message. */
export function entry<Parameters>(entry: Entry<Parameters>): Entry<Parameters> {
  return entry
}
