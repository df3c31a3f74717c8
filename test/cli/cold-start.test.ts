import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../support/tools.js'

/** Prints what was loaded, as Node names it, when the program ends. */
const reporter = `process.on('exit', () => console.log(JSON.stringify(process.moduleLoadList)))`

/** What Node loads of itself to run this. */
function loadedBy(args: readonly string[]): readonly string[] {
  const { status, stdout } = spawnSync(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(reporter)}`, ...args],
    { encoding: 'utf8' },
  )
  expect(status).toBe(0)
  return JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '') as readonly string[]
}

/** What a check of a CIB does not use. */
const unused = ['crypto', 'child_process', 'worker_threads', 'zlib', 'readline'].map(
  (name) => `NativeModule ${name}`,
)

test('a check of a CIB loads no crypto, processes, threads, zlib or readline of Node', () => {
  const before = new Set(loadedBy(['-e', '0']))
  const cib = join(root, 'fixtures/scenarios/mitaka-full/cib.xml')
  const loaded = loadedBy([join(root, 'dist/cli/main.js'), 'check', cib])
  expect(loaded.filter((name) => unused.includes(name) && !before.has(name))).toEqual([])
})

test('a check without options is one with the default options, for whatever it is given', () => {
  const scenario = 'fixtures/scenarios/mitaka-full'
  const inputs = [
    [`${scenario}/cib.xml`],
    [`${scenario}/cib.xml`, `${scenario}/*.ts`],
    [`${scenario}/none.xml`],
    [scenario],
    ['-', '-'],
    [''],
  ]
  const run = (args: readonly string[]) => {
    const main = join(root, 'dist/cli/main.js')
    const { status, stdout, stderr } = spawnSync(process.execPath, [main, 'check', ...args], {
      cwd: root,
      encoding: 'utf8',
      input: '<cib/>',
    })
    return { status, stdout, stderr }
  }
  for (const files of inputs) {
    expect(run(files)).toEqual(run(['--format', 'text', '--time-limit', '300', '--timeout', '8', ...files]))
  }
})
