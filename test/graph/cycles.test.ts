import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readCib } from '../../src/cib/index.js'
import { orderCycleDiagnostics } from '../../src/graph/analysis/cycle-diagnostics.js'
import { orderCycles } from '../../src/graph/index.js'
import type { Cluster } from '../../src/model/index.js'
import { cibText, xml } from '../support/cib-text.js'
import { simulate, textOf } from '../support/crm-simulate.js'
import { hostCases, orderCases } from '../support/order-cases.js'
import { orderTruth } from '../support/order-oracle.js'
import { allOnline } from '../support/status.js'
import { describeWith, describeWithShared, sharedPath } from '../support/tools.js'

const clusterOf = (cib: string) => readCib(cib).output as Cluster
const pathOfOrder = (id: string) => `/cib/configuration/constraints/rsc_order[@id="${id}"]`
const kindsIn = (cluster: Cluster) => orderCycles(cluster).map(({ kind }) => kind)

const ordered = (ids: readonly string[], constraints: readonly string[]) =>
  clusterOf(cibText({ resources: ids.map((id) => xml.primitive(id)), constraints }))

describe('cycles of orders', () => {
  it.each([...orderCases, ...hostCases])('$name', ({ cib, kinds }) => {
    expect(kindsIn(clusterOf(cib))).toEqual(kinds)
  })

  it('each step begins where the last ends, and the last ends where the first begins', () => {
    for (const { cib } of orderCases) {
      for (const { steps } of orderCycles(clusterOf(cib))) {
        expect(steps.length).toBeGreaterThan(0)
        steps.forEach(({ from }, at) => {
          expect(from).toBe(steps.at(at - 1)?.to)
        })
      }
    }
  })

  it('prints what waits for what and because of which order', () => {
    const found = (name: string) => {
      const { cib = '' } = orderCases.find((one) => one.name === name) ?? {}
      return orderCycleDiagnostics(clusterOf(cib))
    }
    expect(found('three-of-all-kinds')).toEqual([
      {
        code: 'order-cycle',
        severity: 'error',
        path: '/cib/configuration/constraints/rsc_order[@id="o3"]',
        message:
          'ordering cycle: "B" starts only after "A" has started (o1); ' +
          '"D" starts only after "B" has started (o2); "A" starts only after "D" has started (o3); they cannot start together (Pacemaker\'s log: "Transition failed: terminated")',
        related: [
          { path: pathOfOrder('o1'), message: '"B" starts only after "A" has started (o1)' },
          { path: pathOfOrder('o2'), message: '"D" starts only after "B" has started (o2)' },
          { path: pathOfOrder('o3'), message: '"A" starts only after "D" has started (o3)' },
        ],
        hint: 'reverse "o3", or remove it: pcs constraint delete o3; kind="Optional" or "Serialize" does not break the cycle',
      },
    ])
    expect(found('group-then-member')).toMatchObject([
      {
        message: expect.stringContaining('they cannot stop together'),
        hint: 'set symmetrical="false" on "o1", or remove it: pcs constraint delete o1',
      },
    ])
    expect(found('itself')).toMatchObject([{ hint: 'pcs constraint delete o1' }])
    expect(found('database-of-two-roles')).toMatchObject([{ severity: 'warning' }])
  })

  it('names no step of a resource that stops before it starts again', () => {
    const [finding] = orderCycleDiagnostics(
      ordered(['A', 'B'], [xml.order('o', 'A', 'B', { 'first-action': 'start', 'then-action': 'stop' })]),
    )
    expect(finding?.message).toBe(
      'ordering cycle: "B" stops only after "A" has started (o); "A" stops only after "B" has started (o); ' +
        'they cannot restart or move together (Pacemaker\'s log: "Transition failed: terminated")',
    )
  })

  it('is one finding for an order of several resources with themselves', () => {
    const both = [xml.set('s', ['A', 'B']), xml.set('t', ['B', 'A'])]
    expect(orderCycleDiagnostics(ordered(['A', 'B'], [xml.sets('rsc_order', 'o', both)]))).toMatchObject([
      {
        message: expect.stringMatching(
          /^ordering cycle: "A" .* aborts on it \(its log: "Triggered fatal assertion"\)$/,
        ),
        hint: 'pcs constraint delete o',
      },
    ])
  })

  it('are not those of a join between two large sets', () => {
    const { set, sets } = xml
    const ids = Array.from({ length: 60 }, (_, at) => `m${at}`)
    const loose = { sequential: 'false' }
    const twice = (id: string) =>
      sets('rsc_order', id, [
        set(`${id}-1`, ['both', ...ids.slice(0, 30)], loose),
        set(`${id}-2`, ['both', ...ids.slice(30)], loose),
      ])
    expect(kindsIn(ordered(['both', ...ids], [twice('o')]))).toEqual(['self'])
    expect(kindsIn(ordered(['both', ...ids], [twice('o'), twice('p')]))).toEqual(['self'])
  })

  it('with an order of a resource with itself is still shown as a cycle', () => {
    const orders = [xml.order('o1', 'A', 'B'), xml.order('o2', 'B', 'A'), xml.order('o3', 'A', 'A')]
    const found = orderCycles(ordered(['A', 'B'], orders))
    expect(found.map(({ kind, steps }) => [kind, steps.length])).toEqual([
      ['self', 1],
      ['up', 2],
    ])
  })

  it('is broken only with the orders that would take the place of the one removed', () => {
    const orders = [xml.order('o1', 'A', 'B'), xml.order('o2', 'B', 'A'), xml.order('o3', 'B', 'A')]
    expect(orderCycleDiagnostics(ordered(['A', 'B'], orders))).toMatchObject([
      { hint: expect.stringContaining('pcs constraint delete o2 o3;') },
    ])
  })
})

describeWith(
  ['crm_simulate', 'prlimit'],
  'cycles through guest and remote nodes in the real scheduler',
  () => {
    it.each(hostCases)('$name', async ({ cib, kinds }) => {
      const { hasCycle } = await simulate(textOf(allOnline(clusterOf(cib))))
      expect(hasCycle).toBe(kinds.length > 0)
    })
  },
)

describeWith(['crm_simulate', 'prlimit'], 'cycles of orders in the real scheduler', () => {
  it.each(orderCases)('$name', async ({ cib, kinds }) => {
    const { verdict } = await orderTruth(clusterOf(cib))
    expect(verdict).toBe(kinds.length > 0 ? 'cycle' : 'none')
  })
})

describeWith(['crm_simulate', 'prlimit'], 'a false alarm that stays', () => {
  it('a clone with notifications can hide a mixed cycle from the scheduler', async () => {
    const { primitive, clone, order } = xml
    const cib = (meta: Readonly<Record<string, string>>) =>
      cibText({
        resources: [primitive('A'), clone('C', primitive('c'), meta)],
        constraints: [
          order('o1', 'A', 'C'),
          order('o2', 'A', 'C', { kind: 'Serialize', 'first-action': 'start', 'then-action': 'stop' }),
        ],
        nodes: ['n1', 'n2'],
      })
    const [quiet, notified] = [clusterOf(cib({})), clusterOf(cib({ notify: 'true' }))]
    expect([kindsIn(quiet), kindsIn(notified)]).toEqual([['mixed'], ['mixed']])
    const truths = [await orderTruth(quiet), await orderTruth(notified)]
    expect(truths.map(({ verdict }) => verdict)).toEqual(['cycle', 'none'])
  })
})

it('several cycles come in the order of their resources, whichever leads to the other', () => {
  const { primitive, order } = xml
  const cib = (first: string, then: string) =>
    cibText({
      resources: ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => primitive(id)),
      constraints: [
        ...['ab', 'ba', 'cd', 'dc', 'ef', 'fe'].map(([one = '', two = '']) =>
          order(`${one}-${two}`, one, two, { symmetrical: 'false' }),
        ),
        order('between', first, then, { symmetrical: 'false' }),
        order('last', 'd', then === 'a' ? 'a' : 'e', { symmetrical: 'false' }),
      ],
    })
  const firsts = (text: string) => orderCycles(clusterOf(text)).map(({ steps }) => steps[0]?.from.resource)
  expect(firsts(cib('a', 'd'))).toEqual(['a', 'c', 'e'])
  expect(firsts(cib('f', 'a'))).toEqual(['a', 'c', 'e'])
})

describeWithShared('corpus/ordering', 'cycles of orders in CIBs of known verdict', () => {
  const rows = () =>
    readFileSync(sharedPath('corpus/ordering/EXPECTED.tsv'), 'utf8')
      .split('\n')
      .map((line) => line.split('\t'))
      .filter(([, kind]) => kind === 'order')

  it('are found in every one, and in no other', () => {
    const verdicts = rows().map(([file = '', , expected]) => {
      const cluster = clusterOf(readFileSync(sharedPath(`corpus/ordering/${file}`), 'utf8'))
      return { file, expected, found: kindsIn(cluster).length > 0 ? 'CYCLE' : 'NOCYCLE' }
    })
    expect(verdicts.length).toBeGreaterThan(0)
    expect(verdicts.filter(({ expected, found }) => expected !== found)).toEqual([])
  })
})
