import { clone, cluster, location, systemd, writeCib } from 'lightcib'
import { afterAll, expect, test } from 'vitest'
import { allOnline, withNodeChanges } from '../../src/pacemaker/status/synthetic-status.js'
import { commandLine } from '../support/command-line.js'
import { describeWith } from '../support/tools.js'

const { file, run, remove } = commandLine()
afterAll(remove)

const vip = systemd('vip')
const cib = (name: string, changes: Parameters<typeof withNodeChanges>[1], bans: readonly string[] = []) => {
  const web = cluster({
    nodes: ['node1', 'node2'],
    properties: { 'stonith-enabled': false },
    resources: [vip, clone(systemd('web'))],
    constraints: bans.map((node) => location(vip, node, '-INFINITY')),
  })
  return file(name, writeCib(withNodeChanges(allOnline(web), changes)).output ?? '')
}

describeWith(['crm_simulate'], 'why', () => {
  test('prints at most five sentences, with the place of each cause and the command that lifts it', () => {
    const path = cib('down.xml', { down: ['node2'] }, ['node1'])
    const { status, stdout } = run(['why', 'vip', path])
    expect(status).toBe(0)
    const [first, second, place, command] = stdout.split('\n')
    expect(first).toBe('"vip" runs nowhere: to lift any one of these changes that.')
    expect(second).toBe('Node "node2" is not online; without that, "vip" runs on "node2".')
    expect(place).toMatch(/^ {2}at .*down\.xml:\d+:\d+ \/cib\/status\/node_state\[@id="2"\]$/)
    expect(command).toBe('  lift: pcs cluster start node2')
    expect(stdout).toContain('  lift: pcs constraint delete location-vip-node1--INFINITY\n')
  })

  test('the same as JSON, and from standard input', () => {
    const { status, stdout } = run([
      'why-not',
      'web-clone',
      'node2',
      cib('standby.xml', { standby: ['node2'] }),
      '--format',
      'json',
    ])
    expect(status).toBe(0)
    const { nodes, causes, sentences } = JSON.parse(stdout)
    expect(nodes).toEqual(['node1'])
    expect(sentences).toHaveLength(2)
    expect(causes).toEqual([
      {
        kind: 'standby',
        node: 'node2',
        path: '/cib/status/node_state[@id="2"]/transient_attributes[@id="2"]/instance_attributes[@id="status-2"]/nvpair[@id="status-2-standby"]',
        words: 'node "node2" is in standby',
        command: 'crm_attribute --node node2 --name standby --lifetime reboot --delete',
        nodesWithout: ['node1', 'node2'],
        position: {
          file: expect.stringContaining('standby.xml'),
          line: expect.any(Number),
          column: expect.any(Number),
        },
      },
    ])
  })

  test('what-if takes an event in words, why-moved two inputs', () => {
    const [before, after] = [cib('before.xml', {}), cib('after.xml', { down: ['node1'] })]
    const supposed = run(['what-if', 'vip', 'failed', 'on', 'node1', before])
    expect(supposed.status).toBe(0)
    expect(supposed.stdout).toBe(
      '"vip failed on node1" would cause 2 actions.\nIt would move "vip" from "node1" to "node2".\n',
    )
    expect(run(['what-if', 'node1 down', before]).stdout).toMatch(
      /^"node1 down" would cause \d+ actions?\.\n/,
    )
    expect(run(['why-moved', 'vip', before, after]).stdout).toContain(
      'Node "node1" is not online; without that',
    )
  })

  test('wrong usage is exit code 2, with a sentence', () => {
    const path = cib('plain.xml', {})
    expect(run(['why', 'vpi', path])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('no resource "vpi" (did you mean "vip"?)'),
    })
    expect(run(['what-if', 'node1', 'burns', path])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('"node1 burns" is nothing that can happen: expected NODE down'),
    })
    expect(run(['what-if', path])).toMatchObject({ status: 2 })
  })
})
