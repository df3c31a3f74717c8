import { type Cluster, type RawElement, readCib } from 'lightcib'
import { describe, expect, test } from 'vitest'
import { plan } from '../../src/plan/plan.js'
import { clusterOf, dummy, meta } from '../support/pcs-clusters.js'

const one = clusterOf({ resources: dummy('a') })
const codesOf = (from: Cluster, to: Cluster) =>
  plan(from, to).diagnostics.map(({ code, message }) => [code, message])

/** The cluster with the history of an operation of `a` on a node. */
function withHistory(operations: string): Cluster {
  const { output } = readCib(
    `<cib><configuration/><status><node_state id="1" uname="n1" crmd="online" in_ccm="true" join="member"><lrm id="1"><lrm_resources><lrm_resource id="a">${operations}</lrm_resource></lrm_resources></lrm></node_state></status></cib>`,
  )
  return { ...one, status: output?.status as RawElement }
}

const operation = (name: string, rc: number, more = '') =>
  `<lrm_rsc_op id="a_${name}" operation="${name}" interval="${name === 'monitor' ? '10000' : '0'}" rc-code="${rc}" op-status="0" call-id="5" ${more}/>`

describe('there is no plan', () => {
  test.each([
    [
      'a resource that is not managed',
      clusterOf({ resources: dummy('a', meta('a', { 'is-managed': 'false' })) }),
    ],
    ['a resource in maintenance', clusterOf({ resources: dummy('a', meta('a', { maintenance: 'true' })) })],
    [
      'a cluster in maintenance mode',
      clusterOf({
        properties: '<nvpair id="m" name="maintenance-mode" value="true"/>',
        resources: dummy('a'),
      }),
    ],
  ])('from %s', (_, from) => {
    const result = plan(from, one)
    expect([result.ok, result.diagnostics.map(({ code }) => code)]).toEqual([false, ['plan-unmanaged']])
  })

  test.each([
    ['a failed start', operation('start', 1)],
    ['a failed monitor', operation('monitor', 7)],
    ['a failed stop', operation('stop', 1)],
    ['an operation that timed out', operation('start', 1).replace('op-status="0"', 'op-status="2"')],
    ['a probe that failed', operation('monitor', 6).replace('10000', '0')],
  ])('from a cluster with %s', (_, operations) => {
    expect(codesOf(withHistory(operations), one)).toEqual([
      ['plan-failed', expect.stringContaining('"a" on "n1" has failed')],
    ])
  })

  test('where an id is that of another kind of element', () => {
    const group = clusterOf({ resources: `<group id="a">${dummy('b')}</group>` })
    expect(codesOf(one, group)).toEqual([
      [
        'plan-kind-changed',
        'id "a" is that of a <primitive> in the running cluster and of a <group> in the target: an element cannot change its kind',
      ],
    ])
  })
})

test.each([
  ['that runs', operation('start', 0) + operation('monitor', 0)],
  ['that was found stopped', operation('monitor', 7).replace('10000', '0')],
  ['that was stopped', operation('stop', 0)],
])('there is a plan from a cluster with a resource %s', (_, operations) => {
  expect(plan(withHistory(operations), one)).toMatchObject({ ok: true, output: { steps: [] } })
})
