import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { commandLine } from '../support/command-line.js'
import { root } from '../support/tools.js'

const { folder, file, run, remove } = commandLine()
afterAll(remove)

/** A running `check --watch`: what it printed, and a promise for when that contains a text. */
function watching(args: readonly string[]) {
  // Both streams are one pipe, so that they come in the order in which they were written.
  const words = [process.execPath, join(root, 'dist/cli/main.js'), 'check', '--watch', ...args]
  const child = spawn('sh', ['-c', 'exec "$0" "$@" 2>&1', ...words], { cwd: folder })
  let printed = ''
  let changed = () => {}
  child.stdout.on('data', (data) => {
    printed += data
    changed()
  })
  const ended = new Promise<number | null>((done) => child.on('close', done))
  return {
    ended,
    interrupt: () => child.kill('SIGINT'),
    /** What is printed until it contains a text; then that is forgotten. */
    until: (text: string) =>
      new Promise<string>((done) => {
        changed = () => {
          if (!printed.includes(text)) return
          changed = () => {}
          done(printed)
          printed = ''
        }
        changed()
      }),
  }
}

const module = (ip: string) =>
  `import { cluster, ocf, primitive } from 'lightcib'
   import { other } from './parts/other.js'
   export default cluster({
     nodes: ['n1', 'n2'],
     resources: [primitive('fence', 'stonith:fence_xvm', { pcmk_host_list: 'n1 n2' }), ocf.heartbeat.IPaddr2('vip', { ip: '${ip}' }), other],
   })`
const part = (name: string) => `import { systemd } from 'lightcib'\nexport const other = systemd('${name}')`

test('--watch checks again when an input, its import or its configuration changes, and ends with Ctrl-C', async () => {
  file('w/parts/other.ts', part('web'))
  file('w/cluster.ts', module('192.0.2.6'))
  file('w/lightcib.config.ts', 'export default {}')
  const { until, interrupt, ended } = watching(['w/cluster.ts'])
  expect(await until('Ctrl-C ends')).toMatch(/0 errors.*\n(.*\n)*lightcib: watching 3 files/)
  file('w/cluster.ts', module('300.0.2.6'))
  expect(await until('Ctrl-C ends')).toMatch(/cluster.ts has changed\n(.*\n)*.*error\[/)
  file('w/cluster.ts', module('192.0.2.6'))
  expect(await until('Ctrl-C ends')).toContain('0 errors')
  file('w/parts/other.ts', part('vip'))
  expect(await until('Ctrl-C ends')).toContain('error[duplicate-id]')
  file('w/parts/other.ts', 'export const other = (')
  expect(await until('Ctrl-C ends')).toContain('cannot be loaded')
  file('w/parts/other.ts', part('web'))
  expect(await until('Ctrl-C ends')).toContain('0 errors')
  file('w/lightcib.config.ts', 'export default { rules: { colour: 1 } }')
  expect(await until('Ctrl-C ends')).toContain('colour')
  interrupt()
  expect(await ended).toBe(0)
  expect(await until('')).toBe('')
})

test('a new file that the glob matches is checked too, and an output file starts no run', async () => {
  const cib =
    '<cib validate-with="none"><configuration><crm_config/><nodes/><resources/><constraints/></configuration></cib>'
  file('g/a.xml', cib)
  const { until, interrupt, ended } = watching(['g/[ab].xml', '--format', 'junit', '-o', 'g/report.xml'])
  expect(await until('Ctrl-C ends')).toContain('a.xml: ')
  file('g/b.xml', cib)
  expect(await until('Ctrl-C ends')).toContain('b.xml: ')
  interrupt()
  expect(await ended).toBe(0)
  expect(await until('')).toBe('')
})

test('standard input cannot be watched', () => {
  const { status, stderr } = run(['check', '-', '--watch'])
  expect([status, stderr]).toEqual([2, 'lightcib: --watch needs files: standard input cannot change\n'])
})
