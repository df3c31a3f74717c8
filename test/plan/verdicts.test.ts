import { cluster, type OperationsOption, ocf, systemd } from 'lightcib'
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
