import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  attributeSet,
  bundle,
  type Cluster,
  type CorosyncOptions,
  clone,
  cluster,
  colocation,
  group,
  ocf,
  podman,
  readCib,
  systemd,
  toBootstrap,
  toPcs,
} from 'lightcib'
import { afterAll, describe, expect, test } from 'vitest'
import { subjectOf } from '../../src/bootstrap/subject.js'
import live from '../live/cluster.js'
import { describeWith, root, run } from '../support/tools.js'

const folder = mkdtempSync(join(tmpdir(), 'lightcib-bootstrap-'))
afterAll(() => rmSync(folder, { recursive: true }))

const nodes = ['n1', 'n2', 'n3']
const vip = ocf.heartbeat.IPaddr2('vip', { ip: '192.0.2.6' })

function fileOf(cluster: Cluster): string {
  const path = join(folder, 'bootstrap.sh')
  writeFileSync(path, toBootstrap(cluster).output as string)
  return path
}

const subject = (cluster: Cluster) => subjectOf(cluster).output

describe('what the script needs to know', () => {
  test('the units are those that Pacemaker runs on the nodes', () => {
    const inside = bundle('b', podman({ image: 'b' }), { primitive: systemd('inside') })
    const resources = [systemd('a'), group('g', [systemd('b@1'), vip]), clone(systemd('c.timer')), inside]
    expect(subject(cluster({ name: 'x', nodes, resources }))?.units).toEqual([
      { resource: 'a', unit: 'a.service' },
      { resource: 'b@1', unit: 'b@1.service' },
      { resource: 'c.timer', unit: 'c.timer' },
    ])
  })

  test('a primitive has its unit from its template', () => {
    const xml = `<cib><configuration><crm_config><cluster_property_set id="s">
      <nvpair id="n" name="cluster-name" value="x"/></cluster_property_set></crm_config>
      <nodes><node id="1" uname="n1"/><node id="9" uname="r1" type="remote"/></nodes>
      <resources><template id="t" class="systemd" type="web"/><primitive id="p" template="t"/></resources>
      <constraints/></configuration></cib>`
    const read = readCib(xml).output as Cluster
    expect(subject(read)).toMatchObject({ nodes: ['n1'], units: [{ resource: 'p', unit: 'web.service' }] })
  })

  test('the resources that have to run are those that are neither stopped nor unmanaged', () => {
    const resources = [
      systemd('a'),
      systemd('b', { meta: attributeSet({ 'target-role': 'stopped' }) }),
      clone(systemd('c'), { meta: attributeSet({ 'is-managed': 'No' }) }),
      group('g', [systemd('d')]),
    ]
    expect(subject(cluster({ name: 'x', nodes, resources }))?.resources).toEqual(['a', 'g'])
  })

  test('the nodes have the ids that pcs cluster setup gives them in their order', () => {
    const scriptOf = (ids: readonly number[]) => {
      const nodes = ids.map((id) => ({ uname: `n${id}`, id, attributes: { a: 'b' } }))
      const { output = '', diagnostics } = toBootstrap(cluster({ name: 'x', nodes }))
      const reported = diagnostics.filter(({ code }) => code === 'bootstrap-node-id')
      return [output.match(/(?<= {2})(pcs cluster setup x .*(?= ")|require_node \d.*)/g), reported.length]
    }
    expect(scriptOf([3, 1, 2])).toEqual([
      ['pcs cluster setup x n1 n2 n3', 'require_node 3 n3', 'require_node 1 n1', 'require_node 2 n2'],
      0,
    ])
    expect(scriptOf([1, 20, 10])).toEqual([
      ['pcs cluster setup x n1 n10 n20', 'require_node 1 n1', 'require_node 3 n20', 'require_node 2 n10'],
      2,
    ])
  })

  test('the virtual IPs are those on one node, with the HAProxy that they are colocated with', () => {
    const haproxy = clone(systemd('haproxy'))
    const free = ocf.heartbeat.IPaddr2('free', { ip: '2001:db8::6' })
    const stopped = ocf.heartbeat.IPaddr2(
      'stopped',
      { ip: '192.0.2.7' },
      { meta: { 'target-role': 'Stopped' } },
    )
    const spread = clone(ocf.heartbeat.IPaddr2('spread', { ip: '192.0.2.8' }))
    const odd = ocf.heartbeat.IPaddr2('odd', { ip: '$(reboot)' })
    const off = group('off', [ocf.heartbeat.IPaddr2('with', { ip: '192.0.2.9' })], {
      meta: { 'target-role': 'Stopped' },
    })
    const proxy = bundle('proxy', podman({ image: 'registry/haproxy:1', network: 'host' }))
    const outside = ocf.heartbeat.IPaddr2('outside', { ip: '192.0.2.10' })
    const built = cluster({
      name: 'x',
      nodes,
      resources: [haproxy, vip, free, stopped, spread, odd, off, proxy, outside],
      constraints: [colocation(vip, haproxy), colocation(outside, proxy)],
    })
    expect(subject(built)?.vips).toEqual([
      { id: 'vip', address: '192.0.2.6', haproxy: 'haproxy-clone' },
      { id: 'free', address: '2001:db8::6' },
      { id: 'outside', address: '192.0.2.10', haproxy: 'proxy' },
    ])
    expect(subjectOf(built).diagnostics.map(({ code }) => code)).toEqual(['bootstrap-unverified'])
  })

  test.each([
    ['bootstrap-incomplete', cluster({ nodes })],
    ['bootstrap-incomplete', cluster({ name: 'x' })],
    ['bootstrap-invalid-name', cluster({ name: 'a b', nodes })],
    ['bootstrap-invalid-name', cluster({ name: 'x', nodes: ['$(reboot)'] })],
    ['bootstrap-invalid-name', cluster({ name: 'x', nodes, resources: [systemd('a', {}), systemd('*')] })],
    ['corosync-unknown-node', cluster({ name: 'x', nodes, corosync: { addresses: { n4: ['192.0.2.4'] } } })],
  ])('%s', (code, built) => {
    const { output, diagnostics } = toBootstrap(built)
    expect(output).toBeUndefined()
    expect(diagnostics.map((diagnostic) => diagnostic.code)).toContain(code)
  })
})

describeWith(['pcs'], 'the words of pcs cluster setup', () => {
  const full: CorosyncOptions = {
    transport: 'knet',
    transportOptions: { ip_version: 'ipv4', link_mode: 'active' },
    links: [{ link_priority: 5 }, { transport: 'sctp', mcastport: 5500 }],
    compression: { model: 'zlib', level: 3 },
    crypto: { cipher: 'aes128', hash: 'sha512' },
    totem: { token: 4000, block_unlisted_ips: false },
    quorum: { auto_tie_breaker: true, wait_for_all: false },
    addresses: Object.fromEntries(nodes.map((node, at) => [node, [`192.0.2.${at}`, `198.51.100.${at}`]])),
  }
  test.each<readonly [string, CorosyncOptions, readonly string[]]>([
    ['nothing', {}, ['transport: knet', 'crypto_cipher: aes256', 'ring0_addr: n1']],
    [
      'knet with all',
      full,
      [
        ...['ip_version: ipv4', 'link_mode: active', 'knet_link_priority: 5', 'knet_transport: sctp'],
        ...['mcastport: 5500', 'knet_compression_model: zlib', 'crypto_hash: sha512', 'token: 4000'],
        ...['block_unlisted_ips: no', 'auto_tie_breaker: 1', 'wait_for_all: 0', 'ring1_addr: 198.51.100.2'],
      ],
    ],
    [
      'udp',
      { transport: 'udp', links: [{ broadcast: true, mcastport: 5500 }], transportOptions: { netmtu: 1400 } },
      ['transport: udp', 'broadcast: yes', 'netmtu: 1400'],
    ],
    ['links without a transport', { links: [{ mcastport: 5500 }] }, ['transport: knet', 'mcastport: 5500']],
  ])('%s', (_, corosync, lines) => {
    const file = join(folder, 'corosync.conf')
    const [program = '', ...words] = subject(cluster({ name: 'x', nodes, corosync }))?.setup ?? []
    const local = ['--corosync_conf', file, '--overwrite', '--force']
    expect(run(program, [...words, ...local])).toMatchObject({ status: 0 })
    const written = readFileSync(file, 'utf8').split('\n')
    expect(written.map((line) => line.trim())).toEqual(expect.arrayContaining([...lines]))
  })
})

describeWith(['shellcheck'], 'shellcheck', () => {
  const scenarios = join(root, 'fixtures/scenarios')
  const folders = readdirSync(scenarios).filter((name) => !name.includes('.'))
  test.each(folders)('finds nothing in the script of %s', async (name) => {
    const { default: scenario } = await import(join(scenarios, name, 'cluster.ts'))
    expect(run('shellcheck', [fileOf(scenario)])).toMatchObject({ status: 0, stdout: '', stderr: '' })
  })

  test.each(['0.10', '0.12'] as const)('finds nothing in the script for pcs %s', (pcs) => {
    const { output } = toBootstrap(live, { pcs })
    expect(run('shellcheck', ['-'], output)).toMatchObject({ status: 0, stdout: '', stderr: '' })
  })

  test('finds nothing in the script of a cluster without resources, of one named as commands, nor in that of the live tests', () => {
    const commands = cluster({ name: 'test', nodes: ['test'], resources: [systemd('test')] })
    for (const built of [cluster({ name: 'x', nodes }), commands, live]) {
      expect(run('shellcheck', [fileOf(built)])).toMatchObject({ status: 0, stdout: '', stderr: '' })
    }
  })
})

describeWith(['bash'], 'the script', () => {
  test('contains the pcs script unchanged', () => {
    const { stdout } = run('bash', ['-c', `source <(sed '$d' ${fileOf(live)}); pcs_script`])
    expect(stdout).toBe(toPcs(live).output)
  })

  test('--print shows every command and needs no privileges', () => {
    const { status, stdout, stderr } = run('bash', [fileOf(live), '--print'])
    expect([status, stderr]).toEqual([0, ''])
    for (const line of [
      'pcs host auth node1 node2 node3 -u hacluster',
      'systemctl disable --now haproxy.service',
      'pcs constraint colocation add ip-10.77.0.100 with haproxy-clone',
      '#    ip-10.77.0.101 10.77.0.101',
    ]) {
      expect(stdout.split('\n')).toContain(line)
    }
    expect(stdout).toContain('totem token=2000')
  })

  test('has the whole configuration as XML with that strategy', () => {
    const { output = '' } = toBootstrap(live, { strategy: 'xml' })
    expect(output).not.toContain('pcs resource create')
    expect(output).toContain(toPcs(live, { strategy: 'xml' }).output?.trimEnd())
  })

  test.each([['--wait'], ['--wait', 'long'], ['--wait', '0'], ['--wait', '08'], ['--what']])(
    'does not accept %s',
    (...words) => {
      expect(run('bash', [fileOf(live), ...words]).status).toBeGreaterThan(0)
    },
  )
})

test('no id changes what a reader of the script sees', () => {
  const id = 'v\u115fip'
  const resources = [ocf.heartbeat.IPaddr2(id, { ip: '192.0.2.6' })]
  const { output: text = '', diagnostics } = toBootstrap(cluster({ name: 'x', nodes, resources }))
  expect(text, JSON.stringify(diagnostics)).not.toBe('')
  expect(text).not.toContain('\u115f')
  const path = join(folder, 'unseen.sh')
  writeFileSync(path, text.replace(/main "\$@"\n$/, 'vips; echo "$resources"'))
  expect(run('bash', [path]).stdout).toBe(`${id} 192.0.2.6 -\n${id}\n`)
})

test('with update, the configuration is changed and recorded', () => {
  const described = cluster({ name: 'x', nodes, resources: [systemd('web')] })
  expect(toBootstrap(described, { update: true }).output).toContain('\nupdate=yes\n')
  expect(toBootstrap(described).output).not.toContain('\nupdate=yes\n')
})
