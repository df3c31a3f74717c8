import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Cluster, readCib, toDotDifference } from 'lightcib'
import { describe, expect, test } from 'vitest'
import { guaranteeDifference } from '../../src/diff/guarantees.js'
import { clusterOf, dummy } from '../support/pcs-clusters.js'
import { root } from '../support/tools.js'

const scenario = (name: string) =>
  readCib(readFileSync(join(root, 'fixtures/scenarios', name, 'cib.xml'))).output as Cluster
const [full, light] = [scenario('mitaka-full'), scenario('newton-light')]

const of = (constraints: string) =>
  clusterOf({
    nodes: ['node-1', 'node-2', 'node-3']
      .map((name, at) => `<node id="${at + 1}" uname="${name}"/>`)
      .join(''),
    resources: ['a', 'b', 'c'].map((id) => dummy(id)).join(''),
    constraints,
  })
const order = (first: string, then: string, more = '') =>
  `<rsc_order id="o-${first}-${then}" first="${first}" then="${then}" ${more}/>`
const colocation = (rsc: string, other: string, score: string) =>
  `<rsc_colocation id="c-${rsc}-${other}" rsc="${rsc}" with-rsc="${other}" score="${score}"/>`

describe('what one cluster guarantees and the other does not', () => {
  test('has an order that led through a resource that left', () => {
    const { lost, gained } = guaranteeDifference(full, light)
    expect(gained).toEqual([])
    expect(lost.map(({ guarantee, resources }) => [guarantee, ...resources])).toEqual([
      ['order', 'openstack-cinder-volume', 'haproxy-clone'],
      ['order', 'openstack-cinder-volume', 'rabbitmq-clone'],
      ['order', 'openstack-cinder-volume', 'galera-master'],
    ])
  })

  test('is the reverse with the clusters exchanged', () => {
    const [there, back] = [guaranteeDifference(full, light), guaranteeDifference(light, full)]
    expect(back).toEqual({ lost: there.gained, gained: there.lost })
  })

  test.each([
    [
      'an order',
      order('a', 'b'),
      '',
      'b starts only after a has started (Mandatory)',
      'b starts, while a has not started',
    ],
    [
      'an order that is only Optional now',
      order('a', 'b'),
      order('a', 'b', 'kind="Optional"'),
      'b starts only after a has started (Mandatory)',
      'a restarts and b stays as it is: the orders between them are Optional or apply in one direction',
    ],
    [
      'a chain of orders',
      order('a', 'b') + order('b', 'c'),
      order('b', 'c'),
      'b starts only after a has started (Mandatory)',
      'b starts, while a has not started',
    ],
    ['a colocation', colocation('a', 'b', 'INFINITY'), '', 'a runs only where b runs', undefined],
    ['an anti-colocation', colocation('a', 'b', '-INFINITY'), '', 'a never runs where b runs', undefined],
    [
      'that it runs at all',
      '',
      ['node-1', 'node-2', 'node-3']
        .map((node) => `<rsc_location id="l-${node}" rsc="a" node="${node}" score="-INFINITY"/>`)
        .join(''),
      'a can run on some node',
      undefined,
    ],
  ])('has %s', (_, before, after, statement, counterexample) => {
    const { lost, gained } = guaranteeDifference(of(before), of(after))
    expect(lost.map((one) => one.statement)).toEqual([statement])
    expect(lost[0]?.counterexample).not.toBe('')
    if (counterexample !== undefined) expect(lost[0]?.counterexample).toBe(counterexample)
    expect(gained).toEqual([])
  })
})

test('both clusters are in one graph, each box and line once', () => {
  const { output = '' } = toDotDifference(full, light)
  const removed = full.configuration.resources?.items.filter(
    ({ id }) => !light.configuration.resources?.items.some((other) => other.id === id),
  )
  expect(output.match(/^\s+ob\d+ \[label/gm)).toHaveLength(removed?.length ?? 0)
  expect(output).not.toMatch(/^\s+b\d+ \[.*#d5f0e3/m)
  for (const { id } of removed ?? []) expect(output.split(`tooltip="${id}"`)).toHaveLength(2)
  expect(toDotDifference(light, light).output).not.toMatch(/added:|removed:/)
})
