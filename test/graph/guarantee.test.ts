import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readCib } from '../../src/cib/index.js'
import { colocationGraph, runsOnlyWith } from '../../src/graph/index.js'
import type { Cluster } from '../../src/model/index.js'
import { cibText, xml } from '../support/cib-text.js'
import { describeWithShared, sharedPath } from '../support/tools.js'

const { primitive, group, clone, bundle, order, colocation, location, set, sets } = xml

const clusterOf = (resources: readonly string[], constraints: readonly string[], properties = {}) =>
  readCib(cibText({ resources, constraints, properties })).output as Cluster
const answer = (...parts: Parameters<typeof clusterOf>) => runsOnlyWith(clusterOf(...parts), 'vip', 'haproxy')
const verdict = (...parts: Parameters<typeof clusterOf>) => answer(...parts).verdict

const vip = primitive('vip')
const haproxy = primitive('haproxy')
const cloned = (meta = {}) => clone('haproxy-clone', haproxy, meta)
const tie = (attributes = {}) =>
  colocation('tie', 'vip', 'haproxy-clone', { score: 'INFINITY', ...attributes })

describe('a resource runs only where another runs', () => {
  it.each([
    ['a colocation with INFINITY', [vip, cloned()], [tie()]],
    ['a score at or beyond a million', [vip, cloned()], [tie({ score: '1000000' })]],
    [
      'a set, each with the one before',
      [vip, cloned()],
      [sets('rsc_colocation', 'c', [set('s', ['haproxy-clone', 'vip'])], { score: 'INFINITY' })],
    ],
    [
      'sets, the earlier with the later',
      [vip, cloned()],
      [sets('rsc_colocation', 'c', [set('s', ['vip']), set('t', ['haproxy-clone'])], { score: 'INFINITY' })],
    ],
    ['a place after it in a group', [group('g', [haproxy, vip])], []],
    [
      'a group of it that is placed so',
      [group('g', [primitive('x'), vip]), cloned()],
      [colocation('c', 'g', 'haproxy-clone')],
    ],
    [
      'a group that contains the other',
      [vip, group('g', [haproxy, primitive('x')])],
      [colocation('c', 'vip', 'g')],
    ],
    [
      'a chain',
      [vip, primitive('x'), cloned()],
      [colocation('c', 'vip', 'x'), colocation('d', 'x', 'haproxy-clone')],
    ],
    [
      'a role of what has roles',
      [vip, clone('haproxy-clone', primitive('haproxy', {}, 'Stateful'), { promotable: 'true' })],
      [tie({ 'with-rsc-role': 'Promoted' })],
    ],
    ['a role of what has none, if it is cloned', [vip, cloned()], [tie({ 'with-rsc-role': 'Promoted' })]],
    ['a node attribute, if the other is cloned', [vip, cloned()], [tie({ 'node-attribute': 'site' })]],
    ['a name inside the clone, once it has run', [vip, cloned()], [colocation('c', 'vip', 'haproxy')]],
    [
      'an interleaved clone after another that it is placed with',
      [vip, clone('base', primitive('b')), cloned({ interleave: 'true' })],
      [tie(), order('o', 'base', 'haproxy-clone'), colocation('c', 'haproxy-clone', 'base')],
    ],
    [
      'a cycle that the resource opens',
      [vip, haproxy],
      [colocation('c', 'vip', 'haproxy'), colocation('d', 'haproxy', 'vip')],
    ],
  ] as const)('by %s', (_, resources, constraints) => {
    expect(verdict(resources, constraints)).toBe('guaranteed')
  })

  it('also a bundle, by its container', () => {
    const cluster = clusterOf(
      [vip, bundle('haproxy', { replicas: '3' })],
      [colocation('c', 'vip', 'haproxy')],
    )
    expect(runsOnlyWith(cluster, 'vip', 'haproxy').verdict).toBe('guaranteed')
  })
})

describe('a resource may run without another', () => {
  it.each([
    ['no colocation names them', [vip, cloned()], [], /no colocation places "vip" with "haproxy"/],
    [
      'the colocation has the opposite direction',
      [vip, cloned()],
      [colocation('c', 'haproxy-clone', 'vip')],
      /"haproxy" is placed with "vip", and not "vip" with "haproxy"/,
    ],
    [
      'the score is finite',
      [vip, cloned()],
      [tie({ score: '999999' })],
      /score is 999999, and only INFINITY/,
    ],
    ['there is no score', [vip, cloned()], [colocation('c', 'vip', 'haproxy-clone', {})], /no colocation/],
    ['the score is none', [vip, cloned()], [tie({ score: 'infinity' })], /no colocation/],
    [
      'the set has no sequence',
      [vip, cloned()],
      [
        sets('rsc_colocation', 'c', [set('s', ['haproxy-clone', 'vip'], { sequential: 'false' })], {
          score: 'INFINITY',
        }),
      ],
      /no colocation/,
    ],
    [
      'the set is listed the other way',
      [vip, cloned()],
      [
        sets('rsc_colocation', 'c', [set('s', ['haproxy-clone', 'vip'], { ordering: 'listed' })], {
          score: 'INFINITY',
        }),
      ],
      /placed with "vip"/,
    ],
    ['it comes first in the group', [group('g', [vip, haproxy])], [], /placed with "vip"/],
    [
      'the group is not collocated',
      [group('g', [haproxy, vip], { collocated: 'false' })],
      [],
      /no colocation/,
    ],
    [
      'a link of the chain is weak',
      [vip, primitive('x'), cloned()],
      [colocation('c', 'vip', 'x'), colocation('d', 'x', 'haproxy-clone', { score: '500' })],
      /"d" does not bind: its score is 500/,
    ],
    [
      'only a role of it is colocated',
      [vip, cloned()],
      [tie({ 'rsc-role': 'Promoted' })],
      /only for the role Promoted of "vip"/,
    ],
    [
      'the other never has the role',
      [vip, haproxy],
      [colocation('c', 'vip', 'haproxy', { score: 'INFINITY', 'with-rsc-role': 'Promoted' })],
      /"haproxy" never has the role Promoted/,
    ],
    [
      'only an earlier member is meant',
      [vip, group('g', [primitive('x'), haproxy])],
      [colocation('c', 'vip', 'x')],
      /no colocation places "vip" with "haproxy"/,
    ],
    [
      'the cycle opens at the other',
      [haproxy, vip],
      [colocation('c', 'vip', 'haproxy'), colocation('d', 'haproxy', 'vip')],
      /closes a cycle/,
    ],
    [
      'only a later member is colocated',
      [group('g', [vip, primitive('x')]), cloned()],
      [colocation('c', 'x', 'haproxy-clone')],
      /only "x", a later member of "g".*Pacemaker 3\.0 does bind it/s,
    ],
    [
      'the group inside a clone is named',
      [vip, clone('haproxy-clone', group('g', [haproxy]))],
      [colocation('c', 'vip', 'g')],
      /no colocation/,
    ],
    [
      'it is disabled inside a cloned group',
      [
        vip,
        clone(
          'haproxy-clone',
          group('g', [primitive('x'), primitive('haproxy', { 'target-role': 'Stopped' })]),
        ),
      ],
      [tie()],
      /"haproxy" is disabled, and "haproxy-clone" counts as placed/,
    ],
    [
      'the other never starts',
      [vip, haproxy, primitive('x')],
      [colocation('c', 'vip', 'haproxy'), order('o', 'haproxy', 'x'), order('p', 'x', 'haproxy')],
      /^an ordering cycle keeps "haproxy" from starting, and it counts as placed/,
    ],
    [
      'it is not managed',
      [primitive('vip', { 'is-managed': 'false' }), cloned()],
      [tie()],
      /"vip" is not managed/,
    ],
    [
      'what is between is not managed',
      [vip, primitive('x', { 'is-managed': 'false' }), cloned()],
      [colocation('c', 'vip', 'x'), colocation('d', 'x', 'haproxy-clone')],
      /"x" is not managed/,
    ],
  ] as const)('where %s', (_, resources, constraints, reason) => {
    const found = answer(resources, constraints)
    expect(found.verdict).not.toBe('guaranteed')
    expect(found.reason).toMatch(reason)
  })

  it('where the cluster is in maintenance', () => {
    const found = answer([vip, cloned()], [tie()], { 'maintenance-mode': 'true' })
    expect(found).toMatchObject({
      verdict: 'not-guaranteed',
      reason: expect.stringContaining('maintenance mode'),
    })
  })

  it('where an interleaved clone starts after another that can be missing', () => {
    const resources = [vip, clone('base', primitive('b')), cloned({ interleave: 'true' })]
    const constraints = [tie(), order('o', 'base', 'haproxy-clone'), location('l', 'vip', 'n2', '100')]
    expect(answer(resources, constraints)).toMatchObject({
      verdict: 'not-guaranteed',
      counterexample: {
        failed: 'b',
        states: { n1: 'up', n2: 'failed', n3: 'up' },
        rsc: ['n2'],
        withRsc: ['n1', 'n3'],
      },
    })
  })

  it('where only the container around it is looked at', () => {
    const inside = bundle('web', { replicas: '3' }, haproxy)
    const cluster = clusterOf([vip, inside], [colocation('c', 'vip', 'web')])
    expect(runsOnlyWith(cluster, 'vip', 'haproxy')).toMatchObject({
      verdict: 'not-guaranteed',
      reason: expect.stringContaining('the container of "web" goes on running when "haproxy" in it fails'),
    })
  })
})

describe('the answer', () => {
  it('shows a state in which it breaks, in words too', () => {
    expect(answer([vip, cloned()], [tie({ score: '1000' })])).toEqual({
      verdict: 'not-guaranteed',
      reason:
        'the colocation "tie" does not bind: its score is 1000, and only INFINITY (1000000) binds; ' +
        'for example, with n1 and n2 down and "haproxy" failed on n3, "vip" runs on n3 and "haproxy" nowhere',
      counterexample: {
        states: { n1: 'down', n2: 'down', n3: 'failed' },
        failed: 'haproxy',
        rscFailed: [],
        rsc: ['n3'],
        withRsc: [],
      },
    })
  })

  it('names a state that comes once a ticket is granted', () => {
    const ticket = '<rsc_ticket id="t" rsc="vip" ticket="site" loss-policy="stop"/>'
    expect(answer([vip, haproxy], [ticket])).toEqual({
      verdict: 'not-guaranteed',
      reason:
        'no colocation places "vip" with "haproxy"; for now, "vip" runs on no node: the ticket "site" is not granted; ' +
        'for example, once the cluster has "site", with n1 and n2 down and "haproxy" failed on n3, "vip" runs on n3 and "haproxy" nowhere',
    })
    expect(answer([vip, haproxy], [ticket.replace('vip', 'haproxy')]).reason).not.toContain('once the')
  })

  it('names no state where a role is asked of', () => {
    const database = clone('db-clone', primitive('db', {}, 'Stateful'), { promotable: 'true' })
    expect(runsOnlyWith(clusterOf([database, haproxy], []), 'db', 'haproxy', { role: 'Promoted' })).toEqual({
      verdict: 'not-guaranteed',
      reason: 'no colocation places "db" with "haproxy"',
    })
  })

  it('names the release of Pacemaker that differs, and only then', () => {
    const later = [group('g', [vip, primitive('x')]), haproxy]
    const found = answer(later, [colocation('c', 'x', 'haproxy')])
    expect(found.onlyIn).toBe('3.0')
    expect(found.reason).toMatch(/; Pacemaker 3\.0 does bind it$/)
    const both = answer(later, [])
    expect(both).not.toHaveProperty('onlyIn')
    expect(both.reason).not.toContain('Pacemaker')
  })

  it('keeps quorum in that state where quorum counts', () => {
    const { counterexample } = answer([vip, cloned()], [tie({ score: '1000' })], {
      'no-quorum-policy': 'stop',
    })
    expect(Object.values(counterexample?.states ?? {})).toEqual(['failed', 'failed', 'failed'])
  })

  it('reports what is guaranteed at rest only', () => {
    expect(answer([vip, cloned()], [tie()])).toMatchObject({ verdict: 'guaranteed', atRestOnly: true })
    expect(answer([vip, cloned()], [tie(), order('o', 'haproxy-clone', 'vip')])).not.toHaveProperty(
      'atRestOnly',
    )
    expect(answer([group('g', [haproxy, vip])], [])).not.toHaveProperty('atRestOnly')
  })

  it('reports what never runs', () => {
    const apart = colocation('apart', 'vip', 'haproxy-clone', { score: '-INFINITY' })
    expect(answer([vip, cloned()], [tie(), apart])).toMatchObject({ verdict: 'never-runs' })
  })

  it('is guaranteed for a resource with itself', () => {
    expect(runsOnlyWith(clusterOf([vip], []), 'vip', 'vip')).toEqual({
      verdict: 'guaranteed',
      reason: '"vip" is the same resource',
    })
  })
})

describe('the graph of colocations', () => {
  it('has an edge for each, with what is wrong with it', () => {
    const cluster = clusterOf(
      [group('g', [primitive('a'), primitive('b')]), vip, cloned()],
      [tie(), colocation('weak', 'g', 'haproxy-clone', { score: '5' })],
    )
    expect(
      colocationGraph(cluster).map(({ constraint, ...edge }) => ({ ...edge, constraint: constraint?.id })),
    ).toEqual([
      { dependent: 'vip', primary: 'haproxy-clone', score: 1000000, constraint: 'tie' },
      {
        dependent: 'g',
        primary: 'haproxy-clone',
        score: 5,
        constraint: 'weak',
        exception: expect.stringContaining('its score is 5'),
      },
      { dependent: 'b', primary: 'a', score: 1000000, constraint: undefined },
    ])
  })
})

describeWithShared('corpus/ordering', 'guarantees in CIBs of known behaviour', () => {
  const expected: Readonly<Record<string, string>> = {
    KEPT: 'guaranteed',
    BROKEN: 'not-guaranteed',
    'NEVER-RUNS': 'never-runs',
  }

  it('are as the real scheduler behaves', () => {
    const rows = readFileSync(sharedPath('corpus/ordering/EXPECTED.tsv'), 'utf8').split('\n')
    const judged = rows.flatMap((row) => {
      const [file = '', kind = '', truth = ''] = row.split('\t')
      if (!kind.startsWith('coloc') || expected[truth] === undefined) return []
      const text = readFileSync(sharedPath(`corpus/ordering/${file}`), 'utf8')
      const service = text.includes('id="haproxy"') ? 'haproxy' : 'haproxy-bundle'
      const found = runsOnlyWith(readCib(text).output as Cluster, 'VIP', service)
      return [{ file, expected: expected[truth], found: found.verdict }]
    })
    expect(judged.length).toBeGreaterThan(0)
    expect(judged.filter((row) => row.expected !== row.found)).toEqual([])
  })
})
