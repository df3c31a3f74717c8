import type { Diagnostic } from '../diagnostics/diagnostic.js'
import type { Cluster } from './configuration.js'

/** A rule that a cluster must keep; `check` runs it and returns all that breaks it. */
export interface Policy {
  /** Kebab-case, the name on the command line. */
  readonly name: string
  readonly check: (cluster: Cluster) => readonly Diagnostic[]
}
