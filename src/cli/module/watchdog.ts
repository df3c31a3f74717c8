/** Watches the main thread from another one: a loop that never returns cannot stop it. */
import { writeSync } from 'node:fs'
import { isMainThread, workerData } from 'node:worker_threads'
import { type Deadline, endName, memoryLimit } from './deadline.js'

/** Milliseconds between two looks, and until a main thread that does not answer is ended without it. */
const interval = 20
const patience = 1000

/** Ends the process if the deadline passes, or too much memory is used before. The timer keeps a thread of its own alive. */
export function watch(deadline: Deadline): NodeJS.Timeout {
  const timer = setInterval(() => {
    const until = Number(Atomics.load(deadline, 0))
    if (until === 0) return
    const reason = Date.now() > until ? 'time' : usedMemory() > memoryLimit ? 'memory' : undefined
    if (reason === undefined) return
    clearInterval(timer)
    void end(reason, Number(Atomics.load(deadline, 1)))
  }, interval)
  return timer
}

function usedMemory(): number {
  return process.memoryUsage.rss() / 2 ** 20
}

/** An inspector interrupts whatever JavaScript the main thread runs, a loop too, and has it end the process. */
async function end(reason: string, code: number): Promise<void> {
  setTimeout(() => {
    writeSync(2, `lightcib: a module does not end: the limit of ${reason} is exceeded\n`)
    void exitWithoutMainThread(code)
  }, patience)
  const { Session } = await import('node:inspector')
  const session = new Session()
  session.connectToMainThread()
  const expression = `globalThis[Symbol.for(${JSON.stringify(endName)})](${JSON.stringify(reason)})`
  session.post('Runtime.evaluate', { expression })
}

/** The types of Node have no values of WebAssembly. */
const { Memory } = (
  globalThis as unknown as { readonly WebAssembly: { readonly Memory: new (size: object) => object } }
).WebAssembly

/**
 * Ends the process with this code while its main thread is in a call that nothing interrupts: a program that it started and waits
 * for, a FIFO without a writer. `process.exit` of this thread would end this thread only; WASI's exit is that of C.
 */
async function exitWithoutMainThread(code: number): Promise<void> {
  try {
    process.emitWarning = () => {}
    const { WASI } = await import('node:wasi')
    const wasi = new WASI({ version: 'preview1', returnOnExit: false })
    wasi.initialize({ exports: { memory: new Memory({ initial: 0 }) } })
    const { proc_exit } = wasi.wasiImport as { readonly proc_exit: (code: number) => void }
    proc_exit(code)
  } finally {
    process.kill(process.pid, 'SIGKILL')
  }
}

if (!isMainThread && workerData instanceof BigInt64Array) watch(workerData)
