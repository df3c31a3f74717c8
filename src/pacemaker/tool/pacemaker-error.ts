/** Why Pacemaker gave no answer: it is not installed, too old, did not end in time, or does not accept the cluster. */
export class PacemakerError extends Error {
  override readonly name: string = 'PacemakerError'
}

/** Thrown where a tool of Pacemaker is not installed; the message names the package that has it. */
export class NotInstalledError extends PacemakerError {
  override readonly name = 'NotInstalledError'
}
