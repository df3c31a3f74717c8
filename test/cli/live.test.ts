import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { commandLine } from '../support/command-line.js'
import { describeWith } from '../support/tools.js'

const { file, folder, run, remove } = commandLine()
afterAll(remove)

const source = file(
  'web.ts',
  `import { clone, cluster, colocation, systemd } from 'lightcib'
const [vip, haproxy] = [systemd('vip'), clone(systemd('haproxy'))]
export default cluster({
  nodes: ['node1', 'node2'],
  properties: { 'stonith-enabled': false },
  resources: [vip, haproxy],
  constraints: [colocation(vip, haproxy)],
  services: [{ unit: 'api' }],
})
`,
)
const path = (name: string) => join(folder, name)
const cib = path('web.xml')
run(['compile', source, '-o', cib])

/** The CIB as a live cluster has it: with its own ids of nodes, properties, and status, and this change. */
function live(name: string, change: (text: string) => string): string {
  const text = readFileSync(cib, 'utf8')
    .replace(/<node id="[^"]*" uname="node1"/, '<node id="1" uname="node1"')
    .replace(
      '</cluster_property_set>',
      '<nvpair id="o-dc" name="dc-version" value="2.1.5"/></cluster_property_set>',
    )
    .replace(
      '</configuration>',
      `</configuration><status><node_state id="1" uname="node1" in_ccm="true" crmd="online" join="member" expected="member"><lrm id="1"><lrm_resources><lrm_resource id="vip" class="systemd" type="vip"><lrm_rsc_op id="vip_last_0" operation="start" operation_key="vip_start_0" crm_feature_set="3.16.1" transition-key="1:1:0:a" transition-magic="0:0;1:1:0:a" call-id="5" rc-code="0" op-status="0" interval="0" op-digest="x"/></lrm_resource></lrm_resources></lrm></node_state></status>`,
    )
    .replace(/<status\/>|<status>\s*<\/status>/, '')
  return file(name, change(text))
}

test('drift is silent about what a cluster maintains by itself', () => {
  const { status, stdout } = run(['drift', source, '--file', live('same.xml', (text) => text)])
  expect(stdout).toBe('')
  expect(status).toBe(0)
})

test('drift lists what is otherwise than described, also the order, as text and as JSON', () => {
  const changed = live('changed.xml', (text) =>
    text
      .replace(/score="INFINITY"/, 'score="100"')
      .replace('<resources>', '<resources><primitive id="extra" class="systemd" type="extra"/>'),
  )
  const { status, stdout } = run(['drift', source, '--file', changed])
  expect(status).toBe(1)
  expect(stdout).toContain('+   primitive "extra"')
  expect(stdout).toMatch(/~ {3}rsc_colocation "[^"]+" {2}score: "INFINITY" -> "100"/)
  const { changes } = JSON.parse(run(['drift', source, '--file', changed, '--format', 'json']).stdout)
  expect(changes.map(({ change }: { change: string }) => change)).toEqual(['added', 'changed'])
  const swapped = live('swapped.xml', (text) =>
    text.replace(/(<primitive id="vip"[^>]*\/>)(\s*<clone.*?<\/clone>)/s, '$2$1'),
  )
  expect(readFileSync(swapped, 'utf8')).not.toBe(
    readFileSync(
      live('same.xml', (text) => text),
      'utf8',
    ),
  )
  expect(run(['drift', source, '--file', swapped]).stdout).toContain('moved from place')
})

test('a live CIB that is not there is an error, not a drift', () => {
  expect(run(['drift', source, '--file', path('none.xml')]).status).toBe(2)
})

describeWith(['cibadmin', 'crm_mon'], 'the live cluster', () => {
  test('drift takes the CIB from cibadmin', () => {
    const name = live('live.xml', (text) => text.replace(/score="INFINITY"/, 'score="100"'))
    const { status, stdout } = run(['drift', source], '', { CIB_file: name })
    expect(status).toBe(1)
    expect(stdout).toContain('score: "INFINITY" -> "100"')
  })

  test('status shows what Pacemaker and what systemd watch, with exit code 1 where something is not well', () => {
    const name = live('status.xml', (text) => text)
    const { status, stdout } = run(['status', source], '', { CIB_file: name })
    expect(status).toBe(1)
    expect(stdout).toMatch(/^nodes online: node1; offline: node2$/m)
    expect(stdout).toMatch(/^vip +Pacemaker +active +node1$/m)
    expect(stdout).toMatch(/^haproxy +Pacemaker +stopped$/m)
    expect(stdout).toMatch(/^api\.service +systemd +\S+ +this machine$/m)
  })

  test('where no cluster runs, drift is an error', () => {
    const { status, stdout, stderr } = run(['drift', source], '', { CIB_file: path('none.xml') })
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(/^lightcib: no CIB of a running cluster: /)
  })
})
