import { describe, expect, it } from 'vitest'
import { check } from '../../src/check/index.js'
import { readCib } from '../../src/cib/index.js'
import { orderCycleDiagnostics } from '../../src/graph/analysis/cycle-diagnostics.js'
import {
  failureImpact,
  impliedOrders,
  orderCycles,
  runsOnlyWith,
  startPlan,
  why,
} from '../../src/graph/index.js'
import { orderGraph } from '../../src/graph/order/build-order-graph.js'
import type { Cluster, Constraint } from '../../src/model/index.js'
import { cibText, xml } from '../support/cib-text.js'
import {
  chain,
  clusterOf,
  colocated,
  looseSet,
  numbered,
  ordered,
  orderedSets,
  plain,
} from '../support/large-clusters.js'

/** A function that calls itself for each overflows the stack at some 10,000. */
const many = 20_000

describe('a chain of 20,000 resources', () => {
  it('is seen to have no cycle, and every question on it is answered', () => {
    const cluster = chain(many, false)
    expect(orderCycles(cluster)).toEqual([])
    expect(why(cluster, 'r0', `r${many - 1}`)).toHaveLength(many - 1)
    expect(startPlan(cluster).longestChain).toHaveLength(many)
    expect(failureImpact(cluster, 'r0').stopped).toHaveLength(many - 1)
    expect(impliedOrders(cluster)).toEqual([])
  })

  it('with its end ordered before its beginning is one cycle, reported in short', () => {
    const [finding, ...others] = orderCycleDiagnostics(chain(many, true))
    expect(others).toEqual([])
    expect(finding?.message).toMatch(/; and 19988 more steps; they cannot start together \(.*\)$/)
  })

  it('of colocations guarantees that the first runs only with the last', () => {
    const ids = numbered('r', many)
    const links = ids.slice(1).map((id, at) => colocated(`c${at}`, `r${at}`, id))
    const cluster = clusterOf(ids.map(plain), links)
    expect(runsOnlyWith(cluster, 'r0', `r${many - 1}`).verdict).toBe('guaranteed')
    expect(runsOnlyWith(cluster, `r${many - 1}`, 'r0').verdict).not.toBe('guaranteed')
  })

  it('in a cycle guarantees nothing of what is placed with it', () => {
    const { configuration } = chain(many, true)
    const extra = [colocated('beside', 'free', 'r0')]
    const resources = [...(configuration.resources?.items ?? []), plain('free')]
    const cluster = clusterOf(resources, [...(configuration.constraints?.items ?? []), ...extra])
    expect(runsOnlyWith(cluster, 'free', 'r0').verdict).not.toBe('guaranteed')
  })

  it('kept from each other in a cycle with a group are reported once', () => {
    const ids = numbered('r', 2000)
    const links = ids.slice(1).map((id, at) => colocated(`c${at}`, `r${at}`, id))
    const back = { ...colocated('back', 'r1999', 'r0'), score: '-100' } as Constraint
    const found = check(clusterOf(ids.map(plain), [...links, back]), { policies: [] })
    expect(found.filter(({ code }) => code === 'colocation-ignored')).toHaveLength(1)
  })

  it('of colocations in a cycle guarantees nothing where any of them may be placed first', () => {
    const ids = numbered('r', 200)
    const links = ids.map((id, at) => xml.colocation(`c${at}`, id, ids[(at + 1) % ids.length] ?? ''))
    const properties = { 'placement-strategy': 'balanced' }
    const text = cibText({ resources: ids.map((id) => xml.primitive(id)), constraints: links, properties })
    const cluster = readCib(text).output as Cluster
    const verdicts = ids.slice(1).map((id, at) => runsOnlyWith(cluster, `r${at}`, id).verdict)
    expect(verdicts).not.toContain('guaranteed')
  })

  it('has a short cycle that is found at once', () => {
    const { configuration } = chain(many, true)
    const constraints = [...(configuration.constraints?.items ?? []), ordered('short', 'r10001', 'r10000')]
    const [cycle] = orderCycles(clusterOf(configuration.resources?.items ?? [], constraints))
    expect(cycle?.steps).toHaveLength(2)
  })
})

describe('large sets', () => {
  const [left, right] = [numbered('a', 2000), numbered('b', 2000)]
  const resources = [...left, ...right].map(plain)

  it('all before all take as many edges as resources', () => {
    const sets = [looseSet('s1', left), looseSet('s2', right)]
    const cluster = clusterOf(resources, [orderedSets('s', sets)])
    expect(orderGraph(cluster).edgeCount).toBeLessThan(4 * resources.length)
    expect(why(cluster, 'a7', 'b1999')).toHaveLength(1)
    const back = clusterOf(resources, [orderedSets('s', sets), ordered('back', 'b1999', 'a0')])
    expect(orderCycles(back).map(({ kind, steps }) => [kind, steps.length])).toEqual([['up', 2]])
  })

  it('one after the other with Serialize take as many edges as resources', () => {
    const set = orderedSets('s', [looseSet('s1', left)], 'Serialize')
    const cluster = clusterOf(resources, [set])
    expect(orderGraph(cluster).edgeCount).toBeLessThan(6 * resources.length)
    expect(why(cluster, 'a0', 'a1999')).toHaveLength(1)
    expect(why(cluster, 'a1999', 'a0')).toBeUndefined()
    const back = clusterOf(resources, [set, ordered('back', 'a1999', 'a0')])
    expect(orderCycles(back).map(({ kind, steps }) => [kind, steps.length])).toEqual([['up', 2]])
  })

  it('of 300 before 300 have no cycle', () => {
    const sets = [looseSet('s1', left.slice(0, 300)), looseSet('s2', right.slice(0, 300))]
    expect(orderCycleDiagnostics(clusterOf(resources, [orderedSets('s', sets)]))).toEqual([])
  })
})

describe('1,000 resources that all avoid each other', () => {
  const set = looseSet('s1', numbered('a', 1000))
  const antiColocation: Constraint = {
    element: 'rsc_colocation',
    id: 'anti-colocation',
    score: '-INFINITY',
    resourceSets: [{ ...set, sequential: 'true' }],
  }
  const cluster = clusterOf(numbered('a', 1000).map(plain), [antiColocation])

  it('are checked', () => {
    expect(check(cluster, { policies: [] }).map(({ code }) => code)).toEqual(['fencing-no-device'])
  })

  it('are answered for without a search through all states', () => {
    expect(runsOnlyWith(cluster, 'a999', 'a0').verdict).toBe('not-guaranteed')
  })
})
