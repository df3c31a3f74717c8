import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { commandLine } from '../support/command-line.js'
import { describeWith, root, run as tool } from '../support/tools.js'
import { cibWith, unseenIn, unseenInXml, validCibWith } from '../support/unseen.js'

const { folder, file, run, remove } = commandLine()
afterAll(remove)

/** Erases the screen, writes in red, sets the title, turns the direction: with C1 controls, which XML can represent. */
const attack = 'A\u009b2J\u009b31mPWNED\u009d0;title\u009c\u202e'
const all = unseenInXml.join('')

const broken = file('broken.xml', cibWith(all))
const valid = file('valid.xml', validCibWith(`${attack}${all}`))
const module = file(
  'odd.ts',
  `import { cluster, systemd } from 'lightcib'
   export default cluster({ resources: [systemd('a', { description: '\\x1b]0;title\\x07${all}' })] })`,
)
const thrown = file('thrown.ts', `throw new Error('\\x1b]0;title\\x07\\u009b2J${all}')`)

const calls: readonly (readonly string[])[] = [
  ['check', broken],
  ['check', broken, '--format', 'json'],
  ['check', valid, module, thrown],
  ['check', valid, '--policy', `${attack}=${all}`],
  ['check', valid, '--rule', attack],
  ['check', valid, `--${attack}`, all],
  ['check', valid, '--config', `${attack}.ts`],
  ['check', `${attack}.xml`, `${attack}.ts`, attack],
  [attack],
  ['explain', attack],
  ['reduce', valid, '--keep', 'a', '--to', 'report'],
  ['reduce', valid, '--keep', `${attack},${all}`],
  ['diff', broken, valid],
  ['compile', valid, '-o', `${attack}/out`],
  ['graph', broken],
  ...['cib', 'pcs', 'bootstrap', 'source', 'dot', 'mermaid', 'svg', 'html', 'systemd', 'handbook'].map(
    (to) => [...['compile', valid, '--to', to]],
  ),
]

test.each(calls)('no unseen character is printed by %s %s %s %s', (...args) => {
  const { stdout, stderr } = run(args.filter((arg) => arg !== undefined))
  expect([unseenIn(stdout), unseenIn(stderr)]).toEqual([[], []])
  expect((stdout + stderr).length).toBeGreaterThan(20)
})

test('the name of a file is escaped in text', () => {
  const odd = file(`${attack}.xml`, readFileSync(join(root, 'fixtures/scenarios/light/cib.xml')))
  const { stdout, stderr, status } = run(['check', odd])
  expect([status, unseenIn(stdout), unseenIn(stderr)]).toEqual([0, [], []])
  expect(stdout).toContain('A\\u009b2J\\u009b31mPWNED\\u009d0;title\\u009c\\u202e.xml: ')
})

describeWith(['tmux'], 'a real terminal', () => {
  const work = mkdtempSync(join(tmpdir(), 'lightcib-tmux-'))
  afterAll(() => rmSync(work, { recursive: true }))
  let number = 0

  /** What the terminal shows after a command, and its title. */
  function shown(command: string) {
    const at = join(work, `${number++}`)
    const tmux = (...args: readonly string[]) =>
      tool('tmux', ['-f', '/dev/null', '-S', `${at}.socket`, ...args])
    const start = "printf '\\033]2;own title\\007'; echo FIRST"
    writeFileSync(at, `${start}; ${command}; echo LAST; touch '${at}.done'; sleep 600\n`)
    tmux('new-session', '-d', '-x', '250', '-y', '200', `LC_ALL=C.UTF-8 bash '${at}'`)
    try {
      for (let wait = 0; wait < 600 && !existsSync(`${at}.done`); wait++) spawnSync('sleep', ['0.1'])
      const screen = tmux('capture-pane', '-p', '-e').stdout
      return { screen, title: tmux('display-message', '-p', '#{pane_title}').stdout.trim() }
    } finally {
      tmux('kill-server')
    }
  }

  const lightcib = `'${process.execPath}' '${join(root, 'dist/cli/main.js')}'`

  test('is changed by such characters, so that this test can fail', () => {
    writeFileSync(join(folder, 'raw'), 'line\n\u001b]0;title\u0007\u001b[2J\u001b[H')
    const { screen, title } = shown(`cat '${join(folder, 'raw')}'`)
    expect([screen.includes('FIRST'), title]).toEqual([false, 'title'])
  })

  test.each([
    ['check', `check '${broken}' 2>&1 | head -n 100`],
    ['check of modules', `check '${module}' '${thrown}'`],
    ['JSON', `check '${module}' --format json`],
    ['a pcs script', `compile '${valid}' --to pcs 2>&1 | grep -v '^ ' | tail -n 90`],
    ['source', `import '${valid}' 2>&1 | tail -n 90`],
  ])('keeps its screen and title with %s', (_, args) => {
    const { screen, title } = shown(`${lightcib} ${args}`)
    expect([screen.includes('FIRST'), screen.includes('LAST'), title]).toEqual([true, true, 'own title'])
    expect(screen.includes('\u001b[31mPWNED')).toBe(false)
  })
})

describe('a terminal without colours', () => {
  test('gets none', () => {
    expect(run(['check', broken]).stderr).not.toContain('\u001b')
  })
})
