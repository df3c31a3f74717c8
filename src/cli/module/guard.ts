/** Keeps the code of users from ending the process as if all were well, from blocking it, and from writing to standard output. */
import { Console } from 'node:console'
import fs, { closeSync, writeSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { escapeUnseen } from '../../diagnostics/unseen.js'
import { changedBuiltin, rememberBuiltins } from './builtins.js'
import { type Deadline, endName, memoryLimit } from './deadline.js'
import { wrongUsage } from './exit-code.js'

/** What the options of the command line set for modules. */
export interface GuardOptions {
  /** Seconds that loading a module, or its policies and rules, may take. */
  readonly timeout: number
  /** Whether the stack of what a module throws is printed. */
  readonly trace: boolean
}

const state = {
  options: { timeout: 8, trace: false } as GuardOptions,
  /** What runs, as a message names it: `module "cluster.ts"`. */
  subject: 'a module',
  isInstalled: false,
  isFinished: false,
  deadline: new BigInt64Array(new SharedArrayBuffer(16)) as Deadline,
}

/** Prints why a module failed, with its place and the source there; set by what knows both. */
type Describe = (thrown: unknown) => string
let describe: Describe = String

export function setGuardOptions(options: GuardOptions): void {
  state.options = options
}

export function isTracing(): boolean {
  return state.options.trace
}

/**
 * From here on a module can be loaded: nothing but `finish` ends the process with a code other than 2. Returns what the
 * watchdog has to be given, on its thread.
 */
export function installGuard(describeFailure: Describe): Deadline {
  if (state.isInstalled) return state.deadline
  Atomics.store(state.deadline, 1, BigInt(wrongUsage))
  state.isInstalled = true
  describe = describeFailure
  forbidEnding()
  rememberBuiltins()
  let toStandardError: Console | undefined
  Object.defineProperty(globalThis, 'console', {
    get: () => (toStandardError ??= new Console(process.stderr, process.stderr)),
    configurable: true,
  })
  const failedLater = (thrown: unknown) => {
    endIfChanged()
    end(`${state.subject} ${describe(thrown)}`)
  }
  process.on('uncaughtException', failedLater)
  process.on('unhandledRejection', failedLater)
  process.on('exit', () => {
    if (state.isFinished) return
    process.exitCode = wrongUsage
    print(`${state.subject} never ends: it waits for what does not happen`)
  })
  Object.defineProperty(globalThis, Symbol.for(endName), { value: endByWatchdog })
  return state.deadline
}

/** Runs the code of users within the time limit; what it writes to standard output goes to standard error. */
export async function guarded<Result>(subject: string, run: () => Result | Promise<Result>): Promise<Result> {
  state.subject = subject
  const folder = process.cwd()
  const { write } = process.stdout
  const { prepareStackTrace, stackTraceLimit } = Error
  process.stdout.write = ((...given: [string]) => process.stderr.write(...given)) as typeof write
  Atomics.store(state.deadline, 0, BigInt(Date.now() + Math.ceil(state.options.timeout * 1000)))
  try {
    return await run()
  } finally {
    endIfChanged()
    Atomics.store(state.deadline, 0, 0n)
    process.stdout.write = write
    // What a module makes of stacks is its own affair: it could throw wherever an error comes later.
    Reflect.set(Error, 'prepareStackTrace', prepareStackTrace)
    Reflect.set(Error, 'stackTraceLimit', stackTraceLimit)
    process.chdir(folder)
  }
}

/** The same where a module was loaded, whose policies or rules run; else just runs. */
export async function guardedIfNeeded<Result>(subject: string, run: () => Result): Promise<Result> {
  return state.isInstalled ? guarded(subject, run) : run()
}

/** Ends the process with the exit code, where a module was loaded: its timers or connections must not keep it running. */
export async function finish(): Promise<void> {
  if (!state.isInstalled) return
  for (const stream of [process.stdout, process.stderr]) {
    await new Promise((resolve) => stream.write('', resolve))
  }
  state.isFinished = true
  reallyExit(Number(process.exitCode ?? 0))
}

/** Ends the process at once, also where a module was loaded: nothing can be written any more. */
export function exitNow(code: number): never {
  state.isFinished = true
  return reallyExit(code)
}

/** Ends the process where a module has changed what everything is computed with. */
function endIfChanged(): void {
  const name = changedBuiltin()
  if (name !== undefined) end(`${state.subject} changes ${name}: no result could be relied on`)
}

const close = closeSync
const { reallyExit, kill } = process as typeof process & { reallyExit: (code: number) => never }

/** Ends the process by a signal that it got. */
export function endBySignal(signal: NodeJS.Signals): void {
  kill.call(process, process.pid, signal)
}

/** A call that would end the process. */
class EndingCall extends Error {
  override readonly name = ''
}

function forbidEnding(): void {
  const forbid = (name: string) => (code?: unknown) =>
    endBy(`process.${name}(${code === undefined ? '' : String(code)})`)
  for (const name of ['exit', 'reallyExit', 'abort'] as const) {
    Object.defineProperty(process, name, { value: forbid(name), configurable: true, writable: true })
  }
  const own = [process.pid, -process.pid, 0]
  process.kill = (pid, signal) => {
    if (!own.includes(Number(pid)) || signal === 0) return kill.call(process, pid, signal)
    return endBy(`process.kill(process.pid${signal === undefined ? '' : `, ${JSON.stringify(signal)}`})`)
  }
  for (const name of ['close', 'closeSync'] as const) {
    const real = fs[name] as (...given: unknown[]) => void
    Object.assign(fs, {
      [name]: (...given: unknown[]) =>
        Number(given[0]) <= 2 ? endBy(`fs.${name}(${String(given[0])})`) : real(...given),
    })
  }
  syncBuiltinESMExports()
}

function endBy(call: string): never {
  return end(`${state.subject} ${describe(new EndingCall(`calls ${call} before anything is checked`))}`)
}

function endByWatchdog(reason: 'time' | 'memory'): void {
  const { timeout } = state.options
  const message =
    reason === 'time'
      ? `still runs after ${timeout} s; --timeout allows more`
      : `uses more than ${memoryLimit} MB of memory`
  print(`${state.subject} ${message}`)
  // The inspector that called this would print on standard error that it is to be disconnected.
  close(2)
  reallyExit(wrongUsage)
}

function end(message: string): never {
  print(message)
  return reallyExit(wrongUsage)
}

/** Written at once, as the process ends. */
function print(message: string): void {
  const lines = `lightcib: ${message}`.split('\n').map(escapeUnseen).join('\n')
  writeSync(2, `${lines}\n`)
}
