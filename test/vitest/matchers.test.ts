import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  type Cluster,
  clone,
  cluster,
  colocation,
  failureOf as neverStops,
  ocf,
  order,
  recovers,
  requireNeverRunsWith,
  requireRunsOnlyWith,
  requireStartsAfter,
  systemd,
  vipWithHaproxy,
  writeCib,
} from 'lightcib'
import { describe, expect, test } from 'vitest'
import 'lightcib/vitest'
import light from '../../fixtures/scenarios/light/cluster.js'
import mitaka from '../../fixtures/scenarios/mitaka-full/cluster.js'
import { describeWith, root } from '../support/tools.js'

/** The message with which an assertion fails; fails itself where the assertion holds. */
function failureOf(assertion: () => void): string {
  try {
    assertion()
  } catch (error) {
    return (error as Error).message
  }
  throw new Error('the assertion holds')
}

const vip = ocf.heartbeat.IPaddr2('vip', { ip: '192.0.2.6' })
const haproxy = clone(systemd('haproxy'))
const withConstraints = (
  ...constraints: NonNullable<Parameters<typeof cluster>[0]['constraints']>
): Cluster =>
  cluster({
    properties: { 'stonith-enabled': false },
    resources: [vip, haproxy],
    constraints: constraints as never,
  })

test('toHaveNoOrderCycle fails with the orders of the cycle', () => {
  expect(mitaka).toHaveNoOrderCycle()
  const cycle = withConstraints(order(vip, haproxy), order(haproxy, vip))
  expect(cycle).not.toHaveNoOrderCycle()
  expect(failureOf(() => expect(cycle).toHaveNoOrderCycle())).toContain('order-haproxy-clone-vip-mandatory')
})

test('toStartAfter names the chain of orders, or that there is none', () => {
  expect(mitaka).toStartAfter('openstack-cinder-volume', 'galera-master')
  expect(mitaka).not.toStartAfter('galera-master', 'openstack-cinder-volume')
  expect(failureOf(() => expect(light).toStartAfter('openstack-cinder-volume', 'galera-master'))).toMatch(
    /^it is not guaranteed that "openstack-cinder-volume" starts after "galera-master": no chain of orders/,
  )
  expect(
    failureOf(() => expect(mitaka).not.toStartAfter('openstack-cinder-api-clone', 'haproxy-clone')),
  ).toContain('order-haproxy-clone-openstack-core-clone-mandatory')
})

test('toRunOnlyWith fails where the colocation does not bind', () => {
  expect(light).toRunOnlyWith('ip-192.0.2.6', 'haproxy-clone')
  expect(light).toRunOnlyWith('ip-192.0.2.6', 'haproxy')
  const near = withConstraints(colocation(vip, haproxy, { score: 1000 }))
  expect(near).not.toRunOnlyWith(vip, haproxy)
  expect(failureOf(() => expect(near).toRunOnlyWith(vip, haproxy))).toMatch(
    /^it is not guaranteed that "vip" runs only with "haproxy-clone": .*1000/,
  )
})

test('toNeverRunWith fails where nothing separates the two', () => {
  const separate = withConstraints(colocation(vip, haproxy, { score: '-INFINITY' }))
  expect(separate).toNeverRunWith(vip, haproxy)
  expect(light).not.toNeverRunWith('redis-master', 'galera-master')
  expect(failureOf(() => expect(light).toNeverRunWith('redis-master', 'galera-master'))).toMatch(
    /^it is not guaranteed that "redis-master" never runs with "galera-master": no colocation/,
  )
})

test('toEqualCib fails with the difference', () => {
  expect(light).toEqualCib(readFileSync(join(root, 'fixtures/scenarios/light/cib.xml'), 'utf8'))
  const other = writeCib(light).output?.replace('value="32"', 'value="24"') as string
  expect(light).not.toEqualCib(other)
  expect(failureOf(() => expect(light).toEqualCib(other))).toContain('differs from that of the CIB')
})

test('toPassPolicies fails with the finding and its hint in the DSL', () => {
  expect(light).toPassPolicies()
  const alone = withConstraints()
  const failure = failureOf(() => expect(alone).toPassPolicies())
  expect(failure).toContain('vip-with-haproxy: virtual IP "vip" can run without HAProxy')
  expect(failure).toContain("hint: add colocation('vip', 'haproxy-clone')")
  expect(alone).not.toPassPolicies()
  expect(alone).toPassPolicies([])
})

describe('what no resource has, and a CIB that cannot be read, fail a matcher', () => {
  test.each(['as it is', 'with not'])('%s', (how) => {
    const assertion = how === 'with not' ? expect(light).not : expect(light)
    const unknown = /"haproxi-clone".*did you mean "haproxy-clone"\?/s
    const vipId = 'ip-192.0.2.6'
    expect(failureOf(() => assertion.toStartAfter('haproxi-clone', vipId))).toMatch(unknown)
    expect(failureOf(() => assertion.toStartAfter(vipId, 'haproxi-clone'))).toMatch(unknown)
    expect(failureOf(() => assertion.toRunOnlyWith(vipId, 'haproxi-clone'))).toMatch(unknown)
    expect(failureOf(() => assertion.toNeverRunWith('haproxi-clone', vipId))).toMatch(unknown)
    for (const policy of [
      requireStartsAfter(vipId, 'haproxi-clone'),
      requireRunsOnlyWith(vipId, 'haproxi-clone'),
      requireNeverRunsWith('haproxi-clone', vipId),
      vipWithHaproxy({ haproxy: 'haproxi-clone' }),
    ]) {
      expect(failureOf(() => assertion.toPassPolicies([policy]))).toMatch(unknown)
    }
    expect(failureOf(() => assertion.toEqualCib('<cib>'))).toContain('the CIB cannot be read')
  })
})

describeWith(['crm_simulate'], 'toKeep', () => {
  test('asks the scheduler, and fails with the event that breaks it', async () => {
    const broken = withConstraints(colocation(vip, haproxy))
    await expect(broken).toKeep(requireRunsOnlyWith(vip, haproxy))
    await expect(broken).not.toKeep(recovers(vip, { within: 3 }))
    const failed = expect(broken).toKeep(neverStops('haproxy').neverStops('vip'))
    await expect(failed).rejects.toThrow('failure-never-stops')
    await expect(expect(broken).not.toKeep(recovers('vpi'))).rejects.toThrow('vpi')
  })
})
