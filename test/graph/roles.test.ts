import { describe, expect, it } from 'vitest'
import { requireRunsOnlyWith } from '../../src/check/policies/index.js'
import { policyNamed } from '../../src/check/policies/named.js'
import { readCib } from '../../src/cib/index.js'
import { type RolesAsked, runsOnlyWith } from '../../src/graph/index.js'
import type { Cluster, Policy } from '../../src/model/index.js'
import { cibText, xml } from '../support/cib-text.js'
import { colocationTruth } from '../support/colocation-oracle.js'
import { describeWith } from '../support/tools.js'

const { primitive, clone, colocation, location, order } = xml
const database = (id: string) =>
  clone(`${id}-clone`, primitive(id, {}, 'Stateful'), { promotable: 'true', interleave: 'true' })
const vip = primitive('vip')
/** The first node is the one to be promoted on. */
const scores = (id: string) =>
  ['n1', 'n2'].map((node, at) =>
    location(`p-${id}-${node}`, `${id}-clone`, node, String(9 - at), { role: 'Master' }),
  )
const tie = (attributes = {}) => colocation('tie', 'vip', 'db-clone', { score: 'INFINITY', ...attributes })
const promoted = { 'with-rsc-role': 'Promoted' }
const afterPromotion = order('o', 'db-clone', 'vip', { 'first-action': 'promote', 'then-action': 'start' })

type Row = readonly [
  name: string,
  verdict: 'guaranteed' | 'not-guaranteed',
  roles: RolesAsked,
  resources: readonly string[],
  constraints: readonly string[],
]

const rows: readonly Row[] = [
  [
    'a colocation with the promoted',
    'guaranteed',
    { withRole: 'Promoted' },
    [database('db'), vip],
    [tie(promoted)],
  ],
  [
    'the old name of the role',
    'guaranteed',
    { withRole: 'Promoted' },
    [database('db'), vip],
    [tie({ 'with-rsc-role': 'Master' })],
  ],
  [
    'a colocation with any instance',
    'not-guaranteed',
    { withRole: 'Promoted' },
    [database('db'), vip],
    [tie()],
  ],
  [
    'a colocation with the unpromoted',
    'not-guaranteed',
    { withRole: 'Promoted' },
    [database('db'), vip],
    [tie({ 'with-rsc-role': 'Unpromoted' })],
  ],
  [
    'a finite score',
    'not-guaranteed',
    { withRole: 'Promoted' },
    [database('db'), vip],
    [tie({ ...promoted, score: '700' })],
  ],
  [
    'only an order',
    'not-guaranteed',
    { withRole: 'Promoted' },
    [database('db'), vip],
    [order('o', 'db-clone', 'vip', { 'first-action': 'promote', 'then-action': 'start', kind: 'Optional' })],
  ],
  [
    'a colocation with any instance, and an order after the promotion',
    'not-guaranteed',
    { withRole: 'Promoted' },
    [database('db'), vip],
    [tie(), afterPromotion, location('l', 'vip', 'n3', '100')],
  ],
  [
    'what has no roles',
    'not-guaranteed',
    { withRole: 'Promoted' },
    [clone('db-clone', primitive('db')), vip],
    [tie(promoted)],
  ],
  [
    'a group placed with the promoted',
    'guaranteed',
    { withRole: 'Promoted' },
    [database('db'), xml.group('front', [primitive('fs'), vip])],
    [colocation('tie', 'front', 'db-clone', { score: 'INFINITY', ...promoted })],
  ],
  [
    'a promoted instance only with another',
    'guaranteed',
    { role: 'Promoted', withRole: 'Promoted' },
    [database('db'), database('vip')],
    [colocation('tie', 'vip-clone', 'db-clone', { score: 'INFINITY', 'rsc-role': 'Promoted', ...promoted })],
  ],
]

const states = [
  { n1: 'up', n2: 'up', n3: 'up' },
  { n1: 'failed', n2: 'up', n3: 'up' },
  { n1: 'failed', n2: 'failed', n3: 'up' },
  { n1: 'down', n2: 'failed', n3: 'failed' },
] as const

describeWith(['crm_simulate', 'prlimit'], 'the real scheduler and the guarantee of a role agree on', () => {
  it.each(rows)('%s', async (_, verdict, roles, resources, constraints) => {
    const all = [
      ...constraints,
      ...scores('db'),
      ...(resources.some((text) => text.includes('vip-clone')) ? scores('vip') : []),
    ]
    const cluster = readCib(cibText({ resources, constraints: all })).output as Cluster
    expect(runsOnlyWith(cluster, 'vip', 'db', roles)).toMatchObject({ verdict })
    const { violations } = await colocationTruth(cluster, 'vip', 'db', states, roles)
    expect(violations.length === 0).toBe(verdict === 'guaranteed')
  })
})

describe('a role', () => {
  const cluster = readCib(cibText({ resources: [database('db'), vip], constraints: [tie()] }))
    .output as Cluster
  const findings = (policy: Policy | object) => ('check' in policy ? policy.check(cluster) : [policy])

  it('is part of the policy and its hint', () => {
    const found = findings(requireRunsOnlyWith('vip', 'db-clone', { withRole: 'Promoted' }))
    expect(found).toMatchObject([
      {
        message: expect.stringMatching(/^"vip" can run where "db-clone" is not Promoted: /),
        hint: 'pcs constraint colocation add vip with Promoted db-clone INFINITY',
      },
    ])
    expect(findings(policyNamed('runs-only-with=vip,db-clone:Promoted'))).toEqual(found)
  })

  it('is not asked for without its name', () => {
    expect(findings(policyNamed('runs-only-with=vip,db-clone'))).toEqual([])
  })

  it.each(['vip,db-clone:Boss', 'vip,:Promoted', 'vip:,db-clone'])('is none in %s', (args) => {
    expect(policyNamed(`runs-only-with=${args}`)).toMatchObject({
      usage: expect.stringMatching(/wrong arguments/),
    })
  })

  it('is not known after a promotion where there is only one node for it', () => {
    const only = ['n2', 'n3'].map((node) => location(`l-${node}`, 'db-clone', node, '-INFINITY'))
    const all = cibText({ resources: [database('db'), vip], constraints: [tie(), afterPromotion, ...only] })
    const { verdict } = runsOnlyWith(readCib(all).output as Cluster, 'vip', 'db', { withRole: 'Promoted' })
    expect(verdict).toBe('unknown')
  })

  it('is never that of what has no roles', () => {
    expect(runsOnlyWith(cluster, 'vip', 'db', { role: 'Promoted' })).toMatchObject({
      verdict: 'never-runs',
    })
  })
})
