import { expect, it } from 'vitest'
import { readCib } from '../../src/cib/index.js'
import { runsOnlyWith } from '../../src/graph/index.js'
import { resourceIndex } from '../../src/graph/resource/resource-index.js'
import { type Cluster, nodesOf } from '../../src/model/index.js'
import type { Role } from '../../src/model/roles.js'
import { runningCluster, runningIds } from '../support/colocation-oracle.js'
import { settle } from '../support/crm-simulate.js'
import { wildCluster } from '../support/random-wild.js'
import { activeOn, inState, type NodeState } from '../support/status.js'
import { describeWith } from '../support/tools.js'

/** How many random clusters, each in many states; `FUZZ=300` for a long run, `SEED` for others. */
const count = Number(process.env.FUZZ ?? 6)
const firstSeed = Number(process.env.SEED ?? 1)

interface Asked {
  readonly id: string
  readonly role: Role | undefined
}

/** The services of a cluster, and the promoted instances of those that have roles. */
function servicesIn(cluster: Cluster): readonly Asked[] {
  return [...resourceIndex(cluster).entries].flatMap(({ id, resource, promotable }): Asked[] => {
    if (resource?.element !== 'primitive' && resource?.element !== 'bundle') return []
    const isPromotable = promotable && resource.element === 'primitive'
    return [{ id, role: undefined }, ...(isPromotable ? [{ id, role: 'Promoted' as const }] : [])]
  })
}

/** All nodes up or down, and each service failed for good on all of them, or on one. */
function statesOf(cluster: Cluster, services: readonly Asked[]) {
  const nodes = nodesOf(cluster).flatMap(({ type, uname = '' }) => (type === 'remote' ? [] : [uname]))
  const all = (state: (node: string, at: number) => NodeState) =>
    Object.fromEntries(nodes.map((node, at) => [node, state(node, at)]))
  const upOrDown = Array.from({ length: 2 ** nodes.length }, (_, bits) => ({
    states: all((_node, at) => ((bits >> at) & 1 ? 'down' : 'up')),
    failing: [] as readonly string[],
  }))
  const failures = services.flatMap(({ id, role }) =>
    role !== undefined
      ? []
      : [undefined, ...nodes].map((only) => ({
          states: all((node) => (only === undefined || only === node ? 'failed' : 'up')),
          failing: runningIds(cluster, id),
        })),
  )
  return [...upOrDown, ...failures]
}

describeWith(
  ['crm_simulate', 'prlimit'],
  `all pairs of ${count} wild clusters from seed ${firstSeed}`,
  () => {
    it('are never called guaranteed where a state breaks them', { timeout: 3_600_000 }, async () => {
      const wrong: unknown[] = []
      const tally = new Map<string, number>()
      for (let seed = firstSeed; seed < firstSeed + count; seed++) {
        const cluster = readCib(wildCluster(seed).cib).output as Cluster
        const services = servicesIn(cluster)
        const start = await runningCluster(cluster)
        if (start === undefined) continue
        const placesOf = (end: Cluster) => {
          const active = { any: activeOn(end), Promoted: activeOn(end, 'Promoted') }
          return ({ id, role }: Asked) => {
            const nodes = active[role === 'Promoted' ? 'Promoted' : 'any']
            return new Set(runningIds(cluster, id).flatMap((own) => [...(nodes.get(own) ?? [])]))
          }
        }
        const ends: { readonly state: object; readonly nodesOf: ReturnType<typeof placesOf> }[] = []
        for (const state of statesOf(cluster, services)) {
          const end = await settle(inState(start, state.states, state.failing))
          if (end !== undefined) ends.push({ state, nodesOf: placesOf(end) })
        }
        for (const rsc of services) {
          for (const withRsc of services) {
            if (rsc.id === withRsc.id) continue
            const roles = {
              ...(rsc.role && { role: rsc.role }),
              ...(withRsc.role && { withRole: withRsc.role }),
            }
            const { verdict, reason } = runsOnlyWith(cluster, rsc.id, withRsc.id, roles)
            tally.set(verdict, (tally.get(verdict) ?? 0) + 1)
            if (verdict !== 'guaranteed' && verdict !== 'never-runs') continue
            const broken = ends.find(({ nodesOf: nodes }) => {
              const [own, other] = [[...nodes(rsc)], nodes(withRsc)]
              return verdict === 'never-runs' ? own.length > 0 : own.some((node) => !other.has(node))
            })
            if (broken !== undefined) wrong.push({ seed, rsc, withRsc, verdict, reason, state: broken.state })
          }
        }
      }
      console.info(Object.fromEntries(tally))
      expect(wrong).toEqual([])
    })
  },
)
