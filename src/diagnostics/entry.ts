export type Severity = 'error' | 'warning' | 'info'

/** What a hint is written in: the DSL for a module, pcs commands or XML for a CIB. */
export type Language = 'dsl' | 'cib'

/** What the catalogue knows of one code. The parameters are what a finding fills in. */
export interface Entry<Parameters> {
  readonly severity: Severity
  /** What the code means, for docs/diagnostics.md. */
  readonly about: string
  /** What is wrong, with the value in quotes, then a colon and why it matters. */
  readonly message: (parameters: Parameters) => string
  /** What to write instead; parameters have the `language` where the hint depends on it. */
  readonly hint?: (parameters: Parameters) => string | undefined
}

/** An entry of the catalogue, its parameters inferred from its message. */
export function entry<Parameters>(entry: Entry<Parameters>): Entry<Parameters> {
  return entry
}
