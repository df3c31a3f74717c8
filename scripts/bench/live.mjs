/** The Mitaka configuration put into a live cluster of one node, made by test/live/cluster.sh and then by our bootstrap script. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cluster, readCib, toBootstrap, toPcs } from '../../dist/index.js'

const machines = 'test/live/cluster.sh'
const needs = ['/usr/sbin/corosync', '/usr/sbin/pcsd', '/usr/sbin/haproxy', '/usr/lib/systemd/systemd']
const seconds = (work) => {
  const start = performance.now()
  work()
  return (performance.now() - start) / 1000
}

/** Each way once; nothing where such a cluster cannot be made. Nothing starts in it: only the calls take time. */
export function live() {
  if (process.getuid?.() !== 0 || !needs.every(existsSync))
    return 'live cluster: left out, it needs root and the packages of test/live/packages.sh'
  const folder = mkdtempSync(join(tmpdir(), 'lightcib-bench-'))
  const call = (words, input = '') =>
    execFileSync('bash', [machines, ...words], { input, encoding: 'utf8', stdio: ['pipe', 'pipe', 'ignore'] })
  const on = (bash, input) => call(['exec', folder, 'node1', 'bash', '--norc', '-c', bash], input)
  try {
    call(['up', folder, 'node1'])
    const properties = { 'stonith-enabled': false, 'stop-all-resources': true }
    on('cat >boot.sh', toBootstrap(cluster({ name: 'bench', nodes: ['node1'], properties })).output)
    on('HACLUSTER_PASSWORD=bench bash boot.sh; pcs cluster cib clean.xml')
    const { output: mitaka } = readCib(readFileSync('fixtures/scenarios/mitaka-full/cib.xml'))
    for (const strategy of ['commands', 'xml']) on(`cat >${strategy}.sh`, toPcs(mitaka, { strategy }).output)
    on('bash commands.sh --print >each.sh')
    const clean = () => on('pcs cluster cib-push clean.xml --config')
    const [each, commands, xml] = ['each.sh', 'commands.sh --wait 0', 'xml.sh --wait 0'].map((script) => {
      const duration = seconds(() => on(`bash ${script}`))
      clean()
      return duration.toFixed(1)
    })
    return `into a live cluster: ${each} s by one pcs command for each object, ${commands} s by the script of commands, ${xml} s by that of XML`
  } finally {
    call(['down', folder])
    rmSync(folder, { recursive: true, force: true })
  }
}
