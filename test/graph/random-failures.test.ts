import { expect, it } from 'vitest'
import { readCib } from '../../src/cib/index.js'
import { failureImpact, orderCycles } from '../../src/graph/index.js'
import { type Cluster, primitivesOf, resourcesOf } from '../../src/model/index.js'
import { randomRunning } from '../support/random-running.js'
import { type Active, afterFailure, agentsOf, usually } from '../support/running-oracle.js'
import { describeWith } from '../support/tools.js'

/** How many random clusters; `FUZZ=200` for a long run. */
const count = Number(process.env.FUZZ ?? 8)
/** Where the seeds start; another `SEED` gives other clusters. */
const firstSeed = Number(process.env.SEED ?? 1)

const allNodes = ['n1', 'n2', 'n3']

/** The ids that both name: primitives, and bundles for their containers. */
const idsIn = (cluster: Cluster) =>
  resourcesOf(cluster).flatMap((resource) =>
    resource.element === 'bundle' ? [resource.id] : primitivesOf(resource).map(({ id }) => id),
  )

const nodesOf = (cluster: Cluster, id: string, active: Active) =>
  agentsOf(cluster, id).flatMap((agent) => [...(active.get(agent) ?? [])])

describeWith(['crm_simulate', 'prlimit'], `random failures, ${count} clusters from seed ${firstSeed}`, () => {
  it.each(['everywhere', 'on one node'])(
    '%s: what is said to stop stops, and nothing else',
    async (where) => {
      const wrong: unknown[] = []
      const tally = { judged: 0, stopped: 0, leaves: 0, uncertain: 0, uncertainThatStop: 0 }
      for (let seed = firstSeed; seed < firstSeed + count; seed++) {
        const { cib, subject } = randomRunning(seed, 'impact')
        const cluster = readCib(cib).output as Cluster
        const before = orderCycles(cluster).length > 0 ? undefined : await usually(cluster)
        const failing = agentsOf(cluster, subject)
        const hosts = before === undefined ? [] : nodesOf(cluster, subject, before.active)
        const [node] = hosts
        if (before === undefined || node === undefined) continue
        const on = where === 'everywhere' ? allNodes : [node]
        const after = await afterFailure(before.end, failing, on)
        if (after === undefined) continue
        tally.judged += 1
        const found = failureImpact(cluster, subject, where === 'everywhere' ? {} : { node })
        const related = new Set([subject, ...failing])
        for (const id of idsIn(cluster)) {
          if (related.has(id) || nodesOf(cluster, id, before.active).length === 0) continue
          const nodesAfter = nodesOf(cluster, id, after)
          const isStopped = nodesAfter.length === 0
          const isSaid = found.stopped.includes(id)
          const isUncertain = found.uncertain.includes(id)
          if (isStopped) tally.stopped += 1
          if (isUncertain) tally.uncertain += 1
          if (isUncertain && isStopped) tally.uncertainThatStop += 1
          // What moves has to start again, and Pacemaker moves what has no stickiness whenever loads change.
          const isMoved = isStopped && found.notStarted.includes(id)
          if (isSaid !== isStopped && !isUncertain && !isMoved)
            wrong.push({ seed, subject, on, id, isStopped, isSaid })
          if (found.leavesNode.includes(id)) tally.leaves += 1
          if (found.leavesNode.includes(id) && nodesAfter.includes(node))
            wrong.push({ seed, subject, on, id, stays: true })
        }
      }
      console.info(where, tally)
      expect(wrong).toEqual([])
      expect(tally.judged).toBeGreaterThan(count * 0.6)
    },
  )
})
