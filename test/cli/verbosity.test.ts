import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { isColoured } from '../../src/cli/terminal/colors.js'
import { commandLine } from '../support/command-line.js'
import { root } from '../support/tools.js'

const { file, run, remove } = commandLine()
afterAll(remove)

const mitaka = join(root, 'fixtures/scenarios/mitaka-full/cib.xml')
const kitchenSink = join(root, 'fixtures/scenarios/kitchen-sink/cib.xml')

describe('findings of severity info', () => {
  test('are one line, all with --verbose, none with --quiet', () => {
    const usual = run(['check', kitchenSink])
    expect(usual.stderr).toContain(`${kitchenSink}: 24 infos (master-deprecated, acl-disabled, `)
    expect(usual.stderr).not.toContain('info[')
    const verbose = run(['check', kitchenSink, '--verbose'])
    expect(verbose.stderr.match(/info\[master-deprecated\]/g)).toHaveLength(2)
    const quiet = run(['check', kitchenSink, '--quiet'])
    expect(quiet.stderr).not.toContain('info')
    expect([quiet.status, quiet.stdout]).toEqual([0, ''])
    for (const { stderr } of [usual, verbose, quiet]) expect(stderr).toContain('warning[')
  })

  test('are in every other format, quiet or not', () => {
    const codes = (...more: readonly string[]) =>
      run(['check', kitchenSink, '--format', 'json', ...more]).stdout
    expect(codes('--quiet')).toBe(codes())
    expect(codes()).toContain('master-deprecated')
  })

  test('of a script are one line too', () => {
    const { stderr } = run(['compile', mitaka, '--to', 'pcs', '-o', 'pcs.sh'])
    expect(stderr.match(/info/g)).toHaveLength(1)
    expect(stderr).toContain('pcs-skipped')
  })

  test('--quiet and --verbose exclude each other', () => {
    expect(run(['check', mitaka, '-q', '-v']).status).toBe(2)
  })
})

describe('colours', () => {
  test.each([
    [true, {}, true],
    [false, {}, false],
    [true, { NO_COLOR: '1' }, false],
    [true, { NO_COLOR: '' }, true],
    [true, { TERM: 'dumb' }, false],
    [false, { FORCE_COLOR: '1' }, true],
    [false, { FORCE_COLOR: '' }, true],
    [true, { FORCE_COLOR: '0' }, false],
    [false, { FORCE_COLOR: '1', NO_COLOR: '1' }, true],
  ])('on a terminal: %s, with %j: %s', (isTerminal, variables, expected) => {
    expect(isColoured(isTerminal, variables)).toBe(expected)
  })

  test('FORCE_COLOR colours what is piped', () => {
    const main = join(root, 'dist/cli/main.js')
    const { stderr } = spawnSync(process.execPath, [main, 'check', mitaka], {
      encoding: 'utf8',
      env: { ...process.env, FORCE_COLOR: '1' },
    })
    expect(stderr).toContain('\u001b[33mwarning[')
  })
})

describe('what was meant', () => {
  test.each([
    [['chek', mitaka], 'Did you mean check?'],
    [['check', mitaka, '--formt', 'json'], 'Did you mean --format?'],
    [['check', mitaka, '--format', 'srif'], 'did you mean "sarif"?'],
    [['compile', mitaka, '--to', 'mermade'], 'did you mean "mermaid"?'],
    [['check', mitaka, '--policy', 'no-order-cycles'], 'did you mean "no-order-cycle"?'],
    [['check', mitaka, '--policy', 'starts-after=haproxi-clone,galera'], 'did you mean "haproxy-clone"?'],
    [['check', mitaka, '--rule', 'order-cycel'], 'did you mean "order-cycle"?'],
    [['compile', mitaka, '--schema', 'pacemaker-3,9'], 'did you mean "pacemaker-3.9"?'],
    [['explain', 'order-cycel'], 'did you mean "order-cycle"?'],
    [['reduce', mitaka, '--keep', 'haproxi'], 'did you mean "haproxy"?'],
  ])('%j', (args, suggestion) => {
    const { status, stderr } = run(args)
    expect(status).not.toBe(0)
    expect(stderr).toContain(suggestion)
  })
})

test('help lists the names of the policies, each of which is one', () => {
  const help = run(['check', '--help']).stdout
  const names = [...help.slice(help.indexOf('\nPolicies:')).matchAll(/^ {2}([a-z-]+)(?=[[=]|$)/gm)].map(
    ([, name]) => name,
  )
  expect(names.length).toBeGreaterThan(5)
  const empty = file('empty.xml', '<cib/>')
  for (const name of names)
    expect(run(['check', empty, '--policy', `${name}`]).stderr).not.toContain('unknown policy')
})
