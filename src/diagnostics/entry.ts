export type Severity = 'error' | 'warning' | 'info'

/** What the catalogue knows of one code. The parameters are what a finding fills in. */
export interface Entry<Parameters> {
  readonly severity: Severity
  /** What the code means, for docs/diagnostics.md. */
  readonly about: string
  /** What is wrong, with the value in quotes, then a colon and why it matters. */
  readonly message: (parameters: Parameters) => string
  /** What to write instead. */
  readonly hint?: (parameters: Parameters) => string | undefined
}

/** An entry of the catalogue, its parameters inferred from its message. */
export function entry<Parameters>(entry: Entry<Parameters>): Entry<Parameters> {
  return entry
}
