import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  type Cluster,
  clone,
  cluster,
  colocation,
  order,
  primitive,
  readCib,
  requireRunsOnlyWith,
  systemd,
} from 'lightcib'
import { type Comparison, compare, PacemakerError } from 'lightcib/pacemaker'
import { expect, test } from 'vitest'
import { describeWith, root } from '../support/tools.js'

const [vip, haproxy, db, api] = [
  systemd('vip'),
  clone(systemd('haproxy')),
  clone(systemd('db')),
  clone(systemd('api')),
]
const properties = { 'stonith-enabled': false }
const policies = [requireRunsOnlyWith(vip, haproxy)]
const nodes = ['node1', 'node2']

const light = cluster({
  nodes,
  properties,
  resources: [vip, haproxy, db],
  constraints: [colocation(vip, haproxy)],
  policies,
})
const full = cluster({
  nodes,
  properties,
  resources: [vip, haproxy, db, api],
  constraints: [colocation(vip, haproxy), order(haproxy, db), order(db, api)],
  policies,
})

const eventOf = ({ events }: Comparison, event: string) => events.find((each) => each.event === event)

/** The largest number of actions after a failure of this resource, in both. */
function actionsAfter({ events }: Comparison, id: string): readonly number[] {
  const failures = events.filter(({ kind, event }) => kind === 'failure' && event.startsWith(`"${id}" fails`))
  return [0, 1].map((at) => Math.max(...failures.map(({ actions }) => actions[at] as number)))
}

describeWith(['crm_simulate'], 'compare', () => {
  test('counts what the same events do to both, and what stops beside them', async () => {
    const found = await compare(full, light)
    expect(found.left).toBe(0)
    expect(found.shared).toEqual(['db', 'haproxy', 'vip'])
    expect(
      found.sizes.map(({ primitives, orders, longestStartChain }) => [
        primitives,
        orders,
        longestStartChain.length,
      ]),
    ).toEqual([
      [4, 2, 3],
      [3, 0, 1],
    ])
    expect(actionsAfter(found, 'haproxy')).toEqual([10, 2])
    expect(eventOf(found, '"haproxy" fails once on "node1"')?.stops).toEqual([['api', 'db'], []])
    expect(eventOf(found, '"api" fails once on "node1"')).toBeUndefined()
    expect(eventOf(found, '"haproxy-clone" is disabled')).toMatchObject({
      stops: [['api', 'db', 'vip'], ['vip']],
      differences: [{ id: 'db', nodes: [[], ['node1', 'node2']] }],
    })
    expect(eventOf(found, '"node1" is down')?.differences).toEqual([])
  })

  test('finds no difference between a cluster and itself', async () => {
    const { events } = await compare(full, full)
    expect(events.filter(({ differences }) => differences.length > 0)).toEqual([])
    expect(events.every(({ actions }) => actions[0] === actions[1])).toBe(true)
  })

  test('lists what runs only while something is promoted', async () => {
    const promotable = clone(primitive('pg', 'ocf:pacemaker:Stateful'), { meta: { promotable: true } })
    const client = systemd('client')
    const waiting = cluster({
      nodes,
      properties,
      resources: [promotable, client],
      constraints: [order(promotable, client, { firstAction: 'promote', thenAction: 'start' })],
    })
    const { unpromoted } = await compare(
      waiting,
      cluster({ nodes, properties, resources: [promotable, client] }),
    )
    expect(unpromoted).toEqual([{ id: 'pg-clone', stops: [['client'], []] }])
  })

  test('rejects clusters of different nodes', async () => {
    const other = cluster({ nodes: ['node1', 'node3'], properties, resources: [vip] })
    await expect(compare(light, other)).rejects.toThrow(PacemakerError)
    await expect(compare(light, other)).rejects.toThrow(
      'the clusters have different nodes: "node1", "node2" and "node1", "node3"',
    )
  })

  test.runIf(process.env.FUZZ !== undefined)(
    'the light architecture ends as the full one does wherever that comes to rest with its cinder-volume',
    { timeout: 600_000 },
    async () => {
      const read = (name: string) =>
        readCib(readFileSync(join(root, `fixtures/scenarios/${name}/cib.xml`), 'utf8')).output as Cluster
      const found = await compare(read('mitaka-full'), read('light'))
      expect(actionsAfter(found, 'galera')).toEqual([70, 4])
      expect(actionsAfter(found, 'rabbitmq')).toEqual([68, 2])
      expect(actionsAfter(found, 'haproxy')).toEqual([68, 2])
      expect(found.events.every(({ outcomes }) => outcomes[1] === 'settled')).toBe(true)
      const others = found.events.flatMap(({ differences }) => differences.map(({ id }) => id))
      expect([...new Set(others)]).toEqual(['openstack-cinder-volume'])
    },
  )
})
