/** `npm run fuzz:input`: mutated modules, CIBs and command lines, through the command line as it is built. */
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, watch, writeFileSync, writeSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { limitedRun } from '../support/limited-run.js'
import { mutatedCib } from '../support/mutated-cibs.js'
import { mutatedModule } from '../support/mutated-modules.js'
import { seed } from '../support/properties.js'
import { type Random, randomOf } from '../support/random.js'
import { commandLine } from '../support/random-command-lines.js'

/** How many inputs; a tenth of them are command lines, the others half modules and half CIBs. */
const inputs = Number(process.env.FUZZ) || 60
/** Files that one process checks: most of what a process costs is its start, and a module ends many a one. */
const batches = { module: 20, cib: 50 } as const
type Kind = keyof typeof batches

const folder = mkdtempSync(join(tmpdir(), 'lightcib-fuzz-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
for (const name of ['in', 'out']) mkdirSync(join(folder, name))

/** All that happens to files below the folder but to those that are written for it. */
const touched: string[] = []
const isExpected = (name: string) => /^(in\/input-\d+\.\w+|out(\/.*)?|in|home|tmp|measured-\d+)$/.test(name)
const watcher = watch(folder, { recursive: true }, (_, name) => {
  if (name !== null && !isExpected(name)) touched.push(name)
})
afterAll(() => watcher.close())

const worst = { seconds: 0, megabytes: 0 }
const codes: Record<string, number> = {}

async function run(args: readonly string[], input: string | Uint8Array = '') {
  const ran = await limitedRun(folder, args, input)
  worst.seconds = Math.max(worst.seconds, ran.seconds)
  worst.megabytes = Math.max(worst.megabytes, ran.megabytes)
  codes[String(ran.status)] = (codes[String(ran.status)] ?? 0) + 1
  return ran
}

/** Runs the task that many times, as many at once as there are processors. */
async function inParallel(times: number, task: (random: Random) => Promise<void>): Promise<void> {
  let next = 0
  const worker = async () => {
    while (next < times) await task(randomOf(seed + 7919 * next++))
  }
  await Promise.all(Array.from({ length: availableParallelism() }, worker))
}

let number = 0
function written(kind: Kind, random: Random): string {
  const name = `input-${number++}.${kind === 'module' ? 'ts' : 'xml'}`
  writeFileSync(join(folder, 'in', name), kind === 'module' ? mutatedModule(random) : mutatedCib(random))
  return name
}

/** Where a file that something is wrong with can be looked at afterwards. */
function kept(name: string): string {
  const found = join(tmpdir(), 'lightcib-fuzz-found')
  mkdirSync(found, { recursive: true })
  const path = join(found, `${seed}-${name}`)
  copyFileSync(join(folder, 'in', name), path)
  return path
}

async function faultsOf(names: readonly string[]): Promise<readonly unknown[]> {
  const each: unknown[] = []
  for (const name of names) {
    const { faults } = await run(['check', name, '--timeout', '1'])
    if (faults.length > 0) each.push({ faults, file: kept(name) })
  }
  return each
}

test.each(['module', 'cib'] as const)(
  '%s: no stack trace, no other exit code, within limits',
  async (kind) => {
    const wrong: unknown[] = []
    const batch = Math.min(batches[kind], inputs)
    await inParallel(Math.ceil((inputs * 0.45) / batch), async (random) => {
      const all = Array.from({ length: batch }, () => written(kind, random))
      const format = kind === 'cib' && random.chance(0.5) ? ['--format', 'json'] : []
      let names = all
      while (names.length > 0) {
        const { faults, printed } = await run(['check', ...names, '--timeout', '1', ...format])
        if (faults.length > 0) {
          const alone = await faultsOf(names)
          // A limit that only all of them together exceed is no limit of one.
          const isLimit = faults.every((fault) => /^[\d.]+ (s|MB)$/.test(fault))
          wrong.push(...(alone.length > 0 || isLimit ? alone : [{ faults, files: names.map(kept) }]))
        }
        // A module that ends the process hides those after it.
        names = names.slice(names.findLastIndex((name) => printed.includes(name)) + 1 || names.length)
      }
      for (const name of all) rmSync(join(folder, 'in', name))
    })
    expect(wrong).toEqual([])
  },
)

test('command lines: no stack trace, no other exit code, within limits', async () => {
  const wrong: unknown[] = []
  const sources = ['module', 'cib', 'cib'] as const
  const outputs = ['a.xml', 'b.sh', 'none/c.svg'].map((name) => join(folder, 'out', name))
  await inParallel(Math.ceil(inputs * 0.1), async (random) => {
    const files = sources.map((kind) => written(kind, random))
    const args = commandLine([...files, '-', 'none.ts'], outputs, random)
    const { faults } = await run(args, random.chance(0.5) ? mutatedCib(random) : '')
    if (faults.length > 0)
      wrong.push({ faults, args, files: files.filter((name) => args.includes(name)).map(kept) })
    for (const name of files) rmSync(join(folder, 'in', name))
  })
  expect(wrong).toEqual([])
})

test('no other file was touched', async () => {
  await new Promise((resolve) => setTimeout(resolve, 200))
  if (process.env.FUZZ !== undefined) writeSync(2, `${JSON.stringify({ inputs, seed, codes, worst })}\n`)
  expect(touched).toEqual([])
  expect(Object.keys(codes).every((code) => ['0', '1', '2'].includes(code))).toBe(true)
})
