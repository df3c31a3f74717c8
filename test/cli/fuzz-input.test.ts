/** `npm run fuzz:input`: mutated modules, CIBs and command lines, through the command line as it is built. */
import { spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  watch,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { commandLine, mutatedCib, mutatedModule } from '../support/mutated-inputs.js'
import { seed } from '../support/properties.js'
import { randomOf } from '../support/random.js'
import { slowness } from '../support/slowness.js'
import { root } from '../support/tools.js'

/** How many inputs; a tenth of them are command lines, the others half modules and half CIBs. */
const inputs = Number(process.env.FUZZ) || 60
/** Files that one process checks: most of what a process costs is its start. */
const batch = 20
/** What no process may exceed, beside its exit code. */
const most = { seconds: 10 * slowness, megabytes: 1024 }

const folder = mkdtempSync(join(tmpdir(), 'lightcib-fuzz-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
for (const name of ['in', 'out', 'home', 'tmp']) mkdirSync(join(folder, name))

/** All that happens to files below the folder but to those that are written for it. */
const touched: string[] = []
const isExpected = (name: string) => /^(in\/input-\d+\.\w+|out(\/.*)?|measured)$/.test(name)
const watcher = watch(folder, { recursive: true }, (_, name) => {
  if (name !== null && !isExpected(name)) touched.push(name)
})
afterAll(() => watcher.close())

const random = randomOf(seed)
const hasTime = existsSync('/usr/bin/time')
const worst = { seconds: 0, megabytes: 0 }
const codes = new Map<number | null, number>()

/** Runs the command line: all that it printed, and what is wrong with how it ended. */
function run(args: readonly string[], input: string | Uint8Array = '') {
  const measured = join(folder, 'measured')
  const command = [process.execPath, join(root, 'dist/cli/main.js'), ...args]
  const [program = '', ...rest] = hasTime
    ? ['/usr/bin/time', '-q', '-f', '%e %M', '-o', measured, ...command]
    : command
  const start = performance.now()
  const { status, signal, stdout, stderr } = spawnSync(program, rest, {
    input,
    encoding: 'utf8',
    cwd: join(folder, 'in'),
    env: { PATH: process.env.PATH, HOME: join(folder, 'home'), TMPDIR: join(folder, 'tmp') },
    maxBuffer: 1e9,
    timeout: 120_000 * slowness,
  })
  const [, kilobytes = 0] = hasTime ? readFileSync(measured, 'utf8').trim().split(' ').map(Number) : []
  const [seconds, megabytes] = [(performance.now() - start) / 1000, kilobytes / 1024]
  worst.seconds = Math.max(worst.seconds, seconds)
  worst.megabytes = Math.max(worst.megabytes, megabytes)
  codes.set(status, (codes.get(status) ?? 0) + 1)
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
  return { faults, printed: stdout + stderr }
}

let number = 0
function written(kind: 'module' | 'cib'): string {
  const name = `input-${number++}.${kind === 'module' ? 'ts' : 'xml'}`
  writeFileSync(join(folder, 'in', name), kind === 'module' ? mutatedModule(random) : mutatedCib(random))
  return name
}

const textOf = (name: string) => readFileSync(join(folder, 'in', name), 'latin1').slice(0, 3000)

test.each(['module', 'cib'] as const)('%s: no stack trace, no other exit code, within limits', (kind) => {
  const wrong: unknown[] = []
  for (let left = Math.ceil(inputs * 0.45); left > 0; left -= batch) {
    let names = Array.from({ length: Math.min(batch, left) }, () => written(kind))
    while (names.length > 0) {
      const format = kind === 'cib' && random.chance(0.5) ? ['--format', 'json'] : []
      const { faults, printed } = run(['check', ...names, '--timeout', '1', ...format])
      if (faults.length > 0) {
        const each = names.map((name) => ({ own: run(['check', name, '--timeout', '1']).faults, name }))
        const guilty = each
          .filter(({ own }) => own.length > 0)
          .map(({ own, name }) => ({ own, text: textOf(name) }))
        wrong.push(...(guilty.length > 0 ? guilty : [{ faults, names }]))
      }
      // A module that ends the process hides those after it.
      names = names.slice(names.findLastIndex((name) => printed.includes(name)) + 1 || names.length)
    }
  }
  expect(wrong).toEqual([])
})

test('command lines: no stack trace, no other exit code, within limits', () => {
  const wrong: unknown[] = []
  const sources = ['module', 'cib', 'cib'] as const
  const outputs = ['a.xml', 'b.sh', 'none/c.svg'].map((name) => join(folder, 'out', name))
  for (let left = Math.ceil(inputs * 0.1); left > 0; left--) {
    const names = [...sources.map(written), '-', 'none.ts']
    const args = commandLine(names, outputs, random)
    const { faults } = run(args, random.chance(0.5) ? mutatedCib(random) : '')
    if (faults.length > 0)
      wrong.push({
        faults,
        args,
        texts: names
          .slice(0, 3)
          .filter((name) => args.includes(name))
          .map(textOf),
      })
  }
  expect(wrong).toEqual([])
})

test('no other file was touched', async () => {
  await new Promise((resolve) => setTimeout(resolve, 200))
  const exitCodes = Object.fromEntries([...codes].sort())
  if (process.env.FUZZ !== undefined) writeSync(2, `${JSON.stringify({ inputs, seed, exitCodes, worst })}\n`)
  expect(touched).toEqual([])
  expect(Object.keys(exitCodes).every((code) => ['0', '1', '2'].includes(code))).toBe(true)
})
