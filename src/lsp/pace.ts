/** Milliseconds without a key until all of a text is checked. */
const pause = 200

/** Runs what a document needs once nothing is typed in it: the last of what it was given. */
export class Pace {
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>()

  /** Runs this after a pause, in place of what waits for the document. */
  later(uri: string, run: () => void): void {
    this.stop(uri)
    this.#timers.set(uri, setTimeout(run, pause))
  }

  /** Forgets what waits for the document. */
  stop(uri: string): void {
    clearTimeout(this.#timers.get(uri))
    this.#timers.delete(uri)
  }
}
