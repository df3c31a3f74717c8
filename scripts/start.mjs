/** `npm start`: the light architecture, checked and compiled into out/. */
import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'

const source = 'fixtures/scenarios/light/cluster.ts'

/** What a command prints; where it fails, its findings and the end of this script. */
function lightcib(...args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['dist/cli/main.js', ...args], {
    encoding: 'utf8',
  })
  if (status === 0) return stdout
  process.stderr.write(stderr)
  process.exit(status ?? 1)
}

mkdirSync('out', { recursive: true })
const checked = lightcib('check', source)
lightcib('compile', source, '--to', 'cib', '-o', 'out/cib.xml')
lightcib('compile', source, '--to', 'pcs', '-o', 'out/pcs.sh')
lightcib('graph', source, '-o', 'out/graph.svg')

console.log(`The light architecture of OpenStack TripleO, declared in
  ${checked.trim()}

Proven: the orders have no cycle, so everything can start and stop,
and every virtual IP runs only on a node where HAProxy runs.

Written:
  out/cib.xml    the configuration of Pacemaker               crm_verify --xml-file out/cib.xml
  out/pcs.sh     a script of pcs commands that builds it      bash out/pcs.sh --help
  out/graph.svg  a picture of its orders and colocations      open it in a browser`)
