const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

let endBySignal = (signal: NodeJS.Signals): void => {
  process.kill(process.pid, signal)
}

/** For a program in which `process.kill` is not what it was: how a signal ends the process. */
export function setEndBySignal(end: (signal: NodeJS.Signals) => void): void {
  endBySignal = end
}

/**
 * Has this done when the process ends: by itself, by an exception, or by a signal, which ends the process as before
 * unless others listen to it. Returns what calls that off.
 */
export function onEnd(action: () => void): () => void {
  const handlers = signals.map((signal) => {
    const handle = () => {
      action()
      callOff()
      if (process.listenerCount(signal) === 0) endBySignal(signal)
    }
    return [signal, handle] as const
  })
  function callOff() {
    process.off('exit', action)
    for (const [signal, handle] of handlers) process.off(signal, handle)
  }
  process.on('exit', action)
  for (const [signal, handle] of handlers) process.on(signal, handle)
  return callOff
}
