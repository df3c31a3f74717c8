import { describe, expect, it } from 'vitest'
import { check } from '../../src/check/index.js'
import { readCib } from '../../src/cib/index.js'
import { orderCycles, runsOnlyWith } from '../../src/graph/index.js'
import type { Cluster } from '../../src/model/index.js'
import { cibText, xml } from '../support/cib-text.js'
import { colocationTruth } from '../support/colocation-oracle.js'
import { orderTruth } from '../support/order-oracle.js'
import { describeWith } from '../support/tools.js'

const { primitive, order, set, sets } = xml
const reference = (id: string) => `<resource_set id-ref="${id}"/>`
const three = ['db', 'app', 'web'].map((id) => primitive(id))
const clusterOf = (resources: readonly string[], constraints: readonly string[]) =>
  readCib(cibText({ resources, constraints })).output as Cluster

type Row = readonly [name: string, kinds: readonly string[], constraints: readonly string[]]

/** What comes after an `id-ref` is not what is written after it. */
const rows: readonly Row[] = [
  [
    'the set after the reference is never ordered',
    [],
    [
      sets('rsc_order', 'base', [set('front', ['db', 'app'])]),
      sets('rsc_order', 'rest', [reference('front'), set('last', ['web'])]),
      order('back', 'web', 'db'),
    ],
  ],
  [
    'the set after the one that is named is ordered',
    ['down'],
    [
      sets('rsc_order', 'base', [set('front', ['db']), set('next', ['app'])], { kind: 'Serialize' }),
      sets('rsc_order', 'rest', [reference('front'), set('last', ['web'])]),
      order('o', 'db', 'app', { 'first-action': 'stop', 'then-action': 'stop', symmetrical: 'false' }),
    ],
  ],
  [
    'a set is read again by another constraint',
    ['up'],
    [
      sets('rsc_order', 'base', [set('front', ['db']), set('next', ['app'])], { kind: 'Serialize' }),
      sets('rsc_order', 'rest', [set('head', ['web']), reference('next')], { kind: 'Serialize' }),
      order('back', 'app', 'web', { kind: 'Serialize' }),
    ],
  ],
]

describeWith(['crm_simulate', 'prlimit'], 'cycles through references of sets', () => {
  it.each(rows)('%s', async (_, kinds, constraints) => {
    const cluster = clusterOf(three, constraints)
    expect(orderCycles(cluster).map(({ kind }) => kind)).toEqual(kinds)
    expect((await orderTruth(cluster)).verdict).toBe(kinds.length === 0 ? 'none' : 'cycle')
  })

  it('take colocations to the set after the one that is named', async () => {
    const cluster = clusterOf(three, [
      sets('rsc_colocation', 'base', [set('front', ['web']), set('next', ['db'])], { score: '9' }),
      sets('rsc_colocation', 'rest', [reference('front'), set('last', ['app'])], { score: 'INFINITY' }),
    ])
    for (const [withRsc, verdict] of [
      ['app', 'not-guaranteed'],
      ['db', 'guaranteed'],
    ] as const) {
      expect(runsOnlyWith(cluster, 'web', withRsc)).toMatchObject({ verdict })
      const { violations } = await colocationTruth(cluster, 'web', withRsc)
      expect(violations.length === 0).toBe(verdict === 'guaranteed')
    }
  })
})

describe('a reference back into the own constraint', () => {
  it('is reported, and nothing else about it', () => {
    const cluster = clusterOf(three, [sets('rsc_order', 'start', [set('front', ['db']), reference('front')])])
    const codes = check(cluster, { policies: [] }).filter(({ severity }) => severity === 'error')
    expect(codes.map(({ code }) => code)).toEqual(['set-reference-loop'])
  })
})
