import {
  type Cluster,
  check,
  clone,
  cluster,
  colocation,
  light,
  ocf,
  order,
  orderSets,
  type Policy,
  primitive,
  promotable,
  readCib,
  reduce,
  requireNeverRunsWith,
  requireRunsOnlyWith,
  requireStartsAfter,
  systemd,
  toBootstrap,
  vipWithHaproxy,
  writeCib,
} from 'lightcib'
import { describe, expect, test } from 'vitest'

/** The cluster as it is after a round trip through its CIB. */
function asRead(declared: Cluster): Cluster {
  const read = readCib(writeCib(declared).output ?? '')
  if (!read.ok) throw new Error('the CIB cannot be read')
  return read.output
}

const vip = ocf.heartbeat.IPaddr2('vip', { ip: '192.0.2.6' })
const haproxy = clone(systemd('haproxy'))
const database = promotable(primitive('db', 'ocf:pacemaker:Stateful'))
const [a, b] = [primitive('a', 'ocf:pacemaker:Dummy'), primitive('b', 'ocf:pacemaker:Dummy')]

interface Case {
  readonly name: string
  readonly cluster: Cluster
  readonly policies?: readonly Policy[]
  readonly dsl: string
  readonly cib: string
}

const ofTwo = (...constraints: ReturnType<typeof order<'a' | 'b', 'a' | 'b'>>[]) =>
  cluster({ properties: { 'stonith-enabled': false }, resources: [a, b], constraints })

const cases: readonly Case[] = [
  {
    name: 'order-cycle',
    cluster: ofTwo(order('a', 'b'), order('b', 'a')),
    dsl: "reverse order('b', 'a'), or remove it; kind: 'Optional' or 'Serialize' does not break the cycle",
    cib: 'reverse "order-b-a-mandatory", or remove it: pcs constraint delete order-b-a-mandatory; kind="Optional" or "Serialize" does not break the cycle',
  },
  {
    name: 'order-cycle of an order with itself',
    cluster: ofTwo(order('a', 'a')),
    dsl: "remove order('a', 'a')",
    cib: 'pcs constraint delete order-a-a-mandatory',
  },
  {
    name: 'order-cycle through sets',
    cluster: cluster({
      resources: [a, b],
      constraints: [orderSets([{ resources: ['a', 'b'] }], { id: 'ab' }), order('b', 'a', { id: 'ba' })],
    }),
    dsl: "reverse order('b', 'a'), or remove it; kind: 'Optional' or 'Serialize' does not break the cycle",
    cib: 'reverse "ba", or remove it: pcs constraint delete ba; kind="Optional" or "Serialize" does not break the cycle',
  },
  {
    name: 'order-missing-then-action',
    cluster: cluster({
      resources: [database, a],
      constraints: [order(database, a, { firstAction: 'promote', thenAction: null })],
    }),
    dsl: "add { thenAction: 'start' }",
    cib: 'add then-action="start"',
  },
  {
    name: 'order-not-promotable',
    cluster: ofTwo(order('a', 'b', { firstAction: 'promote' })),
    dsl: 'order the start or stop of "a", or declare it with promotable(...)',
    cib: 'order the start or stop of "a", or set promotable=true on its clone',
  },
  {
    name: 'order-serialize',
    cluster: ofTwo(order('a', 'b', { kind: 'Serialize' })),
    dsl: "use { kind: 'Optional' } to order the stops too",
    cib: 'use kind="Optional" to order the stops too',
  },
  {
    name: 'vip-before-service',
    cluster: cluster({ resources: [vip, haproxy], constraints: [order(vip, haproxy)] }),
    policies: [],
    dsl: "use { kind: 'Optional' }: the address starts first, and the service then runs without it",
    cib: 'use kind="Optional": the address starts first, and the service then runs without it',
  },
  {
    name: 'vip-with-haproxy',
    cluster: cluster({ resources: [vip, haproxy] }),
    dsl: "add colocation('vip', 'haproxy-clone')",
    cib: 'pcs constraint colocation add vip with haproxy-clone INFINITY',
  },
  {
    name: 'vip-with-haproxy without HAProxy',
    cluster: cluster({ resources: [vip] }),
    policies: [vipWithHaproxy()],
    dsl: "add a resource that runs HAProxy, or an exception: vipWithHaproxy({ except: { 'vip': 'why' } })",
    cib: 'add a resource that runs HAProxy, or name what does, and the virtual IPs to check: --policy vip-with-haproxy=VIP,...,haproxy=ID',
  },
  {
    name: 'runs-only-with',
    cluster: ofTwo(),
    policies: [requireRunsOnlyWith('a', 'b')],
    dsl: "add colocation('a', 'b')",
    cib: 'pcs constraint colocation add a with b INFINITY',
  },
  {
    name: 'never-runs-with',
    cluster: ofTwo(),
    policies: [requireNeverRunsWith('a', 'b')],
    dsl: "add colocation('a', 'b', { score: '-INFINITY' })",
    cib: 'pcs constraint colocation add a with b -INFINITY',
  },
  {
    name: 'starts-after',
    cluster: ofTwo(),
    policies: [requireStartsAfter('a', 'b')],
    dsl: "add order('b', 'a')",
    cib: 'pcs constraint order b then a',
  },
  {
    name: 'light-architecture',
    cluster: cluster({ resources: [a] }),
    policies: [light()],
    dsl: "let systemd run the service, or list it: light({ services: ['a', ...] })",
    cib: 'let systemd run the service, or list it: --policy light=SERVICE,...',
  },
]

describe('a hint is written in the language of the cluster', () => {
  test.each(cases)('$name', ({ name, cluster: declared, policies, dsl, cib }) => {
    const code = name.split(' ')[0]
    const hints = (of: Cluster) =>
      check(of, policies && { policies }).flatMap((finding) => (finding.code === code ? [finding.hint] : []))
    expect([hints(declared), hints(asRead(declared))]).toEqual([[dsl], [cib]])
  })

  test('bootstrap-incomplete', () => {
    const nameless = cluster({ nodes: ['node1'] })
    const hints = (of: Cluster) => toBootstrap(of).diagnostics.flatMap(({ hint }) => hint ?? [])
    expect(hints(nameless)).toEqual(["cluster({ name: 'live', nodes: ['node1', 'node2', 'node3'], ... })"])
    expect(hints(asRead(nameless))).toEqual(['set the property cluster-name'])
  })

  test('a light cluster is in the language of the full one', () => {
    const full = cluster({ properties: { 'stonith-enabled': false }, resources: [vip, haproxy, a] })
    for (const [one, hint] of [
      [full, "add colocation('vip', 'haproxy-clone')"],
      [asRead(full), 'pcs constraint colocation add vip with haproxy-clone INFINITY'],
    ] as const) {
      const reduced = reduce(one, { keep: ['vip', 'haproxy'] })
      expect(reduced.ok && check(reduced.output.light).map((finding) => finding.hint)).toEqual([hint])
    }
  })

  test('the finding is gone when the hint is followed', () => {
    const separate = ofTwo()
    const fixes = [colocation('a', 'b'), order('b', 'a')]
    const fixed = cluster({ properties: { 'stonith-enabled': false }, resources: [a, b], constraints: fixes })
    const policies = [requireRunsOnlyWith('a', 'b'), requireStartsAfter('a', 'b')]
    expect(check(separate, { policies })).toHaveLength(2)
    expect(check(fixed, { policies })).toEqual([])
  })

  test('an id in a hint is quoted where a shell would read more in it', () => {
    const hostile = cluster({ resources: [primitive("a';x", 'ocf:pacemaker:Dummy'), b] })
    const policy = requireStartsAfter("a';x", 'b')
    expect(policy.check(hostile)[0]?.hint).toBe("add order('b', 'a\\';x')")
    const read = readCib(
      '<cib validate-with="pacemaker-3.9"><configuration><crm_config/><nodes/><resources><primitive id="a\';x" class="ocf" provider="pacemaker" type="Dummy"/><primitive id="b" class="ocf" provider="pacemaker" type="Dummy"/></resources><constraints/></configuration><status/></cib>',
    )
    expect(read.output && policy.check(read.output)[0]?.hint).toBe("pcs constraint order b then 'a'\\'';x'")
  })
})
