import {
  type Cluster,
  clone,
  cluster,
  type OperationsOption,
  ocf,
  readCib,
  systemd,
  writeCib,
} from 'lightcib'
import { expect, test } from 'vitest'
import type { AgentsByName } from '../../src/plan/effect/reloads.js'
import { type Plan, plan } from '../../src/plan/plan.js'

const monitored = (interval: string) =>
  cluster({ resources: [systemd('a', { operations: { monitor: { interval } } })] })

test('a monitor with another interval is one change of an operation', () => {
  const { steps } = plan(monitored('10s'), monitored('5s')).output as Plan
  expect(steps.flatMap(({ verdicts }) => verdicts.map(({ what, verdict }) => [what, verdict]))).toEqual([
    ['operation monitor', 'nothing'],
  ])
})

test('a parameter of the operation start means a restart when it comes, whether the operation is new or not', () => {
  const agents = (() => ({
    parameters: [{ name: 'state' }, { name: 'fake', reloadable: true }],
  })) as unknown as AgentsByName
  const verdicts = (before: OperationsOption, after: OperationsOption) => {
    const of = (operations: OperationsOption) =>
      cluster({ resources: [ocf.pacemaker.Dummy('a', {}, { operations })] })
    return (plan(of(before), of(after), { agents }).output as Plan).steps.flatMap((step) =>
      step.verdicts.map(({ verdict }) => verdict),
    )
  }
  const withState = { start: { instanceAttributes: { state: '/run/x' } } }
  const withFake = { start: { instanceAttributes: { fake: 'x' } } }
  const monitor = { monitor: { interval: '10s' } }
  for (const other of [{}, monitor]) {
    expect(verdicts(other, { ...other, ...withState })).toEqual(['restart'])
    expect(verdicts(other, { ...other, ...withFake })).toEqual(['restart'])
    expect(verdicts({ ...other, ...withState }, other)).toEqual(['restart'])
    expect(verdicts({ ...other, ...withFake }, other)).toEqual(['reload'])
  }
})

test('a clone that becomes globally unique restarts, unless its instances have run with numbers', () => {
  const withHistory = (of: Cluster, instance: string) => {
    const started = `<node_state uname="n1" id="1"><lrm id="1"><lrm_resources><lrm_resource id="${instance}" class="systemd" type="a">
      <lrm_rsc_op id="${instance}_last_0" operation="start" interval="0" rc-code="0" op-status="0" call-id="1"/>
      </lrm_resource></lrm_resources></lrm></node_state>`
    const xml = writeCib(of).output?.replace(/<status *\/>|<\/configuration>/, (found) =>
      found.startsWith('<status') ? `<status>${started}</status>` : `${found}<status>${started}</status>`,
    )
    return readCib(xml ?? '').output as Cluster
  }
  const plain = cluster({ nodes: ['n1'], resources: [clone(systemd('a'))] })
  const unique = cluster({
    nodes: ['n1'],
    resources: [clone(systemd('a'), { meta: { 'globally-unique': true } })],
  })
  const verdicts = (from: Cluster, to: Cluster) =>
    (plan(from, to).output as Plan).steps.flatMap((step) => step.verdicts.map(({ verdict }) => verdict))
  expect(verdicts(plain, unique)).toEqual(['restart'])
  expect(verdicts(withHistory(plain, 'a'), unique)).toEqual(['restart'])
  expect(verdicts(withHistory(plain, 'a:0'), unique)).toEqual(['nothing'])
  expect(verdicts(withHistory(unique, 'a:0'), plain)).toEqual(['nothing'])
})
