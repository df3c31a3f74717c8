import { expect, it } from 'vitest'
import { readCib } from '../../src/cib/index.js'
import { failureImpact, neverRuns, runsOnlyWith } from '../../src/graph/index.js'
import type { Cluster } from '../../src/model/index.js'
import { cibText, xml } from '../support/cib-text.js'
import { colocationTruth } from '../support/colocation-oracle.js'
import { inEveryState } from '../support/running-oracle.js'
import { describeWith } from '../support/tools.js'

const { primitive, group, clone, order, colocation, location } = xml

const [vip, web, log, base] = ['vip', 'web', 'log', 'base'].map((id) => primitive(id)) as [
  string,
  string,
  string,
  string,
]
const front = (meta = {}) => group('front', [web, log], meta)
const tie = (withRsc = 'front') => colocation('tie', 'vip', withRsc)
const baseFirst = (then = 'front', terms = {}) => order('o', 'base', then, terms)
const bases = clone('bases', base, { interleave: 'true' })

type Row = readonly [
  name: string,
  verdict: 'guaranteed' | 'not-guaranteed',
  resources: readonly string[],
  constraints: readonly string[],
  service?: string,
]

/** What is placed with something whose start may wait for another resource. */
const rows: readonly Row[] = [
  ['a primitive that waits', 'guaranteed', [base, web, vip], [tie('web'), baseFirst('web')]],
  ['a group that waits', 'not-guaranteed', [base, front(), vip], [tie(), baseFirst()]],
  [
    'a group that waits at its start only',
    'not-guaranteed',
    [bases, front(), vip],
    [tie(), order('o', 'bases', 'front', { symmetrical: 'false' })],
  ],
  ['a group of which a member waits', 'not-guaranteed', [base, front(), vip], [tie(), baseFirst('web')]],
  ['a member that waits', 'not-guaranteed', [base, front(), vip], [tie('log'), baseFirst('log')], 'log'],
  ['a member before one that waits', 'guaranteed', [base, front(), vip], [tie('web'), baseFirst('log')]],
  [
    'a group that waits at best',
    'guaranteed',
    [base, front(), vip],
    [tie(), baseFirst('front', { kind: 'Optional' })],
  ],
  [
    'a group that it waits for',
    'guaranteed',
    [base, front(), vip],
    [tie(), baseFirst(), order('p', 'front', 'vip')],
  ],
  [
    'a group that it waits for at its start only',
    'not-guaranteed',
    [base, front(), vip],
    [tie(), baseFirst(), order('p', 'front', 'vip', { symmetrical: 'false' })],
  ],
  [
    'a group that waits for what it waits for too',
    'guaranteed',
    [base, front(), vip],
    [tie(), baseFirst(), order('p', 'base', 'vip')],
  ],
  [
    'a group beside what it waits for',
    'guaranteed',
    [bases, front(), vip],
    [tie(), colocation('c', 'front', 'bases'), order('o', 'bases', 'front')],
  ],
  [
    'a group beside what waits itself',
    'not-guaranteed',
    [primitive('x'), bases, front(), vip],
    [tie(), colocation('c', 'front', 'bases'), order('o', 'bases', 'front'), order('p', 'x', 'bases')],
  ],
  [
    'a group with what waits',
    'not-guaranteed',
    [base, primitive('x'), front(), vip],
    [tie(), colocation('c', 'front', 'x'), baseFirst('x')],
  ],
  [
    'what is placed with a group that waits',
    'not-guaranteed',
    [base, primitive('x'), front(), vip],
    [colocation('tie', 'vip', 'x'), colocation('c', 'x', 'front'), baseFirst()],
  ],
  [
    'a clone of a group that waits',
    'guaranteed',
    [base, clone('fronts', front(), { interleave: 'true' }), vip],
    [tie('fronts'), baseFirst('fronts')],
  ],
  [
    'the member before it that waits, in any order',
    'not-guaranteed',
    [base, group('front', [web, vip], { ordered: 'false' })],
    [baseFirst('web')],
  ],
  [
    'what the member before it is placed with, in any order',
    'not-guaranteed',
    [base, web, group('back', [log, vip], { ordered: 'false' })],
    [colocation('c', 'log', 'web'), baseFirst('web')],
  ],
  [
    'a later member that may be elsewhere',
    'not-guaranteed',
    [front({ collocated: 'false' }), vip],
    [tie('log')],
    'log',
  ],
]

const clusterOf = (resources: readonly string[], constraints: readonly string[]) =>
  readCib(cibText({ resources, constraints })).output as Cluster

describeWith(['crm_simulate', 'prlimit'], 'what counts as placed before it can start', () => {
  it.each(rows.map(([name, ...row]) => [name, row] as const))(
    'is met by the real scheduler: %s',
    async (_, [verdict, resources, constraints, service = 'web']) => {
      const cluster = clusterOf(resources, constraints)
      const { violations } = await colocationTruth(cluster, 'vip', service, undefined, {}, true)
      expect(runsOnlyWith(cluster, 'vip', service).verdict).toBe(verdict)
      expect(violations.length === 0).toBe(verdict === 'guaranteed')
    },
  )

  it('keeps nothing else from running', async () => {
    const ban = ['n1', 'n2', 'n3'].map((node) => location(`l-${node}`, 'base', node, '-INFINITY'))
    const cluster = clusterOf([base, front(), vip], [tie(), baseFirst(), ...ban])
    const states = await inEveryState(cluster)
    expect(states.some((active) => (active.get('vip')?.size ?? 0) > 0)).toBe(true)
    expect(neverRuns(cluster).map(({ resource }) => resource)).toEqual(['base', 'web', 'log'])
    expect(failureImpact(clusterOf([base, front(), vip], [tie(), baseFirst()]), 'base').stopped).toEqual([
      'front',
      'web',
      'log',
    ])
  })
})
