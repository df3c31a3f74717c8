import {
  type Cluster,
  check,
  light,
  noSinglePoint,
  type Policy,
  readCib,
  requireNeverRunsWith,
  requireRunsOnlyWith,
  requireStartsAfter,
  vipWithHaproxy,
} from 'lightcib'
import { describe, expect, test } from 'vitest'
import { policyNamed } from '../../src/check/policies/index.js'
import { cibText, xml } from '../support/cib-text.js'

const { primitive, group, clone, order, colocation, set, sets } = xml

const address = '<primitive id="vip" class="ocf" provider="heartbeat" type="IPaddr2"/>'
const haproxy = clone('haproxy-clone', '<primitive id="haproxy" class="systemd" type="haproxy"/>')
const far = { score: '-INFINITY' }

function findings(policy: Policy, resources: readonly string[], constraints: readonly string[]): string[] {
  const cluster = readCib(cibText({ resources, constraints })).output as Cluster
  return policy.check(cluster).map(({ code, severity, message }) => `${severity} ${code}: ${message}`)
}

describe('never-runs-with', () => {
  const separate = requireNeverRunsWith('vip', 'haproxy')
  test.each([
    ['a colocation with what it is in', [address, haproxy], [colocation('c', 'vip', 'haproxy-clone', far)]],
    ['the other way round', [address, haproxy], [colocation('c', 'haproxy-clone', 'vip', far)]],
    ['a set', [address, haproxy], [sets('rsc_colocation', 'c', [set('s', ['haproxy-clone', 'vip'])], far)]],
    [
      'what it runs only with',
      [address, primitive('x'), haproxy],
      [colocation('c', 'vip', 'x'), colocation('d', 'x', 'haproxy-clone', far)],
    ],
    [
      'its group',
      [group('g', [primitive('x'), address]), haproxy],
      [colocation('c', 'g', 'haproxy-clone', far)],
    ],
  ] as const)('holds by %s', (_, resources, constraints) => {
    expect(findings(separate, resources, constraints)).toEqual([])
  })

  test.each([
    ['a finite score', [colocation('c', 'vip', 'haproxy-clone', { score: '-1000' })]],
    ['a role', [colocation('c', 'vip', 'haproxy-clone', { ...far, 'with-rsc-role': 'Promoted' })]],
    ['a colocation with another', [colocation('c', 'x', 'haproxy-clone', far)]],
  ] as const)('does not hold by %s', (_, constraints) => {
    expect(findings(separate, [address, primitive('x'), haproxy], constraints)).toEqual([
      'error never-runs-with: "vip" can run on a node of "haproxy": no colocation of -INFINITY separates "vip" from "haproxy"',
    ])
  })
})

describe('an id that no resource has', () => {
  test.each([
    ['runs-only-with', requireRunsOnlyWith('vip', 'haproxi-clone')],
    ['starts-after', requireStartsAfter('vip', 'haproxi-clone')],
    ['never-runs-with', requireNeverRunsWith('vip', 'haproxi-clone')],
    ['vip-with-haproxy', vipWithHaproxy({ haproxy: 'haproxi-clone', vips: [] })],
  ])('is an error of the policy %s', (name, policy) => {
    expect(findings(policy, [address, haproxy], [])).toContain(
      `error unknown-reference: the policy ${name} refers to "haproxi-clone": no resource has that id`,
    )
  })
})

test('light accepts constraints of sets between virtual IPs and HAProxy, and no others', () => {
  const ids = (...members: string[]) => [
    sets('rsc_colocation', 'c', [set('s', members)], { score: 'INFINITY' }),
  ]
  const resources = [address, haproxy, clone('redis-clone', primitive('redis', {}, 'redis'))]
  expect(findings(light(), resources, ids('haproxy-clone', 'vip'))).toEqual([])
  expect(findings(light(), resources, ids('haproxy-clone', 'vip', 'redis-clone'))).toEqual([
    'error light-architecture: constraint "c" is not part of the lightweight architecture',
  ])
})

test('no-single-point does not count what depends on one of several', () => {
  const resources = ['a', 'b', 'c', 'd'].map((id) => primitive(id))
  const enough = { sequential: 'false', 'require-all': 'false' }
  const all = sets('rsc_order', 'o', [set('s', ['a']), set('t', ['b', 'c', 'd'], { sequential: 'false' })])
  const some = sets('rsc_order', 'o', [set('s', ['a', 'b'], enough), set('t', ['c', 'd'])])
  expect(findings(noSinglePoint(), resources, [all])).toHaveLength(1)
  expect(findings(noSinglePoint(), resources, [some])).toEqual([])
})

test('starts-after is met by orders through groups and promotions', () => {
  const roles = clone('m-clone', primitive('m', {}, 'Stateful'), { promotable: 'true' })
  const constraints = [
    order('o', 'm-clone', 'g', { 'first-action': 'promote', 'then-action': 'start' }),
    order('p', 'g', 'vip', { kind: 'Optional' }),
  ]
  expect(
    findings(requireStartsAfter('vip', 'm'), [roles, group('g', [primitive('x')]), address], constraints),
  ).toEqual([])
})

describe('vip-with-haproxy', () => {
  const ofFuel = [
    '<primitive id="vip" class="ocf" provider="fuel" type="ns_IPaddr2"/>',
    clone('lb-clone', '<primitive id="lb" class="ocf" provider="fuel" type="ns_haproxy"/>'),
  ]
  const policyOf = (text: string) => policyNamed(text) as Policy

  test.each([
    ['agents of other providers', ofFuel],
    [
      'IPv6 and an instance of a unit',
      [
        '<primitive id="vip" class="ocf" provider="heartbeat" type="IPv6addr"/>',
        clone('lb-clone', '<primitive id="lb" class="systemd" type="haproxy@public"/>'),
      ],
    ],
  ])('recognises %s', (_, resources) => {
    expect(findings(policyOf('vip-with-haproxy'), resources, [])).toEqual([
      expect.stringMatching(
        /^error vip-with-haproxy: virtual IP "vip" can run without HAProxy: no colocation places/,
      ),
    ])
    expect(findings(policyOf('vip-with-haproxy'), resources, [colocation('c', 'vip', 'lb-clone')])).toEqual(
      [],
    )
  })

  test('warns where there is nothing that it could check', () => {
    expect(findings(policyOf('vip-with-haproxy'), [primitive('x')], [])).toEqual([
      'warning policy-without-subject: the policy vip-with-haproxy checks nothing: it finds no virtual IP and no HAProxy in the cluster',
    ])
    const codes = check(readCib(cibText({ resources: [primitive('x')] })).output as Cluster).map(
      ({ code }) => code,
    )
    expect(codes).not.toContain('policy-without-subject')
  })

  test('has its options on the command line', () => {
    const resources = [primitive('address'), primitive('other'), clone('lb-clone', primitive('lb'))]
    const placed = [colocation('c', 'address', 'lb-clone')]
    expect(findings(policyOf('vip-with-haproxy=address,haproxy=lb-clone'), resources, placed)).toEqual([])
    expect(findings(policyOf('vip-with-haproxy=other,haproxy=lb-clone'), resources, placed)).toHaveLength(1)
    const excepted = policyOf('vip-with-haproxy=address,other,haproxy=lb-clone,except=other')
    expect(findings(excepted, resources, placed)).toEqual([])
  })
})

describe('a policy on the command line', () => {
  test('may have blanks after its commas', () => {
    expect(policyNamed('runs-only-with=vip, haproxy-clone')).toMatchObject({ name: 'runs-only-with' })
  })

  test.each([
    ['nonsense=a', /^unknown policy "nonsense": expected one of no-order-cycle, /],
    ['runs-only-with=a', /has the wrong arguments: expected runs-only-with=RSC\[:ROLE\],WITH-RSC\[:ROLE\]$/],
    ['runs-only-with=a,', /has the wrong arguments/],
    [
      'vip-with-haproxy=vip,ha=lb',
      /has the wrong arguments: expected vip-with-haproxy\[=VIP,\.\.\.,haproxy=ID,except=VIP\]$/,
    ],
    ['vip-with-haproxy=haproxy=', /has the wrong arguments/],
    ['no-order-cycle=a', /has the wrong arguments: expected no-order-cycle$/],
    ['__proto__=a,b', /^unknown policy "__proto__"/],
  ])('%s is answered with the usage', (text, usage) => {
    expect(policyNamed(text)).toEqual({ usage: expect.stringMatching(usage) })
  })
})
