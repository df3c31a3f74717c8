import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Cluster, clone, cluster, colocation, ocf, order, systemd, writeCib } from 'lightcib'
import { expect, test } from 'vitest'
import 'lightcib/vitest'
import light from '../../fixtures/scenarios/light/cluster.js'
import mitaka from '../../fixtures/scenarios/mitaka-full/cluster.js'
import { root } from '../support/tools.js'

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
): Cluster => cluster({ resources: [vip, haproxy], constraints: constraints as never })

test('toHaveNoOrderCycle', () => {
  expect(mitaka).toHaveNoOrderCycle()
  const circle = withConstraints(order(vip, haproxy), order(haproxy, vip))
  expect(circle).not.toHaveNoOrderCycle()
  expect(failureOf(() => expect(circle).toHaveNoOrderCycle())).toContain('order-haproxy-clone-vip-mandatory')
})

test('toStartBefore', () => {
  expect(mitaka).toStartBefore('galera-master', 'openstack-cinder-volume')
  expect(mitaka).not.toStartBefore('openstack-cinder-volume', 'galera-master')
  expect(failureOf(() => expect(light).toStartBefore('galera-master', 'openstack-cinder-volume'))).toBe(
    'nothing makes openstack-cinder-volume start after galera-master',
  )
  const said = failureOf(() =>
    expect(mitaka).not.toStartBefore('haproxy-clone', 'openstack-cinder-api-clone'),
  )
  expect(said).toContain('because of order-haproxy-clone-openstack-core-clone-mandatory')
})

test('toRunOnlyWith', () => {
  expect(light).toRunOnlyWith('ip-192.0.2.6', 'haproxy-clone')
  expect(light).toRunOnlyWith('ip-192.0.2.6', 'haproxy')
  const near = withConstraints(colocation(vip, haproxy, { score: 1000 }))
  expect(near).not.toRunOnlyWith(vip, haproxy)
  expect(failureOf(() => expect(near).toRunOnlyWith(vip, haproxy))).toContain('not-guaranteed')
})

test('toEqualCib', () => {
  expect(light).toEqualCib(readFileSync(join(root, 'fixtures/scenarios/light/cib.xml'), 'utf8'))
  const other = writeCib(light).output?.replace('value="32"', 'value="24"') as string
  expect(light).not.toEqualCib(other)
  expect(failureOf(() => expect(light).toEqualCib('<cib>'))).toContain('cannot be read')
})

test('toPassPolicies', () => {
  expect(light).toPassPolicies()
  const alone = withConstraints()
  expect(failureOf(() => expect(alone).toPassPolicies())).toContain('vip-with-haproxy')
  expect(alone).toPassPolicies([])
})
