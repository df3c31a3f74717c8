/**
 * The second stage: `node test/mutation/wider.mjs REPORT` applies each change that the fast tests did not find to a copy
 * of the project, and runs those tests of `npm test` there that take longer and concern its room.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

/** What of `npm test` concerns a room, and starts programs or takes longer than the first stage may. */
const tests = {
  check: [
    'test/check/conditions',
    'test/check/crm-verify',
    'test/check/order-rules',
    'test/check/placement-rules',
    'test/check/practice',
    'test/check/random',
    'test/check/values',
    'test/check/wrong-ids',
    'test/graph/random-repeated',
    'test/lsp/fixes',
    'test/model',
  ],
  cib: [
    'test/cib/corpus',
    'test/cib/schemas',
    'test/cib/upgrade',
    'test/cib/validate',
    'test/model',
    'test/xml',
    'test/crm',
  ],
  graph: [
    'test/check/order-rules',
    'test/check/random-splits',
    'test/graph/blocked-starts',
    'test/graph/cycles',
    'test/graph/guarantee-real',
    'test/graph/hosted-nodes',
    'test/graph/meta-attributes',
    'test/graph/random',
    'test/model',
  ],
  pcs: ['test/pcs/quoting', 'test/pcs/replay', 'test/pcs/script', 'test/pcs/update', 'test/model'],
}

const reports = process.argv.slice(2).map((path) => JSON.parse(readFileSync(path, 'utf8')))
const survivors = reports.flatMap(({ files }) =>
  Object.entries(files).flatMap(([file, { source, mutants }]) =>
    mutants
      .filter(({ status }) => status === 'Survived' || status === 'NoCoverage')
      .map((mutant) => ({ file, source, ...mutant })),
  ),
)
const found = reports.flatMap(({ files }) =>
  Object.values(files).flatMap(({ mutants }) =>
    mutants.filter(({ status }) => status === 'Killed' || status === 'Timeout'),
  ),
).length

const copy = '/tmp/lightcib-wider/project'
rmSync(dirname(copy), { recursive: true, force: true })
for (const file of execFileSync('git', ['ls-files', '-z', '-co', '--exclude-standard'], { encoding: 'utf8' })
  .split('\0')
  .filter((each) => existsSync(each) && each !== '')) {
  mkdirSync(dirname(join(copy, file)), { recursive: true })
  cpSync(file, join(copy, file))
}
for (const [from, to] of [
  [resolve('node_modules'), join(copy, 'node_modules')],
  [resolve('../shared'), join(dirname(copy), 'shared')],
])
  if (existsSync(from)) symlinkSync(from, to)

/** The source of a file with one change of Stryker. */
function changed({ source, location: { start, end }, replacement }) {
  const lines = source.split('\n')
  const before = [...lines.slice(0, start.line - 1), lines[start.line - 1].slice(0, start.column - 1)]
  const after = [lines[end.line - 1].slice(end.column - 1), ...lines.slice(end.line)]
  return before.join('\n') + replacement + after.join('\n')
}

function inCopy(program, args) {
  return spawnSync(program, args, { cwd: copy, encoding: 'utf8', maxBuffer: 1 << 28 })
}

// The compiler reads all of them at once, each as a file beside the one that it changes.
const variant = ({ file }, at) => `${file.slice(0, -3)}.change-${at}.ts`
for (const [at, each] of survivors.entries()) writeFileSync(join(copy, variant(each, at)), changed(each))
const { stdout } = inCopy('node_modules/.bin/tsc', [
  '-p',
  'tsconfig.build.json',
  '--noEmit',
  '--emitDeclarationOnly',
  'false',
])
for (const [at, each] of survivors.entries()) rmSync(join(copy, variant(each, at)))
const doesNotCompile = new Set(survivors.filter((each, at) => stdout.includes(`${variant(each, at)}(`)))

const counts = { found, 'found by the wider tests': 0, survived: 0, 'does not compile': 0 }
for (const each of survivors) {
  let outcome = 'does not compile'
  let by = ''
  if (!doesNotCompile.has(each)) {
    writeFileSync(join(copy, each.file), changed(each))
    const run = inCopy('node_modules/.bin/vitest', [
      'run',
      '--config',
      'test/mutation/wider.config.ts',
      ...tests[each.file.split('/')[1]],
    ])
    writeFileSync(join(copy, each.file), each.source)
    outcome = run.status === 0 ? 'survived' : 'found by the wider tests'
    by = /^FAILED .*$/m.exec(run.stdout)?.[0] ?? ''
  }
  counts[outcome] += 1
  const { start } = each.location
  console.log(
    `${outcome}: ${each.file}:${start.line}:${start.column} ${each.mutatorName} -> ${each.replacement} ${by}`,
  )
}
console.log(counts)
