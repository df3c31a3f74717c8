/** `npm start`: the light architecture, checked and compiled into out/. */
import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'

const source = 'fixtures/scenarios/light/cluster.ts'

function lightcib(...args) {
  const { status, stdout } = spawnSync(process.execPath, ['dist/cli/main.js', ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
  })
  if (status !== 0) process.exit(status ?? 1)
  return stdout
}

mkdirSync('out', { recursive: true })
const checked = lightcib('check', source)
lightcib('compile', source, '--to', 'cib', '-o', 'out/cib.xml')
lightcib('compile', source, '--to', 'pcs', '-o', 'out/pcs.sh')
lightcib('graph', source, '-o', 'out/graph.svg')

console.log(`The lightweight architecture of OpenStack TripleO, declared in
  ${checked.trim()}

Proven: no circle in the order in which things start and stop,
and every virtual IP runs only on a node where HAProxy runs.

Written:
  out/cib.xml    the configuration, as Pacemaker reads it     crm_verify --xml-file out/cib.xml
  out/pcs.sh     a script of pcs commands that builds it      bash out/pcs.sh --help
  out/graph.svg  a picture of its orders and colocations      open it in a browser`)
