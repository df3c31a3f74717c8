const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/**
 * Has this done when the process ends: by itself, by an exception, or by a signal, which ends the process as before
 * unless others listen to it. Returns what calls that off.
 */
export function onEnd(action: () => void): () => void {
  const handlers = signals.map((signal) => {
    const handle = () => {
      action()
      callOff()
      if (process.listenerCount(signal) === 0) process.kill(process.pid, signal)
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
