/** Why Pacemaker gave no answer: it is not installed, too old, did not end in time, or failed. */
export class PacemakerError extends Error {
  override readonly name = 'PacemakerError'
}
