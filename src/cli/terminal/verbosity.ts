/** How much a command prints on the terminal beside its output. */
export type Verbosity = 'quiet' | 'normal' | 'verbose'

let verbosity: Verbosity = 'normal'

/** Set once, from the options of the command line. */
export function setVerbosity(given: Verbosity): void {
  verbosity = given
}

export function verbosityNow(): Verbosity {
  return verbosity
}
