/** A progress bar on a terminal for what takes more than two seconds, and nothing elsewhere. */
export interface ProgressBar {
  readonly show: (done: number, all: number) => void
  /** Removes the bar. */
  readonly clear: () => void
}

const width = 40
/** In milliseconds. */
const patience = 2000

export function progressBar(stream: NodeJS.WriteStream = process.stderr): ProgressBar {
  if (!stream.isTTY) return { show: () => {}, clear: () => {} }
  const start = Date.now()
  let isShown = false
  return {
    show(done, all) {
      if (Date.now() - start < patience) return
      isShown = true
      const full = Math.floor((width * done) / all)
      stream.write(`\r[${'#'.repeat(full)}${' '.repeat(width - full)}] ${done} of ${all}`)
    },
    clear() {
      if (isShown) stream.write('\r\u001b[K')
      isShown = false
    },
  }
}
