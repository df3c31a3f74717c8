/** Milliseconds without a key until all of a text is checked, where that takes long. */
const longest = 200

/** Runs what a document needs once nothing is typed in it: the last of what it was given. */
export class Pace {
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>()
  /** Milliseconds that the last run for a document took. */
  readonly #took = new Map<string, number>()

  /** Runs this after a pause, in place of what waits for the document; the pause is short where the last run was. */
  later(uri: string, run: () => Promise<void>): void {
    this.stop(uri)
    const pause = Math.min(2 * (this.#took.get(uri) ?? longest), longest)
    const timed = async () => {
      const begin = performance.now()
      await run()
      this.#took.set(uri, performance.now() - begin)
    }
    this.#timers.set(uri, setTimeout(timed, pause))
  }

  /** Forgets what waits for the document. */
  stop(uri: string): void {
    clearTimeout(this.#timers.get(uri))
    this.#timers.delete(uri)
  }
}
