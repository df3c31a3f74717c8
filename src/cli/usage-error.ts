/** Wrong usage, or a configuration that cannot be used: a message on standard error, exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError'

  /** The lines of a file that it is about. */
  readonly frame: readonly string[]

  constructor(message: string, frame: readonly string[] = []) {
    super(message)
    this.frame = frame
  }
}
