import { expect, it } from 'vitest'
import { readCib } from '../../src/cib/index.js'
import { neverRuns, orderCycles } from '../../src/graph/index.js'
import {
  type Cluster,
  type Constraint,
  constraintsOf,
  primitivesOf,
  resourcesOf,
} from '../../src/model/index.js'
import { randomRunning } from '../support/random-running.js'
import { type Active, agentsOf, inEveryState } from '../support/running-oracle.js'
import { describeWith } from '../support/tools.js'

/** How many random clusters; `FUZZ=200` for a long run. */
const count = Number(process.env.FUZZ ?? 8)
/** Where the seeds start; another `SEED` gives other clusters. */
const firstSeed = Number(process.env.SEED ?? 1)

const runsIn = (cluster: Cluster, id: string, states: readonly Active[]) =>
  states.some((active) => agentsOf(cluster, id).some((agent) => (active.get(agent)?.size ?? 0) > 0))

/** The cluster with only the constraints of a cause, and those that allow nodes where it is opt-in, less one. */
function withOnly(cluster: Cluster, kept: readonly unknown[]): Cluster {
  const isOptIn = JSON.stringify(cluster.configuration.crmConfig).includes('symmetric-cluster')
  const allows = (constraint: Constraint) =>
    isOptIn && constraint.element === 'rsc_location' && !JSON.stringify(constraint).includes('"-INFINITY"')
  const items = constraintsOf(cluster).filter((each) => kept.includes(each) || allows(each))
  const constraints = { element: 'constraints', items } as const
  return { ...cluster, configuration: { ...cluster.configuration, constraints } }
}

describeWith(
  ['crm_simulate', 'prlimit'],
  `what never runs, ${count} random clusters from seed ${firstSeed}`,
  () => {
    it('runs in no state of the nodes, and without any one constraint of its cause it does', async () => {
      const wrong: unknown[] = []
      const missed: unknown[] = []
      const tooLong: unknown[] = []
      const tally = { judged: 0, never: 0, found: 0, causes: 0 }
      for (let seed = firstSeed; seed < firstSeed + count; seed++) {
        const cluster = readCib(randomRunning(seed, 'never').cib).output as Cluster
        if (orderCycles(cluster).length > 0) continue
        const states = await inEveryState(cluster)
        if (states.length < 7) continue
        tally.judged += 1
        const found = neverRuns(cluster)
        for (const { resource, constraints } of found) {
          if (runsIn(cluster, resource, states))
            wrong.push({ seed, resource, by: constraints.map(({ id }) => id) })
        }
        for (const resource of resourcesOf(cluster)) {
          const ids =
            resource.element === 'bundle' ? [resource.id] : primitivesOf(resource).map(({ id }) => id)
          for (const id of ids) {
            if (runsIn(cluster, id, states)) continue
            tally.never += 1
            if (found.some((each) => each.resource === id)) tally.found += 1
            else missed.push({ seed, id })
          }
        }
        const causes = new Map(found.map((each) => [each.constraints.map(({ id }) => id).join(), each]))
        for (const { resource, constraints } of [...causes.values()].slice(0, 2)) {
          tally.causes += 1
          const all = await inEveryState(withOnly(cluster, constraints))
          if (runsIn(cluster, resource, all))
            wrong.push({ seed, resource, cause: constraints.map(({ id }) => id) })
          for (const without of constraints) {
            const rest = constraints.filter((other) => other !== without)
            const less = await inEveryState(withOnly(cluster, rest))
            if (!runsIn(cluster, resource, less))
              tooLong.push({ seed, resource, without: without.id, by: constraints.map(({ id }) => id) })
          }
        }
      }
      console.info(tally, missed.slice(0, 30))
      expect({ wrong, tooLong }).toEqual({ wrong: [], tooLong: [] })
      expect(tally.found).toBeGreaterThanOrEqual(tally.never * 0.9)
      expect(tally.judged).toBeGreaterThan(count * 0.6)
    })
  },
)
