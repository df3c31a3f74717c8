import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { slowness } from './slowness.js'
import { root } from './tools.js'

/** What no process may exceed, beside its exit code. */
const most = { seconds: 10 * slowness, megabytes: 1024 }
const hasTime = existsSync('/usr/bin/time')

/** How a command line ended, and what is wrong with that: exit code, stack traces, time, memory. */
export interface LimitedRun {
  readonly faults: readonly string[]
  readonly printed: string
  readonly status: number | null
  readonly seconds: number
  /** 0 where no program measures it. */
  readonly megabytes: number
}

let runs = 0

/** Runs the built command line in the folder `in` of this one; `home` and `tmp` are all else that it knows of. */
export async function limitedRun(
  folder: string,
  args: readonly string[],
  input: string | Uint8Array = '',
): Promise<LimitedRun> {
  const measured = join(folder, `measured-${runs++}`)
  const command = [process.execPath, join(root, 'dist/cli/main.js'), ...args]
  const [program = '', ...rest] = hasTime
    ? ['/usr/bin/time', '-q', '-f', '%M', '-o', measured, ...command]
    : command
  const start = performance.now()
  for (const name of ['in', 'home', 'tmp']) mkdirSync(join(folder, name), { recursive: true })
  const child = spawn(program, rest, {
    cwd: join(folder, 'in'),
    env: { PATH: process.env.PATH, HOME: join(folder, 'home'), TMPDIR: join(folder, 'tmp') },
    timeout: 120_000 * slowness,
    killSignal: 'SIGKILL',
  })
  const out: Buffer[] = []
  const err: Buffer[] = []
  child.stdout.on('data', (bytes: Buffer) => out.push(bytes))
  child.stderr.on('data', (bytes: Buffer) => err.push(bytes))
  // Who does not read its standard input has ended before.
  child.stdin.on('error', () => {})
  child.stdin.end(input)
  const [status, signal] = await new Promise<[number | null, NodeJS.Signals | null]>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (...ended) => resolve(ended))
  })
  const seconds = (performance.now() - start) / 1000
  const megabytes = hasTime ? Number(readFileSync(measured, 'utf8')) / 1024 : 0
  rmSync(measured, { force: true })
  const [stdout, stderr] = [Buffer.concat(out).toString(), Buffer.concat(err).toString()]
  const faults = [
    ...(status === 0 || status === 1 || status === 2
      ? []
      : [`exit code ${status}, signal ${signal}: ${stderr.slice(-300)}`]),
    ...(/^ +at .*(?:node:|\.[mc]?[jt]s:\d+)/m.test(stderr) && !args.includes('--trace')
      ? [`a stack trace: ${stderr.slice(-600)}`]
      : []),
    ...(stderr.includes('internal error') ? [/.*internal error.*/.exec(stderr)?.[0] ?? ''] : []),
    ...(status === 2 && stdout + stderr === '' ? ['no message'] : []),
    ...(seconds > most.seconds ? [`${seconds} s`] : []),
    ...(megabytes > most.megabytes ? [`${megabytes} MB`] : []),
  ]
  return { faults, printed: stdout + stderr, status, seconds, megabytes }
}
