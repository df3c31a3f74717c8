import { clone, cluster, colocation, ocf, order } from 'lightcib'
import { expect, test } from 'vitest'
import { type Plan, plan } from '../../src/plan/plan.js'

const dummy = (id: string) => ocf.heartbeat.Dummy(id)

test('nothing is sure of what waits for a clone that must run beside two others', () => {
  const [db, web, app] = [clone(dummy('db')), dummy('web'), clone(dummy('app'))]
  const later = clone(dummy('later'))
  const from = cluster({
    nodes: ['n1', 'n2', 'n3'],
    properties: { 'stonith-enabled': false },
    resources: [db, web, app],
    constraints: [colocation(app, web), colocation(app, db)],
  })
  const to = cluster({
    nodes: ['n1', 'n2', 'n3'],
    properties: { 'stonith-enabled': false },
    resources: [db, web, app, later],
    constraints: [colocation(app, web), colocation(app, db), order(app, later)],
  })
  const { steps } = plan(from, to).output as Plan
  const sure = steps.flatMap(({ effects }) => effects).filter(({ may }) => may !== true)
  expect(sure.map(({ resource }) => resource)).not.toContain('later')
})

test('a new resource may move what the one that it is placed with is near to', () => {
  const [near, base] = [dummy('near'), clone(dummy('base'))]
  const joining = dummy('joining')
  const parts = {
    nodes: ['n1', 'n2', 'n3'],
    properties: { 'stonith-enabled': false },
    rscDefaults: { 'resource-stickiness': 1 },
  }
  const preference = colocation(base, near, { score: 50 })
  const from = cluster({ ...parts, resources: [near, base], constraints: [preference] })
  const to = cluster({
    ...parts,
    resources: [joining, near, base],
    constraints: [preference, colocation(joining, base)],
  })
  const { steps } = plan(from, to).output as Plan
  const effects = steps.flatMap((step) => step.effects)
  expect(effects).toContainEqual({ action: 'move', resource: 'near', may: true })
})
