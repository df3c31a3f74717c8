import fc from 'fast-check'
import { clone, cluster, colocation, ocf, order, systemd } from 'lightcib'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readCib } from '../../src/cib/index.js'
import type { Cluster } from '../../src/model/index.js'
import { toPcs } from '../../src/pcs/index.js'
import type { Strategy } from '../../src/pcs/plan/state.js'
import { arbitraryCluster } from '../support/arbitrary-cluster.js'
import { type PcsServer, replay, startPcsServer } from '../support/pcs-server.js'
import { seed } from '../support/properties.js'
import { settable } from '../support/settable.js'
import { describeWith } from '../support/tools.js'
import { variedCluster } from '../support/varied-cluster.js'

const runs = Number(process.env.FUZZ ?? 30)
const parts = [0, 1]

describeWith(['pcs', 'cibadmin', 'bash'], 'a pcs script with --update', () => {
  let server: PcsServer
  beforeAll(async () => {
    server = await startPcsServer()
  })
  afterAll(() => server.stop())

  const run = (
    cluster: Cluster,
    start: string | undefined,
    options: readonly string[],
    strategy: Strategy = 'xml',
  ) => replay(server, toPcs(cluster, { strategy }).output ?? '', start, ['--force', '--update', ...options])

  const vip = (ip: string, more: Parameters<typeof ocf.heartbeat.IPaddr2>[2] = {}) =>
    ocf.heartbeat.IPaddr2(
      'vip',
      { ip, cidr_netmask: 32 },
      { operations: { monitor: { interval: '10s' } }, ...more },
    )
  const web = clone(systemd('web', { operations: { monitor: { interval: '20s' } } }))
  const db = systemd('db', { operations: { monitor: { interval: '30s' } } })
  const properties = { 'stonith-enabled': false, 'maintenance-mode': true }
  const one = cluster({
    properties,
    resources: [vip('192.0.2.1'), web, db],
    constraints: [order(vip('192.0.2.1'), web), colocation(db, vip('192.0.2.1'))],
  })
  const other = cluster({
    properties: { 'stonith-enabled': false },
    resources: [vip('192.0.2.9', { meta: { 'migration-threshold': 3 } }), web],
    constraints: [order(vip('192.0.2.1'), web, { symmetrical: false })],
  })
  const read = (cib: string) => settable(readCib(cib).output as Cluster)
  /** Where the first cluster is built, with something of others in it. */
  const built = async (from?: string | RegExp, to = '') => {
    const { cib, status, stderr } = await run(one, undefined, [], 'commands')
    expect(status, stderr).toBe(0)
    const changed = from === undefined ? cib : cib.replace(from, to)
    expect(from === undefined || changed !== cib).toBe(true)
    return changed
  }

  it('changes what differs with the commands of pcs, and leaves what is not described', async () => {
    const ran = await run(other, await built(), [], 'commands')
    expect(ran.status, ran.stderr).toBe(0)
    expect(ran.stdout.split('\n')).toEqual(
      expect.arrayContaining([
        '~ primitive vip: instance_attributes vip-instance_attributes: nvpair ip: value: "192.0.2.1", wanted: "192.0.2.9"',
        'pcs resource update vip ip=192.0.2.9 --force',
        'pcs resource meta vip migration-threshold=3 --force',
        'pcs constraint delete order-vip-web-clone-mandatory',
        'left: primitive db is not wanted any more; --prune removes it',
        'left: rsc_colocation colocation-db-vip-INFINITY is not wanted any more; --prune removes it',
        'left: nvpair maintenance-mode is not wanted any more; --prune removes it',
      ]),
    )
    expect(ran.stdout).not.toContain('by cibadmin')
    const { resources, constraints, properties: left } = read(ran.cib)
    expect(resources).toHaveLength(3)
    expect(constraints).toHaveLength(2)
    expect(JSON.stringify(left)).toContain('maintenance-mode')
    expect(resources).toContainEqual(settable(other).resources?.[0])
  })

  it('removes with --prune what an earlier script has made', async () => {
    const ran = await run(other, await built(), ['--prune'], 'commands')
    expect(ran.status, ran.stderr).toBe(0)
    expect(read(ran.cib)).toEqual(settable(other))
    expect(ran.stdout.split('\n')).toEqual(
      expect.arrayContaining(['- primitive db', 'pcs constraint delete colocation-db-vip-INFINITY']),
    )
  })

  it.each([
    [
      'a resource',
      '</resources>',
      '<primitive id="own" class="systemd" type="own"/></resources>',
      'id="own"',
    ],
    [
      'a constraint',
      '</constraints>',
      '<rsc_location id="own" rsc="vip" node="n1" score="5"/></constraints>',
      'id="own"',
    ],
    [
      'an attribute',
      '</operations>',
      '</operations><meta_attributes id="own"><nvpair id="own-1" name="target-role" value="Stopped"/></meta_attributes>',
      'id="own-1"',
    ],
    [
      'a property',
      '</cluster_property_set>',
      '<nvpair id="own" name="batch-limit" value="5"/></cluster_property_set>',
      'id="own"',
    ],
    [
      'a tag that lists a constraint which changes',
      '</configuration>',
      '<tags><tag id="own"><obj_ref id="order-vip-web-clone-mandatory"/></tag></tags></configuration>',
      'id="order-vip-web-clone-mandatory"',
    ],
    [
      'what depends on it',
      '</constraints>',
      '<rsc_location id="own" rsc="db" node="n1" score="5"/></constraints>',
      'id="db"',
    ],
  ])('never removes what it did not make: %s', async (_, from, to, kept) => {
    const ran = await run(other, await built(from, to), ['--prune'])
    expect(ran.status, ran.stderr).toBe(0)
    expect(ran.cib).toContain('id="own')
    expect(ran.cib).toContain(kept)
    expect(ran.cib).toContain('192.0.2.9')
  })

  it('removes nothing of a cluster that was built without --update', async () => {
    const { cib } = await replay(server, toPcs(one).output ?? '')
    const ran = await run(other, cib, ['--prune'])
    expect(ran.stderr).toBe('')
    expect(ran.status, ran.stderr).toBe(0)
    expect(ran.cib).toContain('id="db"')
    expect(ran.cib).toContain('192.0.2.9')
  })

  it('still has its record after changes by pcs and cibadmin', async () => {
    const start = await built()
    const edits = [
      'pcs -f "$2" property set no-quorum-policy=stop',
      'pcs -f "$2" resource update db op monitor interval=31s --force',
      'pcs -f "$2" resource group add g db',
      'CIB_file=$2 cibadmin --modify --scope resources --xml-text "<resources><primitive id=\\"vip\\" description=\\"x\\"/></resources>"',
      'CIB_file=$2 cibadmin --query >"$2.x" && CIB_file=$2 cibadmin --replace --xml-file "$2.x" && rm "$2.x"',
    ]
    const edited = await replay(server, edits.join(' && '), start)
    expect(edited.status, edited.stderr).toBe(0)
    expect(edited.cib).toContain('id="g"')
    const ran = await run(other, edited.cib, ['--prune'])
    expect(ran.status, ran.stderr).toBe(0)
    expect(ran.cib).not.toContain('colocation-db-vip')
    expect(ran.cib).toContain('no-quorum-policy')
    expect(read(ran.cib).resources).toContainEqual(settable(other).resources?.[0])
  })

  it(`makes ${runs} random clusters of the same with other values`, async () => {
    const pairs = fc.tuple(arbitraryCluster, fc.gen())
    await fc.assert(
      fc.asyncProperty(pairs, async ([before, g]) => {
        const after = variedCluster(before, g, fc.integer)
        const { cib } = await run(before, undefined, [])
        const ran = await run(after, cib, ['--prune'])
        expect(ran.status, ran.stderr).toBe(0)
        expect(settable(readCib(ran.cib).output as Cluster), ran.stdout).toEqual(settable(after))
      }),
      { numRuns: runs, seed: seed + 5 },
    )
  })

  it.concurrent.each(parts)(`makes ${runs} random clusters of random others: part %i`, async (part) => {
    await fc.assert(
      fc.asyncProperty(arbitraryCluster, arbitraryCluster, async (before, after) => {
        const first = await run(before, undefined, [])
        expect(first.status, first.stderr).toBe(0)
        const second = await run(after, first.cib, ['--prune'])
        expect(second.status, second.stderr).toBe(0)
        expect(settable(readCib(second.cib).output as Cluster), second.stdout).toEqual(settable(after))
        const third = await run(after, second.cib, ['--prune'])
        expect(third).toMatchObject({ status: 0, cib: second.cib })
      }),
      { numRuns: Math.ceil(runs / parts.length), seed: seed + part },
    )
  })
})
