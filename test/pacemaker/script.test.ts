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

test('variables that a script sets once are those of bash', () => {
  const script = [
    'VIP=192.0.2.10',
    "NET='10.0.0'",
    String.raw`OTHER="$NET.$VIP \"x\" \$VIP"`,
    `pcs resource create vip ip=$VIP b="\${VIP}/24" '$VIP' \\$VIP "$OTHER"`,
    'cibadmin --modify --xml-pipe <<XML',
    String.raw`<a b="$VIP" c="\$VIP" d="\q" e="\""/>`,
    'XML',
  ].join('\n')
  expect(read(script)).toEqual(calledByBash(script))
})

test.each([
  ['VIP=a\nVIP=b'],
  ['if true; then VIP=a; fi'],
  ['for VIP in a b; do true; done'],
  ['VIP=a; f() { VIP=b; }; f'],
  ['VIP=a; false || VIP=b'],
  ['VIP=a; read -r VIP'],
  ['VIP=a; read -r x VIP < file'],
  ['VIP=a; printf -v VIP b'],
  ['VIP=a; VIP+=b'],
  ['VIP=a; source ./settings'],
  ['VIP=a; . ./settings'],
  ['VIP=a; eval "VIP=b"'],
  ['VIP=a; unset VIP'],
  ['VIP=a; export VIP=b'],
  ['VIP=$(hostname)'],
  ['VIP=(a b)'],
  ['VIP="a b"'],
  ['VIP=a*'],
  ['VIP='],
  ['VIP=~/a'],
  ['VIP=a:~'],
  ['IFS=:; VIP=a:b'],
  ['VIP=a true'],
  ['true && VIP=a'],
])('%j leaves a variable that only bash knows', (before) => {
  const command = commandsIn(`${before}\npcs resource create x ip=$VIP`).at(-1)
  expect(command?.unreadable).toMatch(/^a variable or a command$/)
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
  ['cibadmin --modify --xml-pipe <<XML\n<a b="$c"/>\nXML', 'a variable or a command in a here-document'],
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
VIP=192.0.2.10
pcs cluster setup hacluster node1 node2
sudo pcs -f cfg property set stonith-enabled=false # no fencing
pcs resource create web ocf:pacemaker:Dummy op monitor interval=10s \\
  clone --wait && pcs resource create x ocf:acme:foo
pcs constraint order web-clone then x || true
pcs resource create vip ocf:heartbeat:IPaddr2 ip="$VIP"
pcs resource create pw ocf:pacemaker:Dummy fake=$PW
pcs resource delete nothing
`)
    const found = diagnostics.map(({ code, position }) => `${position?.line} ${code}`).sort()
    expect(found).toEqual(['10 script-unreadable', '11 script-rejected', '7 script-forced'])
    const source = toSource(output as Cluster).output as string
    for (const text of ['192.0.2.10', 'stonith-enabled', 'clone(', "'ocf:acme:foo'", 'order(webClone, x)'])
      expect(source).toContain(text)
  })

  test('nodes of locations and fencing levels are in the CIB, remote nodes are not', async () => {
    const { output } = await readPcsScript(`
pcs -f cfg resource create far ocf:pacemaker:remote server=192.0.2.9
pcs -f cfg resource create web ocf:pacemaker:Dummy
pcs -f cfg constraint location web prefers one=100 far=50
sudo pcs -f cfg constraint location web avoids two`)
    const nodes = (output as Cluster).configuration.nodes?.items.map((node) => 'uname' in node && node.uname)
    expect(nodes).toEqual(['one', 'two'])
  })
})
