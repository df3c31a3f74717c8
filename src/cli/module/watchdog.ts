/** Watches the main thread from another one: a loop that never returns cannot stop it. */
import { writeSync } from 'node:fs'
import { isMainThread, workerData } from 'node:worker_threads'
import { type Deadline, endName, memoryLimit } from './deadline.js'

/** Milliseconds between two looks, and until a main thread that does not answer is killed. */
const interval = 20
const patience = 1000

/** Ends the process if the deadline passes, or too much memory is used before. */
export function watch(deadline: Deadline): void {
  const timer = setInterval(() => {
    const until = Number(Atomics.load(deadline, 0))
    if (until === 0) return
    const reason = Date.now() > until ? 'time' : usedMemory() > memoryLimit ? 'memory' : undefined
    if (reason === undefined) return
    clearInterval(timer)
    void end(reason)
  }, interval)
  timer.unref()
}

function usedMemory(): number {
  return process.memoryUsage.rss() / 2 ** 20
}

/** An inspector interrupts whatever the main thread runs, a loop too, and has it end the process. */
async function end(reason: string): Promise<void> {
  setTimeout(() => {
    writeSync(2, `lightcib: a module does not end: the limit of ${reason} is exceeded\n`)
    process.kill(process.pid, 'SIGKILL')
  }, patience)
  const { Session } = await import('node:inspector')
  const session = new Session()
  session.connectToMainThread()
  const expression = `globalThis[Symbol.for(${JSON.stringify(endName)})](${JSON.stringify(reason)})`
  session.post('Runtime.evaluate', { expression })
}

if (!isMainThread && workerData instanceof BigInt64Array) watch(workerData)
