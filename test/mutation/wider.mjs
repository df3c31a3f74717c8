/**
 * The second stage: `node test/mutation/wider.mjs REPORT...` applies the changes that the fast tests did not find to a
 * copy of the project, and runs those tests of `npm test` there that start programs or take longer, and concern the room.
 * Most of `check` are not found here either, so several are tried at once, and halved where a test fails.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

/**
 * The tests of each room. Fast ones are among them: Stryker runs a test for a change only if it was the test that came
 * there, and what is memoized, such as the grammar of the schemas, is computed for the first test alone.
 */
const tests = {
  check: [
    ...['causes', 'conditions', 'crm-verify', 'hints', 'never-runs', 'order-rules', 'placement-rules'],
    ...['policies', 'practice', 'random-splits', 'reports', 'rules', 'settings', 'values'],
  ].map((name) => `test/check/${name}.`),
  cib: ['test/cib', 'test/model', 'test/xml/xml'],
  graph: [
    ...['answers', 'blocked-starts', 'cycles', 'guarantee', 'hosted-nodes', 'meta-attributes', 'never-runs'],
    ...['questions', 'random', 'roles', 'set-references', 'unknown-resource'],
  ].map((name) => `test/graph/${name}`),
  pcs: [
    ...['convert', 'quoting', 'replay', 'secrets', 'unsupported', 'update-commands'].map(
      (name) => `test/pcs/${name}`,
    ),
    'test/scenarios',
  ],
}

/** How many changes of a room are tried at once. */
const most = { check: 8, cib: 1, graph: 2, pcs: 1 }

const rooms = (process.env.ROOMS ?? 'graph,check,cib,pcs').split(',')
const mutants = process.argv
  .slice(2)
  .flatMap((path) =>
    Object.entries(JSON.parse(readFileSync(path, 'utf8')).files).flatMap(([file, { source, mutants }]) =>
      mutants.map((mutant) => ({ file, source, ...mutant, ...rangeIn(source, mutant.location) })),
    ),
  )
  .filter((mutant) => rooms.includes(roomOf(mutant)) && mutant.status !== 'Ignored')
  // A file that has changed since has other mutants.
  .filter(({ file, source }) => existsSync(file) && readFileSync(file, 'utf8') === source)

function roomOf({ file }) {
  return file.split('/')[1]
}

/** Where the text of a mutant starts and ends. */
function rangeIn(source, { start, end }) {
  const at = ({ line, column }) =>
    source
      .split('\n')
      .slice(0, line - 1)
      .reduce((sum, text) => sum + text.length + 1, 0) +
    column -
    1
  return { from: at(start), to: at(end) }
}

const copy = '/tmp/lightcib-wider/project'
rmSync(dirname(copy), { recursive: true, force: true })
const listed = execFileSync('git', ['ls-files', '-z', '-co', '--exclude-standard'], { encoding: 'utf8' })
for (const file of listed.split('\0').filter((each) => each !== '' && existsSync(each))) {
  mkdirSync(dirname(join(copy, file)), { recursive: true })
  cpSync(file, join(copy, file))
}
symlinkSync(resolve('node_modules'), join(copy, 'node_modules'))
if (existsSync('../shared')) symlinkSync(resolve('../shared'), join(dirname(copy), 'shared'))

/** The text of a file with changes that do not overlap. */
function changed(source, changes) {
  return changes
    .toSorted((a, b) => b.from - a.from)
    .reduce((text, { from, to, replacement }) => text.slice(0, from) + replacement + text.slice(to), source)
}

function inCopy(program, args) {
  return spawnSync(join('node_modules/.bin', program), args, {
    cwd: copy,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
}

/** What the compiler accepts: it reads each as a file beside the one that it changes. */
function compiling(changes) {
  const variant = ({ file }, at) => `${file.slice(0, -3)}.change-${at}.ts`
  for (const [at, each] of changes.entries())
    writeFileSync(join(copy, variant(each, at)), changed(each.source, [each]))
  const { stdout } = inCopy('tsc', ['-p', 'tsconfig.build.json', '--outDir', '/tmp/lightcib-wider/types'])
  for (const [at, each] of changes.entries()) rmSync(join(copy, variant(each, at)))
  return changes.filter((each, at) => !stdout.includes(`${variant(each, at)}(`))
}

/** The changes in groups that can be made at once. */
function groupsOf(changes) {
  const groups = []
  for (const each of changes) {
    const fits = (group) =>
      group.length < most[roomOf(each)] &&
      roomOf(group[0]) === roomOf(each) &&
      group.every(({ file, from, to }) => file !== each.file || to <= each.from || from >= each.to)
    const group = groups.find(fits)
    if (group === undefined) groups.push([each])
    else group.push(each)
  }
  return groups
}

/** Those of a group that a test finds. */
function foundIn(group) {
  const files = new Map(group.map(({ file, source }) => [file, source]))
  for (const [file, source] of files)
    writeFileSync(
      join(copy, file),
      changed(
        source,
        group.filter((each) => each.file === file),
      ),
    )
  const run = testsOf(roomOf(group[0]))
  for (const [file, source] of files) writeFileSync(join(copy, file), source)
  if (run.status !== 0 && group.length > 1) {
    const half = Math.ceil(group.length / 2)
    return [...foundIn(group.slice(0, half)), ...foundIn(group.slice(half))]
  }
  const outcome = run.status === 0 ? 'survived' : 'found'
  const by = /^FAILED .*$/m.exec(run.stdout)?.[0] ?? ''
  for (const { file, location, replacement } of group)
    console.log(`${outcome}: ${file}:${location.start.line}:${location.start.column} ${replacement} ${by}`)
  return run.status === 0 ? [] : group
}

function testsOf(room) {
  return inCopy('vitest', ['run', '--config', 'test/mutation/wider.config.ts', ...tests[room]])
}

const programs = compiling(mutants)
const isFound = ({ status }) => status === 'Killed' || status === 'Timeout'
const foundFirst = programs.filter(isFound)
const left = programs.filter((each) => !isFound(each))
const count = foundFirst.length + left.length
const others = mutants.length - programs.length
console.log(`${mutants.length} changes, of which the compiler rejects ${others}`)
console.log(`found by the fast tests: ${foundFirst.length}`)
for (const room of new Set(left.map(roomOf))) {
  const { status, stdout } = testsOf(room)
  if (status !== 0) throw new Error(`the tests of ${room} fail without a change:\n${stdout}`)
}
const foundLater = groupsOf(left).flatMap(foundIn)
const found = foundFirst.length + foundLater.length
const percent = (part, whole) => `${((100 * part) / whole).toFixed(1)} %`
console.log(`found by the tests of their room: ${foundLater.length} of ${left.length}`)
console.log(
  `score: ${percent(found, count)}, and ${percent(found + others, count + others)} with what the compiler rejects`,
)
