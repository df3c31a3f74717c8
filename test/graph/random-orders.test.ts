import { describe, expect, it } from 'vitest'
import { readCib } from '../../src/cib/index.js'
import { type CycleKind, orderCycles } from '../../src/graph/index.js'
import type { Cluster } from '../../src/model/index.js'
import { type OrderTruth, orderTruth } from '../support/order-oracle.js'
import { randomOrders } from '../support/random-orders.js'
import { wildHosts, wildOrders } from '../support/random-wild-orders.js'
import { describeWith } from '../support/tools.js'

/** How many random clusters of each kind; `FUZZ=2500` for a long run. */
const count = Number(process.env.FUZZ ?? 60)
/** Where the seeds start; another `SEED` gives other clusters. */
const firstSeed = Number(process.env.SEED ?? 1)

interface Disagreement {
  readonly seed: number
  readonly kinds: readonly CycleKind[]
  readonly isError: boolean
  readonly truth: OrderTruth
}

/** Asks both about each cluster: what was missed, and what was found that is not there. */
async function compare(clusterText: (seed: number) => string, keepsPlacement = false) {
  const missed: Disagreement[] = []
  const invented: Disagreement[] = []
  let judged = 0
  for (let seed = firstSeed; seed < firstSeed + count; seed++) {
    const cluster = readCib(clusterText(seed)).output as Cluster
    const cycles = orderCycles(cluster)
    const kinds = cycles.map(({ kind }) => kind)
    const isError = cycles.some(({ kind, dependsOnPlacement }) => kind !== 'mixed' && !dependsOnPlacement)
    const truth = await orderTruth(cluster, keepsPlacement)
    if (truth.verdict !== 'unknown') judged += 1
    if (truth.verdict === 'cycle' && kinds.length === 0) missed.push({ seed, kinds, isError, truth })
    if (truth.verdict === 'none' && kinds.length > 0) invented.push({ seed, kinds, isError, truth })
  }
  return { missed, invented, judged }
}

describeWith(['crm_simulate', 'prlimit'], `random orders, ${count} clusters from seed ${firstSeed}`, () => {
  it.each([
    ['plain', (seed: number) => randomOrders(seed, 'plain')],
    ['odd', (seed: number) => randomOrders(seed, 'odd')],
    ['wild', wildOrders],
  ] as const)('%s: no cycle is missed, and next to none invented', async (profile, clusterText) => {
    const { missed, invented, judged } = await compare(clusterText)
    console.info(
      `${profile}: ${judged} judged, ${missed.length} missed, ${invented.length} invented`,
      invented,
    )
    expect(missed).toEqual([])
    expect(invented.length).toBeLessThanOrEqual(Math.ceil(count / 1000))
    expect(invented.filter(({ isError }) => isError)).toEqual([])
    expect(judged).toBeGreaterThan(count * 0.95)
  })

  it('with a guest or remote node: no cycle is missed, and no error invented', async () => {
    const { missed, invented, judged } = await compare(wildHosts, true)
    console.info(`hosts: ${judged} judged, ${missed.length} missed, ${invented.length} invented`)
    expect(missed).toEqual([])
    expect(invented.filter(({ isError }) => isError)).toEqual([])
    expect(judged).toBeGreaterThan(count * 0.9)
  })
})

describe('random clusters', () => {
  it('are the same for the same seed', () => {
    expect(randomOrders(7, 'odd')).toBe(randomOrders(7, 'odd'))
    expect(randomOrders(7, 'odd')).not.toBe(randomOrders(8, 'odd'))
  })
})
