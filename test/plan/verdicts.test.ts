import { cluster, systemd } from 'lightcib'
import { expect, test } from 'vitest'
import { type Plan, plan } from '../../src/plan/plan.js'

const monitored = (interval: string) =>
  cluster({ resources: [systemd('a', { operations: { monitor: { interval } } })] })

test('a monitor with another interval is one change of an operation', () => {
  const { steps } = plan(monitored('10s'), monitored('5s')).output as Plan
  expect(steps.flatMap(({ verdicts }) => verdicts.map(({ what, verdict }) => [what, verdict]))).toEqual([
    ['operation monitor', 'nothing'],
  ])
})
