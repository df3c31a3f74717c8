/** A progress bar on a terminal, and nothing elsewhere. */
export interface ProgressBar {
  readonly show: (done: number, all: number) => void
  /** Removes the bar. */
  readonly clear: () => void
}

const width = 40

export function progressBar(stream: NodeJS.WriteStream = process.stderr): ProgressBar {
  if (!stream.isTTY) return { show: () => {}, clear: () => {} }
  return {
    show(done, all) {
      const full = Math.floor((width * done) / all)
      stream.write(`\r[${'#'.repeat(full)}${' '.repeat(width - full)}] ${done} of ${all}`)
    },
    clear: () => stream.write('\r\u001b[K'),
  }
}
