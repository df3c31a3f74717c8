import { noSinglePoint, requireStartsAfter } from 'lightcib'
import 'lightcib/vitest'
import { expect, test } from 'vitest'
import cluster from './cluster.js'

test('the cluster starts and stops without an ordering cycle', () => {
  expect(cluster).toHaveNoOrderCycle()
})

test('the address of the shop is only where HAProxy answers', () => {
  expect(cluster).toRunOnlyWith('vip', 'haproxy-clone')
})

test('the export starts on its volume, and waits for nothing of the shop', () => {
  expect(cluster).toStartAfter('exporter', 'volume')
  expect(cluster).toRunOnlyWith('exporter', 'volume')
  expect(cluster).not.toStartAfter('exporter', 'haproxy-clone')
})

test('the policies of the cluster and of the company are kept', () => {
  expect(cluster).toPassPolicies()
  expect(cluster).toPassPolicies([noSinglePoint(), requireStartsAfter('exporter', 'volume')])
})
