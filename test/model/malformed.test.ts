import fc from 'fast-check'
import {
  type Cluster,
  check,
  cluster,
  group,
  order,
  type Result,
  reduce,
  systemd,
  toBootstrap,
  toDot,
  toHtml,
  toMermaid,
  toPcs,
  toSource,
  toSvg,
  validateCluster,
  writeCib,
} from 'lightcib'
import * as graph from 'lightcib/graph'
import { toHandbook, toSystemd } from 'lightcib/systemd'
import { describe, expect, test } from 'vitest'
import { malformed } from '../../src/model/wellformed/malformed.js'
import { arbitraryCluster } from '../support/arbitrary-cluster.js'
import { corrupted } from '../support/corrupted.js'
import { seed } from '../support/properties.js'
import { randomOf } from '../support/random.js'

const web = cluster({ nodes: ['n1'], resources: [systemd('web')] })

/** The cluster with these resources, whatever they are. */
function withResources(...resources: readonly unknown[]): unknown {
  const { configuration } = web
  return {
    ...web,
    configuration: { ...configuration, resources: { element: 'resources', items: resources } },
  }
}

const found = (value: unknown) => malformed(value).map(({ path, message }) => `${path}: ${message}`)

describe('malformed', () => {
  test.each([
    [undefined, '/: the cluster is undefined: expected <cib>'],
    [Promise.resolve(web), '/: the cluster is a promise: expected <cib>'],
    [() => web, '/: the cluster is a function: expected <cib>'],
    [[web], '/: the cluster is an array: expected <cib>'],
    [systemd('web'), '/: the cluster is <primitive>: expected <cib>'],
    [{ element: 'cib' }, '/cib: configuration of <cib> is missing: expected <configuration>'],
    [
      { ...web, configuration: { element: 'configuration', resources: null } },
      '/cib/configuration: resources of <configuration> is null: expected <resources>',
    ],
    [{ ...web, epoch: 5 }, '/cib: epoch of <cib> is the number 5: expected text'],
    [
      { ...web, status: { name: 'status', attributes: [], children: [{ name: 'x', attributes: [['a']] }] } },
      '/cib: status.children[0].attributes[0] of <cib> is an array of 1: expected an array of 2',
    ],
    [{ ...web, services: ['web'] }, '/cib: services[0] of <cib> is the text "web": expected an object'],
    [{ ...web, policies: [light] }, '/cib: policies[0] of <cib> is a function: expected an object'],
    [
      withResources(group('g', [systemd('a'), undefined as never])),
      '/cib/configuration/resources/group[@id="g"]: members[1] of <group> is undefined: expected <primitive>',
    ],
    [
      withResources({
        ...systemd('a'),
        instanceAttributes: [{ element: 'instance_attributes', nvpairs: [order('a', 'b')] }],
      }),
      '/cib/configuration/resources/primitive[@id="a"]/instance_attributes: nvpairs[0] of <instance_attributes> is <rsc_order>: expected <nvpair>',
    ],
  ])('%#', (value, expected) => {
    expect(found(value)).toContain(expected)
  })

  function light() {}

  test('finds an element inside itself', () => {
    const rule: Record<string, unknown> = { element: 'rule', expressions: [] }
    rule.expressions = [rule]
    const set = { element: 'meta_attributes', rule, nvpairs: [] }
    expect(found(withResources({ ...systemd('a'), metaAttributes: [set] }))).toEqual([
      expect.stringMatching(/\/rule: expressions\[0\] of <rule> is an element that it is inside of/),
    ])
  })

  test('names a field that no element of that name has: it would be lost', () => {
    expect(found(withResources({ ...systemd('a'), metaAtributes: [] }))).toEqual([
      expect.stringMatching(/: metaAtributes of <primitive> is not a field of it: expected .*metaAttributes/),
    ])
  })

  test('reads what an object has from its prototype', () => {
    const like = {
      get id() {
        throw new Error('a getter')
      },
    }
    const select = Object.assign(Object.create(like), { element: 'select' })
    const lists = { metaAttributes: [], instanceAttributes: [], recipients: [] }
    const alert = { element: 'alert', id: 'a', path: '/x', ...lists, select }
    const alerts = { element: 'alerts', items: [alert] }
    const value = cluster({}) as { configuration: object }
    Object.assign(value.configuration, { alerts })
    expect(found(value)).toEqual([expect.stringContaining('select')])
    expect(() => check(value as never)).not.toThrow()
  })

  test('finds nothing in random clusters, and each of them frozen', () => {
    fc.assert(
      fc.property(arbitraryCluster, (valid) => {
        expect(found(Object.freeze(valid))).toEqual([])
      }),
    )
  })

  test('stops at a hundred findings', () => {
    expect(found(withResources(...Array.from({ length: 500 }, () => null)))).toHaveLength(100)
  })
})

/** All that takes a cluster and returns findings. */
const consumers: Readonly<Record<string, (value: Cluster) => Result<unknown> | Promise<Result<unknown>>>> = {
  writeCib: (value) => writeCib(value),
  'writeCib for a schema': (value) => writeCib(value, { schema: 'pacemaker-4.0' }),
  toPcs: (value) => toPcs(value),
  toBootstrap: (value) => toBootstrap(value),
  toSystemd: (value) => toSystemd(value),
  toHandbook: (value) => toHandbook(value),
  toSource,
  toDot: (value) => toDot(value),
  toMermaid: (value) => toMermaid(value),
  toSvg: (value) => toSvg(value),
  toHtml: (value) => toHtml(value),
  reduce: (value) => reduce(value, { keep: ['a'] }),
}

const questions: Readonly<Record<string, (value: Cluster) => unknown>> = {
  orderCycles: graph.orderCycles,
  startPlan: graph.startPlan,
  impliedOrders: graph.impliedOrders,
  startsAfter: (value) => graph.startsAfter(value, 'a', 'b'),
  runsOnlyWith: (value) => graph.runsOnlyWith(value, 'a', 'b'),
  neverRunsWith: (value) => graph.neverRunsWith(value, 'a', 'b'),
  colocationGraph: graph.colocationGraph,
  failureImpact: (value) => graph.failureImpact(value, 'a'),
  neverRuns: (value) => graph.neverRuns(value),
}

const runs = Number(process.env.FUZZ) || 300

test(`what takes a cluster reports each of ${runs} corrupted ones, and never fails`, async () => {
  const random = randomOf(seed)
  const clusters = fc.sample(arbitraryCluster, { seed, numRuns: 20 })
  let malformedOnes = 0
  for (let run = 0; run < runs; run++) {
    const value = corrupted(random.pick(clusters), random) as Cluster
    const findings = malformed(value)
    if (findings.length === 0) {
      expect(() => check(value)).not.toThrow()
      continue
    }
    malformedOnes++
    expect(check(value)).toEqual(findings)
    expect(validateCluster(value)).toEqual(findings)
    for (const consume of Object.values(consumers)) {
      expect(await consume(value)).toEqual({ ok: false, diagnostics: findings })
    }
    for (const ask of Object.values(questions)) expect(() => ask(value)).toThrow(findings[0]?.message)
  }
  expect(malformedOnes).toBeGreaterThan(runs / 2)
}, 600_000)
