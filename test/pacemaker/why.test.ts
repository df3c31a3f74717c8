import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  type Cluster,
  clone,
  cluster,
  colocation,
  group,
  location,
  order,
  primitive,
  promotable,
  readCib,
  systemd,
  writeCib,
} from 'lightcib'
import { UnknownResourceError } from 'lightcib/graph'
import {
  PacemakerError,
  type Reason,
  sentencesOf,
  whatIf,
  why,
  whyMoved,
  whyNot,
  whyStopped,
} from 'lightcib/pacemaker'
import { expect, onTestFinished, test } from 'vitest'
import type { RawElement } from '../../src/model/index.js'
import { schedulerIn } from '../../src/pacemaker/scheduler.js'
import {
  allOnline,
  withNodeChanges,
  withNodeState,
  withTransientAttributes,
} from '../../src/pacemaker/status/synthetic-status.js'
import { inWorkplace } from '../../src/pacemaker/tool/workplace.js'
import { startPcsServer } from '../support/pcs-server.js'
import { describeWith } from '../support/tools.js'
import { type Verdict, verdictOf } from '../support/why-oracle.js'

const nodes = ['node1', 'node2']
const properties = { 'stonith-enabled': false }
const [vip, db, web] = [systemd('vip'), systemd('db'), clone(systemd('web'))]

/** The cluster with all its nodes online, as it is read. */
function live(options: Parameters<typeof cluster>[0], changes = {}): Cluster {
  const written = writeCib(withNodeChanges(allOnline(cluster({ nodes, properties, ...options })), changes))
  const read = readCib(written.output ?? '')
  if (read.output === undefined) throw new Error(JSON.stringify(read.diagnostics))
  return read.output
}

/** Each cause as `KIND ID@NODE > NODES`, with `and` between those that must all go. */
async function causesOf(reason: Promise<Reason>): Promise<string> {
  const { causes, needed, nodesWithoutAll } = await reason
  const each = causes.map(({ kind, id = '', node }) => `${kind} ${id}${node === undefined ? '' : `@${node}`}`)
  if (needed === 'all') return `${each.join(' and ')} > ${nodesWithoutAll}`
  return causes.map(({ nodesWithout }, at) => `${each[at]} > ${nodesWithout}`).join(' or ')
}

const withScores = (cluster: Cluster, scores: Readonly<Record<string, string>>) =>
  Object.entries(scores).reduce(
    (changed, [node, score]) =>
      withNodeState(changed, node, (state) => withTransientAttributes(state, { 'master-db': score })),
    cluster,
  )

/** The cluster when nothing is left to do. */
const settled = (found: Cluster): Promise<Cluster> =>
  inWorkplace(async (workplace) => {
    const { cib = '' } = await schedulerIn(workplace, 60_000).rest(writeCib(found).output ?? '')
    return readCib(cib).output as Cluster
  })

/** What the real tools make of the commands in an answer. */
async function verdictIn(cib: string, reason: Reason): Promise<Verdict> {
  const folder = mkdtempSync(join(tmpdir(), 'lightcib-why-'))
  const pcs = await startPcsServer()
  onTestFinished(() => {
    pcs.stop()
    rmSync(folder, { recursive: true })
  })
  writeFileSync(join(folder, 'cib.xml'), cib)
  return verdictOf(pcs, join(folder, 'cib.xml'), reason)
}

const disabled = (id: string) => systemd(id, { meta: { 'target-role': 'Stopped' } })

describeWith(['crm_simulate', 'pcs', 'cibadmin'], 'why', () => {
  test('where the role Promoted is, and where it is not', async () => {
    const dbs = live({ resources: [promotable(primitive('db', 'ocf:pacemaker:Stateful'))] })
    const role = { role: 'Promoted' } as const
    expect(await causesOf(whyStopped(dbs, 'db-clone', role))).toBe(
      'promotion db@node1 > node1 or promotion db@node2 > node2',
    )
    const scored = withScores(dbs, { node1: '5', node2: '10' })
    const not = await whyNot(scored, 'db', 'node1', role)
    expect(sentencesOf(not).map(({ text }) => text)).toEqual([
      '"db" is not Promoted on node "node1" but on "node2": to lift any one of these changes that.',
      'The promotion score of "db" on node "node1", which its agent sets, is 5; without that, "db" is Promoted on "node1".',
      'The promotion score of "db" on node "node2", which its agent sets, is 10; without that, "db" is Promoted on "node1".',
    ])
    expect(not.causes.map(({ command }) => command.join(' '))).toEqual([
      'crm_attribute --node node1 --name master-db --lifetime reboot --update INFINITY',
      'crm_attribute --node node2 --name master-db --lifetime reboot --delete',
    ])
    expect(await causesOf(why(scored, 'db', role))).toBe(
      'promotion db@node1 > node1 or promotion db@node2 > node1',
    )
    await expect(whyStopped(scored, 'db', role)).rejects.toThrow(
      '"db" is Promoted nowhere now, and will be Promoted on "node2" when all that is planned is done',
    )
    await expect(why(live({ resources: [vip] }), 'vip', role)).rejects.toThrow(
      '"vip" is never Promoted: it is no promotable clone',
    )
  })

  test('what runs without being configured takes its remote node along', async () => {
    const element = (name: string, attributes: object, children: readonly RawElement[] = []): RawElement => ({
      name,
      attributes: Object.entries(attributes),
      children,
    })
    const lrm = (id: string, agent: object) => {
      const started = { operation: 'start', interval: '0', 'call-id': '1', 'rc-code': '0', 'op-status': '0' }
      const keys = {
        'transition-key': '1:1:0:0',
        'transition-magic': '0:0;1:1:0:0',
        operation_key: `${id}_start_0`,
      }
      const last = element('lrm_rsc_op', { id: `${id}_last_0`, ...started, ...keys })
      return element('lrm', { id }, [
        element('lrm_resources', {}, [element('lrm_resource', { id, ...agent }, [last])]),
      ])
    }
    const onNode2 = withNodeState(live({ resources: [vip] }), 'node2', (state) => ({
      ...state,
      children: [lrm('far', { class: 'ocf', provider: 'pacemaker', type: 'remote' })],
    }))
    const far = element(
      'node_state',
      { id: 'far', uname: 'far', remote_node: 'true', in_ccm: 'true', crmd: 'online' },
      [lrm('vip', { class: 'systemd', type: 'vip' })],
    )
    const status = { ...onNode2.status, children: [...(onNode2.status?.children ?? []), far] }
    const running = { ...onNode2, status } as Cluster
    expect(await causesOf(why(running, 'vip'))).toBe('orphan stop-orphan-resources > far')
  })

  test('an order of an operator to be Unpromoted, and a limit', async () => {
    const scores = { node1: '5', node2: '10' }
    const role = { role: 'Promoted' } as const
    const unpromoted = live({
      resources: [
        promotable(primitive('db', 'ocf:pacemaker:Stateful'), { meta: { 'target-role': 'Slave' } }),
      ],
    })
    expect(await causesOf(whyStopped(withScores(unpromoted, scores), 'db', role))).toBe(
      'target-role db-clone > node2',
    )
  })

  test('a resource that is disabled, and those that need it', async () => {
    const stopped = live({
      resources: [disabled('db'), vip],
      constraints: [colocation(vip, 'db', { id: 'vip-with-db' }), order('db', vip, { id: 'db-then-vip' })],
    })
    expect(await causesOf(whyStopped(stopped, 'db'))).toBe('target-role db > node1')
    expect(await causesOf(whyStopped(stopped, 'vip'))).toBe('target-role db > node1')
    const { causes } = await why(stopped, 'db')
    expect(causes[0]?.command).toEqual(['pcs', 'resource', 'enable', 'db'])
    expect(causes[0]?.path).toContain('/primitive[@id="db"]/meta_attributes')
  })

  test('one constraint is enough, or two causes that must both go', async () => {
    const two = live({
      resources: [vip, disabled('db')],
      constraints: [colocation(vip, 'db', { id: 'vip-with-db' })],
    })
    expect(await causesOf(whyStopped(two, 'vip'))).toBe(
      'target-role db > node1 or colocation vip-with-db > node1',
    )
    const both = live(
      { resources: [vip], constraints: [location(vip, 'node1', '-INFINITY')] },
      { failed: { node2: ['vip'] } },
    )
    expect(await causesOf(whyStopped(both, 'vip'))).toBe(
      'failure vip@node2 > node2 or location location-vip-node1--INFINITY > node1',
    )
    const banned = live({
      resources: [disabled('vip')],
      constraints: [location('vip', 'node1', '-INFINITY'), location('vip', 'node2', '-INFINITY')],
    })
    const reason = await whyStopped(banned, 'vip')
    expect(reason.needed).toBe('all')
    expect(reason.causes.map(({ kind }) => kind)).toContain('target-role')
    expect(reason.causes).toHaveLength(2)
  })

  test.each([
    ['standby', { standby: ['node1'] }, 'standby @node1', ['crm_attribute', '--node', 'node1']],
    ['offline', { down: ['node1'] }, 'node-offline @node1', ['pcs', 'cluster', 'start', 'node1']],
    [
      'a failure',
      { failed: { node1: ['web'] } },
      'failure web@node1',
      ['pcs', 'resource', 'cleanup', 'web', 'node=node1'],
    ],
  ])('why not on a node: %s', async (_, changes, cause, command) => {
    const found = live({ resources: [web] }, changes)
    expect(await causesOf(whyNot(found, 'web-clone', 'node1'))).toBe(`${cause} > node1,node2`)
    const { causes } = await whyNot(found, 'web-clone', 'node1')
    expect(causes[0]?.command.slice(0, command.length)).toEqual(command)
  })

  test.each([
    ['', ['pcs', 'node', 'unstandby', 'node1']],
    [
      '<instance_attributes id="first"><nvpair id="first-rack" name="rack" value="7"/></instance_attributes>',
      ['cibadmin', '--delete', '--xpath', "//nvpair[@id='nodes-1-standby']"],
    ],
  ])('standby is lifted in the set of attributes that has it, after %j', async (first, command) => {
    const inStandby = { uname: 'node1', attributes: { standby: 'on' } }
    const { output = '' } = writeCib(live({ nodes: [inStandby, 'node2'], resources: [web] }))
    const text = output.replace('<instance_attributes id="nodes-1"', `${first}$&`)
    const reason = await whyNot(readCib(text).output as Cluster, 'web-clone', 'node1')
    expect(reason.causes.map((cause) => cause.command)).toEqual([command])
    expect(await verdictIn(text, { ...reason, resource: 'web' })).toEqual({
      verdict: 'confirmed',
      detail: '',
    })
  })

  test('of a resource and one inside of it, both disabled, each is enabled alone', async () => {
    const found = live({ resources: [clone(disabled('web'), { meta: { 'target-role': 'Stopped' } })] })
    const reason = await whyStopped(found, 'web')
    expect(reason.needed).toBe('all')
    expect(reason.causes.map(({ command }) => command.join(' '))).toEqual([
      'pcs resource meta web-clone target-role=',
      'pcs resource meta web target-role=',
    ])
    expect(await verdictIn(writeCib(found).output ?? '', reason)).toEqual({
      verdict: 'confirmed',
      detail: '',
    })
  })

  test('fencing without a device, stop-all-resources, maintenance, quorum', async () => {
    const found = async (given: Record<string, string | boolean>) =>
      causesOf(whyStopped(live({ resources: [vip], properties: given }), 'vip'))
    expect(await found({})).toBe('property stonith-enabled > node1')
    expect(await found({ ...properties, 'stop-all-resources': true })).toBe(
      'property stop-all-resources > node1',
    )
    expect(await found({ ...properties, 'maintenance-mode': true })).toBe('property maintenance-mode > node1')
    const withoutQuorum = { ...live({ resources: [vip] }), haveQuorum: '0' }
    expect(await causesOf(whyStopped(withoutQuorum, 'vip'))).toBe('quorum  > node1')
  })

  test('why it is where it is: a preference, a constraint that is missing', async () => {
    const preferring = live({ resources: [vip], constraints: [location(vip, 'node2', '100')] })
    expect(await causesOf(why(preferring, 'vip'))).toBe('location location-vip-node2-100 > node1')
    const plain = live({ resources: [vip] })
    expect(await causesOf(why(plain, 'vip'))).toBe('avoidance vip@node1 > node2')
    expect(await causesOf(whyNot(plain, 'vip', 'node2'))).toBe('preference vip@node2 > node2')
  })

  test('a member of a group waits for the one before it', async () => {
    const members = group('stack', [disabled('db'), systemd('app')])
    expect(await causesOf(whyStopped(live({ resources: [members] }), 'app'))).toBe('target-role db > node1')
  })

  test('sentences: five at most, each cause with what follows without it', async () => {
    const both = live(
      { resources: [vip], constraints: [location(vip, 'node1', '-INFINITY')] },
      { standby: ['node2'] },
    )
    expect(sentencesOf(await whyStopped(both, 'vip')).map(({ text }) => text)).toEqual([
      '"vip" runs nowhere: to lift any one of these changes that.',
      'Node "node2" is in standby; without that, "vip" runs on "node2".',
      'Constraint "location-vip-node1--INFINITY" gives "vip" the score -INFINITY on node "node1"; without that, "vip" runs on "node1".',
    ])
    const banned = { resources: [vip], constraints: nodes.map((node) => location(vip, node, '-INFINITY')) }
    const many = live(
      { ...banned, properties: { ...properties, 'stop-all-resources': true, 'maintenance-mode': true } },
      { standby: nodes },
    )
    const sentences = sentencesOf(await whyStopped(many, 'vip'))
    expect(sentences).toHaveLength(5)
    expect(sentences[0]?.text).toMatch(
      /^"vip" runs nowhere: each of these alone is enough for that; without all of them, "vip" runs on "node\d"\.$/,
    )
  })

  test('why it moved between two CIBs', async () => {
    const before = live({ resources: [vip, db] })
    const down = live({ resources: [vip, db] }, { down: ['node1'] })
    expect(await causesOf(whyMoved(before, down, 'vip'))).toBe('node-offline @node1 > node1')
    const preferring = live({ resources: [vip, db], constraints: [location(vip, 'node2', '50')] })
    expect(await causesOf(whyMoved(before, preferring, 'vip'))).toBe('location location-vip-node2-50 > node1')
    // What is gone is found as a change.
    const gone = await whyMoved(preferring, before, 'vip')
    expect(gone.causes.map(({ words }) => words)).toEqual(['rsc_location "location-vip-node2-50" is gone'])
    await expect(whyMoved(before, before, 'vip')).rejects.toThrow(
      '"vip" did not move: it runs on "node1" in both',
    )
  })

  test('what would follow', async () => {
    const found = live({ resources: [vip], constraints: [location(vip, 'node1', '50')] })
    const moved = [{ id: 'vip', from: ['node1'], to: ['node2'] }]
    expect((await whatIf(found, { node: 'node1', change: 'down' })).moved).toEqual(moved)
    expect((await whatIf(found, { node: 'node1', change: 'standby' })).moved).toEqual(moved)
    expect((await whatIf(found, { resource: 'vip', change: 'failed', node: 'node1' })).moved).toEqual(moved)
    expect((await whatIf(found, { resource: 'vip', change: 'disabled' })).stopped).toEqual(['vip'])
    // Below that feature set fail counts are of resources, not of operations.
    const old = { ...found, crmFeatureSet: '3.0.12' }
    expect((await whatIf(old, { resource: 'vip', change: 'failed', node: 'node1' })).moved).toEqual(moved)
    const inStandby = live(
      { resources: [vip], constraints: [location(vip, 'node1', '50')] },
      { standby: ['node1'] },
    )
    expect((await whatIf(inStandby, { node: 'node1', change: 'up' })).moved).toEqual([
      { id: 'vip', from: ['node2'], to: ['node1'] },
    ])
    const unfenced = live({ properties: { 'stonith-enabled': true }, resources: [vip] })
    const { limitedBy } = await whatIf(unfenced, { node: 'node1', change: 'down' })
    expect(limitedBy.map(({ id }) => id)).toEqual(['stonith-enabled'])
  })

  test('questions that have no answer are errors', async () => {
    const found = live({ resources: [vip, primitive('x', 'ocf:pacemaker:Dummy')] })
    await expect(why(found, 'vpi')).rejects.toThrow(UnknownResourceError)
    const soon = '"vip" runs nowhere now, and will run on "node1" when all that is planned is done'
    await expect(whyStopped(found, 'vip')).rejects.toThrow(soon)
    await expect(whyNot(found, 'vip', 'node1')).rejects.toThrow(soon)
    const running = await settled(found)
    await expect(whyStopped(running, 'vip')).rejects.toThrow('"vip" runs on "node1"')
    await expect(whyNot(running, 'vip', 'node1')).rejects.toThrow('"vip" runs on node "node1"')
    const guest = primitive('vm', 'ocf:pacemaker:Dummy', {}, { meta: { 'remote-node': 'guest' } })
    await expect(why(live({ resources: [guest] }), 'guest')).rejects.toThrow(
      '"guest" is the guest node that "vm" runs: ask about "vm"',
    )
    await expect(whyNot(found, 'vip', 'node9')).rejects.toThrow('no node "node9": it has "node1" and "node2"')
    await expect(whatIf(found, { node: 'node9', change: 'down' })).rejects.toThrow(PacemakerError)
    await expect(why(cluster({ nodes, properties, resources: [vip] }), 'vip')).rejects.toThrow(
      'the CIB has no status',
    )
  })
})
