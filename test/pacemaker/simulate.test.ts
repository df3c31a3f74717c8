import {
  clone,
  cluster,
  colocation,
  location,
  order,
  primitive,
  promotable,
  readCib,
  systemd,
} from 'lightcib'
import { PacemakerError, simulate } from 'lightcib/pacemaker'
import { expect, test } from 'vitest'
import { cibText, xml } from '../support/cib-text.js'
import { describeWith } from '../support/tools.js'

const [vip, haproxy] = [systemd('vip'), clone(systemd('haproxy'))]
const nodes = ['node1', 'node2', 'node3']
const properties = { 'stonith-enabled': false }
const web = cluster({ nodes, properties, resources: [vip, haproxy], constraints: [colocation(vip, haproxy)] })

/** Where a resource is, as `node:role`. */
async function placesOf(id: string, simulation: ReturnType<typeof simulate>): Promise<readonly string[]> {
  const { outcome, status } = await simulation
  expect(outcome).toBe('settled')
  return status?.active.filter((each) => each.id === id).map(({ node, role }) => `${node}:${role}`) ?? []
}

describeWith(['crm_simulate'], 'simulate', () => {
  test('everything runs at the start, and nothing is left to do', async () => {
    const { actions, status } = await simulate(web)
    expect(actions).toEqual([])
    expect(status?.online).toEqual(nodes)
    expect(status?.active.map(({ id, node }) => `${id} ${node}`)).toEqual([
      ...nodes.map((node) => `haproxy ${node}`),
      'vip node1',
    ])
  })

  test('a node that is down loses what ran there, one in standby hands it over', async () => {
    const down = await simulate(web, { down: ['node1'] })
    expect(down.status?.online).toEqual(['node2', 'node3'])
    expect(down.actions).toContainEqual({ operation: 'start', resource: 'vip', node: 'node2' })
    expect(down.actions.some(({ operation }) => operation === 'stop')).toBe(false)
    const standby = await simulate(web, { standby: ['node1'] })
    expect(standby.status?.online).toEqual(nodes)
    expect(standby.actions).toContainEqual({ operation: 'stop', resource: 'vip', node: 'node1' })
    expect(await placesOf('haproxy', simulate(web, { standby: ['node1'] }))).toEqual([
      'node2:Started',
      'node3:Started',
    ])
  })

  test('the tickets of the status are granted from the start', async () => {
    const text = (tickets: string) =>
      cibText({
        resources: [xml.primitive('vip')],
        constraints: ['<rsc_ticket id="site" rsc="vip" ticket="here" loss-policy="stop"/>'],
      }).replace('<status/>', `<status>${tickets}</status>`)
    const placed = async (tickets: string) => {
      const { output } = readCib(text(tickets))
      return output && placesOf('vip', simulate(output))
    }
    expect(await placed('<tickets><ticket_state id="here" granted="true"/></tickets>')).toEqual([
      'n1:Started',
    ])
    expect(await placed('')).toEqual([])
  })

  test('what failed for good stays away, what failed once comes back', async () => {
    expect(await placesOf('vip', simulate(web, { failed: { node1: ['haproxy'] } }))).toEqual([
      'node2:Started',
    ])
    const once = await simulate(web, { failures: ['haproxy_monitor_10000@node1=7'] })
    const done = once.actions.filter(({ operation }) => operation === 'start' || operation === 'stop')
    expect(done.map(({ operation, resource, node }) => `${operation} ${resource} ${node}`)).toEqual([
      'stop haproxy node1',
      'start haproxy node1',
    ])
  })

  test('what failed for good stays away whatever failure-timeout is', async () => {
    const sticky = cluster({
      nodes,
      properties,
      rscDefaults: { 'failure-timeout': '60s' },
      resources: [vip],
    })
    expect(await placesOf('vip', simulate(sticky, { failed: { node1: ['vip'] } }))).toEqual(['node2:Started'])
  })

  test('a failure that cannot be is an error', async () => {
    await expect(simulate(web, { failures: ['vip@node1'] })).rejects.toThrow(
      '"vip@node1" is not a failure: expected RESOURCE_OPERATION_INTERVAL@NODE=CODE',
    )
    await expect(simulate(web, { failures: ['nothing_monitor_10000@node1=7'] })).rejects.toThrow(
      '"nothing" cannot fail on "node1": it has never run there',
    )
  })

  test('without quorum nothing starts', async () => {
    expect(await placesOf('vip', simulate(web, { start: 'stopped', quorum: false }))).toEqual([])
  })

  test('promotion scores decide who is promoted', async () => {
    const db = promotable(primitive('db', 'ocf:pacemaker:Stateful'))
    const two = cluster({ nodes, properties, resources: [db] })
    expect(await placesOf('db', simulate(two))).not.toContain('node2:Promoted')
    const promotionScores = { db: { node2: 10, node3: 5 } }
    expect(await placesOf('db', simulate(two, { promotionScores }))).toContain('node2:Promoted')
    expect(await placesOf('db', simulate(two, { promotionScores, down: ['node2'] }))).toContain(
      'node3:Promoted',
    )
  })

  test('a cluster that lists no nodes is one of three', async () => {
    const { status } = await simulate(cluster({ properties, resources: [haproxy] }))
    expect(status?.active.map(({ node }) => node)).toEqual(['node-1', 'node-2', 'node-3'])
  })

  test('orders in a cycle get stuck, one of a resource with itself crashes the scheduler', async () => {
    const [a, b] = [systemd('a'), systemd('b')]
    const cycle = cluster({ nodes, properties, resources: [a, b], constraints: [order(a, b), order(b, a)] })
    expect(await simulate(cycle)).toMatchObject({ outcome: 'stuck' })
    const self = cluster({ nodes, properties, resources: [a], constraints: [order(a, a)] })
    expect(await simulate(self)).toEqual({ outcome: 'crashed', actions: [] })
  })

  test('a CIB of a newer feature set is simulated as well', async () => {
    expect(await placesOf('vip', simulate({ ...web, crmFeatureSet: '3.99.0' }))).toEqual(['node1:Started'])
  })

  test('from the status of the CIB itself', async () => {
    await expect(simulate(web, { start: 'status' })).rejects.toThrow(PacemakerError)
    await expect(simulate(web, { start: 'status' })).rejects.toThrow('the CIB has no status')
    const read =
      readCib(`<cib validate-with="pacemaker-3.9" admin_epoch="0" epoch="1" num_updates="0" have-quorum="1">
      <configuration><crm_config><cluster_property_set id="p"><nvpair id="s" name="stonith-enabled" value="false"/>
      </cluster_property_set></crm_config><nodes><node id="1" uname="n1"/><node id="2" uname="n2"/></nodes><resources>
      <primitive id="a" class="ocf" provider="pacemaker" type="Dummy"/></resources><constraints/></configuration><status>
      <node_state id="2" uname="n2" in_ccm="true" crmd="online" join="member" expected="member"/></status></cib>`)
    if (!read.ok) throw new Error(JSON.stringify(read.diagnostics))
    expect(await placesOf('a', simulate(read.output, { start: 'status' }))).toEqual(['n2:Started'])
    expect(await placesOf('a', simulate(read.output))).toEqual(['n1:Started'])
  })

  test('a remote node is online with its connection, and can be changed like others', async () => {
    const remote = cluster({
      nodes: ['node1', 'node2'],
      properties,
      resources: [primitive('far', 'ocf:pacemaker:remote', { server: '192.0.2.9' }), systemd('a')],
      constraints: [location(systemd('a'), 'far', 'INFINITY')],
    })
    expect(await placesOf('a', simulate(remote))).toEqual(['far:Started'])
    expect(await placesOf('a', simulate(remote, { failed: { far: ['a'] } }))).toEqual(['node2:Started'])
    expect(await placesOf('a', simulate(remote, { standby: ['far'] }))).toEqual(['node2:Started'])
  })

  test('a CIB that Pacemaker does not accept, and a limit that passes, are errors with a reason', async () => {
    await expect(simulate({ ...web, validateWith: 'pacemaker-9.9' })).rejects.toThrow(
      /^crm_simulate does not accept the CIB: .*pacemaker-9\.9/,
    )
    await expect(simulate(web, { limit: 1 })).rejects.toThrow('crm_simulate did not end within 0.001 s')
  })
})
