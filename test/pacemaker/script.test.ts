import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { type Cluster, diff, readCib, toPcs, toSource } from 'lightcib'
import { readPcsScript } from 'lightcib/pacemaker'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { commandsIn } from '../../src/pacemaker/script/script-commands.js'
import { quote } from '../../src/pcs/script/quoting.js'
import { type PcsServer, startPcsServer } from '../support/pcs-server.js'
import { describeWith, root } from '../support/tools.js'

const scenarios = ['light', 'newton-light', 'mitaka-full', 'wallaby-bundles', 'kitchen-sink']
const cibOf = (name: string) => readFileSync(join(root, 'fixtures/scenarios', name, 'cib.xml'))
const clusterOf = (name: string) => readCib(cibOf(name)).output as Cluster
const scriptOf = (name: string) => toPcs(clusterOf(name)).output as string

/** What no script of commands sets: nodes have ids of their own, and the cluster writes these properties. */
const ofTheClusterItself =
  /^\/cib\/configuration\/nodes|options-(?:cluster-name|cluster-infrastructure|have-watchdog)"\]$/

/** The words of each command, and what it reads, as the real bash calls them. */
function calledByBash(body: string): string[][] {
  const script = `
    tell() { printf '%s\\0' "$@"; if [[ $# -gt 1 && \${!#} = --xml-pipe ]]; then printf 'input\\0'; cat; printf '\\0'; fi; printf '\\1\\0'; }
    require_node() { tell require_node "$@"; }
    pcs() { tell pcs "$@"; }
    cibadmin() { tell cibadmin "$@"; }
    ${body}`
  const { stdout, stderr } = spawnSync('bash', ['--norc'], { input: script, encoding: 'utf8' })
  expect(stderr).toBe('')
  const calls = stdout.split('\x01\0').slice(0, -1)
  return calls.map((call) => call.split('\0').slice(0, -1))
}

const read = (script: string) =>
  commandsIn(script).map(({ words, input }) => [
    ...words,
    ...(input === undefined ? [] : ['input', `${input}\n`]),
  ])

test.each(scenarios)('the script of %s has the commands that bash runs', (name) => {
  const script = scriptOf(name)
  const body = /^configure\(\) \{\n[\s\S]*?^\}$/m.exec(script)?.[0] as string
  expect(read(script)).toEqual(calledByBash(`${body}\nconfigure`))
})

test('any words that scripts quote are read as bash reads them', () => {
  const word = fc
    .string({ unit: 'binary', minLength: 0, maxLength: 12 })
    .filter((text) => !text.includes('\0') && !/\p{Cs}/u.test(text))
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 5 }), (words) => {
      const [command] = commandsIn(`pcs ${words.map(quote).join(' \\\n  ')} # more\n`)
      expect(command?.words).toEqual(['pcs', ...words])
    }),
  )
})

test('words in every kind of quotes are those of bash', () => {
  const line = String.raw`pcs a'b c'"d \" e"f\ g '' "" $'\t\x41\u00e4\xc3\xa4\'\101' a#b x=y {} [1] *=2 # end`
  expect(read(line)).toEqual(calledByBash(`set -f; ${line}`))
})

test.each([
  ['pcs resource create $name', 'a variable or a command'],
  ['pcs resource create "$(hostname)"', 'a variable or a command in double quotes'],
  ['if true; then\npcs resource create a\nfi', 'a condition, a loop or a function around it'],
  ['for i in 1 2; do pcs resource create a; done', 'a condition, a loop or a function around it'],
  ['f() {\npcs resource create a\n}', 'a condition, a loop or a function around it'],
  ['[ -e x ] && pcs resource create a', 'a condition, a loop or a function around it'],
  ['pcs resource create a | cat', 'the operator |'],
  ["pcs resource create 'a", 'a quote without its end'],
  [
    'cibadmin --modify --xml-pipe <<XML\n<a b="$c"/>\nXML',
    'a here-document in which bash replaces something',
  ],
])('%j is not read', (script, reason) => {
  expect(commandsIn(script).map(({ unreadable }) => unreadable)).toContain(reason)
})

describeWith(['pcs', 'cibadmin'], 'replayed by the real pcs', () => {
  let server: PcsServer
  beforeAll(async () => {
    server = await startPcsServer()
    for (const [name, value] of Object.entries(server.env)) vi.stubEnv(name, value)
  })
  afterAll(() => {
    vi.unstubAllEnvs()
    server.stop()
  })

  // The kitchen sink has elements of old schemas, which an empty CIB of this Pacemaker does not take.
  test.each(scenarios.slice(0, -1))('the script of %s is the cluster again', async (name) => {
    const { output, diagnostics } = await readPcsScript(scriptOf(name))
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
    const changes = diff(clusterOf(name), output as Cluster).map(({ path }) => path)
    expect(changes.filter((path) => !ofTheClusterItself.test(path))).toEqual([])
  })

  test('a script by hand: what is no CIB, what pcs rejects and what needs --force, each with its line', async () => {
    const { output, diagnostics } = await readPcsScript(`#!/bin/bash
set -e
pcs cluster setup hacluster node1 node2
sudo pcs -f cfg property set stonith-enabled=false # no fencing
pcs resource create web ocf:pacemaker:Dummy op monitor interval=10s \\
  clone --wait && pcs resource create x ocf:acme:foo
pcs constraint order web-clone then x || true
pcs resource create pw ocf:pacemaker:Dummy fake=$PW
pcs resource delete nothing
`)
    const found = diagnostics.map(({ code, position }) => `${position?.line} ${code}`).sort()
    expect(found).toEqual([
      '2 script-left-out',
      '6 script-forced',
      '8 script-unreadable',
      '9 script-rejected',
    ])
    const source = toSource(output as Cluster).output as string
    for (const text of ['stonith-enabled', 'clone(', "'ocf:acme:foo'", 'order(webClone, x)'])
      expect(source).toContain(text)
  })
})
