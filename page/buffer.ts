/** What seek-bzip uses of Node's Buffer. */
export class Buffer extends Uint8Array {
  override toString(): string {
    return [...this].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  }
}
