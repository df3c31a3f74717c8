import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { orderCycles, runsOnlyWith, startPlan } from '../../src/graph/index.js'
import { clusterOf, colocated, ordered, plain } from '../support/large-clusters.js'

const hostile = [
  'constructor',
  '__proto__',
  'toString',
  'hasOwnProperty',
  'valueOf',
  'a',
  'a:b',
  'a.start',
  'a.stop',
  'start a',
  'start  a',
  'running  a',
  'a b',
  'a b',
  'a\u0000b',
  'a\u0001b',
  '0',
  '-1',
  '',
  'undefined',
  '😀',
]

describe('ids that could be confused with something else', () => {
  it.each(hostile)('%j alone is ordered after nothing', (id) => {
    expect(orderCycles(clusterOf([plain(id), plain('other')], [ordered('o', id, 'other')]))).toEqual([])
  })

  it('two of them in a cycle are found, whichever they are', () => {
    for (const one of new Set(hostile)) {
      for (const other of new Set(hostile)) {
        if (one === other) continue
        const cluster = clusterOf(
          [plain(one), plain(other)],
          [ordered('o1', one, other), ordered('o2', other, one)],
        )
        const cycles = orderCycles(cluster)
        expect(cycles.map(({ steps }) => steps.map(({ to }) => to.resource).sort())).toEqual([
          [one, other].sort(),
        ])
        const links = clusterOf([plain(one), plain(other)], [colocated('c', one, other)])
        expect(runsOnlyWith(links, one, other).verdict).toBe('guaranteed')
      }
    }
  })

  it('any graph of orders over them has a cycle exactly where not all can be put in a sequence', () => {
    const ids = fc.constantFrom(...new Set(hostile))
    const edges = fc.uniqueArray(fc.tuple(ids, ids), {
      selector: (pair) => JSON.stringify(pair),
      maxLength: 25,
    })
    fc.assert(
      fc.property(edges, (pairs) => {
        const names = [...new Set(hostile)]
        const orders = pairs.map(([first, then], at) => ordered(`o${at}`, first, then))
        const cluster = clusterOf(names.map(plain), orders)
        const left = takenInTurn(names, pairs)
        expect(orderCycles(cluster).length > 0).toBe(left.length > 0)
        expect(startPlan(cluster).neverStart).toEqual(left)
      }),
      { numRuns: 300 },
    )
  })
})

/** Takes away, again and again, what waits for nothing that is left; what is left at the end. */
function takenInTurn(names: readonly string[], pairs: readonly (readonly [string, string])[]): string[] {
  let left = [...names]
  for (let before = -1; before !== left.length; ) {
    before = left.length
    left = left.filter((name) => pairs.some(([first, then]) => then === name && left.includes(first)))
  }
  return left
}
