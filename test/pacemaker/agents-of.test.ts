import { existsSync } from 'node:fs'
import { cluster, primitive } from 'lightcib'
import { expect, test } from 'vitest'
import { agentsOf } from '../../src/pacemaker/metadata/agents-of.js'
import { installedAgentsOf } from '../../src/pacemaker/metadata/installed.js'

const isInstalled = existsSync('/usr/lib/ocf/resource.d/heartbeat/IPaddr2')

test.skipIf(!isInstalled)('an installed agent is run for its metadata', async () => {
  const { agents } = await installedAgentsOf(['ocf:heartbeat:IPaddr2', 'ocf:heartbeat:NoSuchAgent'])
  expect(agents.map(({ name, parameters }) => [name, parameters.some((one) => one.name === 'ip')])).toEqual([
    ['ocf:heartbeat:IPaddr2', true],
  ])
})

test.each([
  'ocf:../resource.d/heartbeat:IPaddr2',
  'ocf:heartbeat:../heartbeat/IPaddr2',
  'ocf:.:heartbeat',
  'stonith:fence_/../../bin/true',
  'stonith:../bin/true',
  'systemd:sshd',
])('the name %s runs nothing', async (name) => {
  expect(await installedAgentsOf([name])).toEqual({ agents: [], without: [] })
})

test('an agent that is neither in the table nor installed is unknown', async () => {
  const agents = await agentsOf(cluster({ resources: [primitive('a', 'ocf:heartbeat:NoSuchAgent')] }))
  expect(agents('ocf:heartbeat:NoSuchAgent')).toBeUndefined()
  expect(agents('ocf:heartbeat:IPaddr2')?.parameters).not.toEqual([])
})
