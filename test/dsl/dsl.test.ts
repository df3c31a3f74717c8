import {
  type AttributesOption,
  attributeSet,
  attributeSetRef,
  bundle,
  check,
  clone,
  cluster,
  colocation,
  docker,
  expression,
  group,
  location,
  locationRule,
  nvpair,
  ocf,
  order,
  orderSets,
  portMapping,
  primitive,
  promotable,
  rule,
  storageMapping,
  systemd,
  writeCib,
} from 'lightcib'
import { constraintsOf } from 'lightcib/model'
import { describe, expect, test } from 'vitest'

const xmlOf = (options: Parameters<typeof cluster>[0]) => writeCib(cluster(options)).output as string
const a = primitive('a', 'ocf:pacemaker:Dummy')
const b = primitive('b', 'ocf:pacemaker:Dummy')
const c = primitive('c', 'ocf:pacemaker:Dummy')

describe('ids as pcs gives them', () => {
  test('of attributes and operations', () => {
    const vip = ocf.heartbeat.IPaddr2(
      'vip',
      { ip: '192.0.2.6' },
      {
        meta: { 'target-role': 'Stopped' },
        utilization: { cpu: 1 },
        operations: {
          monitor: [{ interval: 10 }, { interval: 10, role: 'Promoted' }, {}],
          start: { timeout: '20s' },
        },
      },
    )
    const ids = [...xmlOf({ resources: [vip] }).matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    expect(ids).toEqual([
      'vip',
      'vip-instance_attributes',
      'vip-instance_attributes-ip',
      'vip-meta_attributes',
      'vip-meta_attributes-target-role',
      'vip-monitor-interval-10',
      'vip-monitor-interval-10-1',
      'vip-monitor-interval-60s',
      'vip-start-interval-0s',
      'vip-utilization',
      'vip-utilization-cpu',
    ])
  })

  test('of properties and defaults: the first 20 letters of the name, and unique', () => {
    const xml = xmlOf({
      name: 'x',
      properties: {
        'join-integration-timeout': 1,
        ...({ 'join-integration-time': 2 } as object),
        'cluster-recheck-interval': '5min',
      },
      rscDefaults: { 'resource-stickiness': 1 },
    })
    expect(xml).toContain('id="cib-bootstrap-options-join-integration-tim" name="join-integration-timeout"')
    expect(xml).toContain('id="cib-bootstrap-options-join-integration-tim-1" name="join-integration-time"')
    expect(xml).toContain('id="cib-bootstrap-options-cluster-recheck-inte"')
    expect(xml).toContain('id="cib-bootstrap-options-cluster-name"')
    expect(xml).toContain('id="rsc_defaults-meta_attributes-resource-stickiness"')
  })

  test('of clones, bundles and what is in them', () => {
    const web = bundle('web', docker({ image: 'web', replicas: 2 }), {
      network: { portMappings: [portMapping({ port: 80 }), portMapping({ range: '100-200' })] },
      storage: [
        storageMapping({ sourceDir: '/a', targetDir: '/a' }),
        storageMapping({ sourceDir: '/b', targetDir: '/b' }),
      ],
      primitive: a,
    })
    const xml = xmlOf({ resources: [clone(b), promotable(group('g', [c])), web] })
    const found = [
      'b-clone',
      'g-clone',
      'web-port-map-80',
      'web-port-map-100-200',
      'web-storage-map',
      'web-storage-map-1',
    ]
    for (const id of found) expect(xml).toContain(`id="${id}"`)
    expect(xml).toContain('<nvpair id="g-clone-meta_attributes-promotable" name="promotable" value="true"/>')
  })

  test('of constraints', () => {
    const constraints = constraintsOf(
      cluster({
        resources: [a, b, c],
        constraints: [
          order(a, b),
          order(a, b, { firstAction: 'stop', thenAction: 'stop' }),
          order(a, b, { kind: 'Optional' }),
          orderSets([{ resources: [a, b] }, { resources: [c], sequential: false }]),
          colocation(a, b, { score: -100 }),
          location(a, 'n 1/x', -50),
          locationRule(a, rule({ score: 0 }, expression('rack', 'eq', 1))),
          locationRule({ pattern: 'x.*' }, rule({}, expression('rack', 'defined'))),
        ],
      }),
    )
    expect(constraints.map(({ id }) => id)).toEqual([
      'order-a-b-mandatory',
      'order-a-b-mandatory-1',
      'order-a-b-Optional',
      'order_set_aabbcc',
      'colocation-a-b--100',
      'location-a-n1x--50',
      'location-a',
      'location-x.',
    ])
    const xml = xmlOf({ resources: [a, b, c], constraints })
    for (const id of [
      'order_set_aabbcc_set',
      'order_set_aabbcc_set-1',
      'location-a-rule',
      'location-a-rule-expr',
    ]) {
      expect(xml).toContain(`id="${id}"`)
    }
  })

  test('an id that was given stays, and what is made up gives way', () => {
    const ids = constraintsOf(
      cluster({ resources: [a, b], constraints: [order(a, b), order(b, a, { id: 'order-a-b-mandatory' })] }),
    ).map(({ id }) => id)
    expect(ids).toEqual(['order-a-b-mandatory-1', 'order-a-b-mandatory'])
  })
})

test('a set may have its own id, score and rule, its nvpairs their own ids', () => {
  const meta = [
    attributeSet([nvpair({ id: 'n', name: 'priority', value: 1 })], {
      id: 'night',
      score: 2,
      rule: rule({}, expression('#uname', 'eq', 'n1')),
    }),
    { priority: 5 },
  ]
  const xml = xmlOf({ resources: [systemd('x', { meta })] })
  expect(xml).toContain('<meta_attributes id="night" score="2">')
  expect(xml).toContain('<rule id="night-rule">')
  expect(xml).toContain('<nvpair id="n" name="priority" value="1"/>')
  expect(xml).toContain('<nvpair id="x-meta_attributes-priority" name="priority" value="5"/>')
})

describe('promotable', () => {
  const made = (meta: AttributesOption) =>
    promotable(a, { meta }).metaAttributes.map(({ id, nvpairs }) => [id, nvpairs.map(({ name }) => name)])

  test('adds to the meta attributes that it is given, in each form', () => {
    expect(made({ notify: true })).toEqual([['a-clone-meta_attributes', ['notify', 'promotable']]])
    expect(made(attributeSet({ notify: true }, { id: 'x' }))).toEqual([['x', ['notify', 'promotable']]])
    expect(made([])).toEqual([['a-clone-meta_attributes', ['promotable']]])
  })

  test('adds to a set that is always in effect, never to one with a rule', () => {
    const ruled = attributeSet({ priority: 1 }, { rule: rule({}, expression('#uname', 'eq', 'n1')) })
    expect(made([ruled, { notify: true }])).toEqual([
      ['a-clone-meta_attributes', ['priority']],
      ['a-clone-meta_attributes-1', ['notify', 'promotable']],
    ])
    expect(made([ruled, attributeSetRef('elsewhere')])).toEqual([
      ['a-clone-meta_attributes', ['priority']],
      [undefined, []],
      ['a-clone-meta_attributes-1', ['promotable']],
    ])
  })
})

test('a group without members is a finding', () => {
  const none: ReturnType<typeof systemd>[] = []
  expect(
    check(cluster({ properties: { 'stonith-enabled': false }, resources: [group('g', none)] })),
  ).toMatchObject([{ code: 'missing-element', path: '/cib/configuration/resources/group[@id="g"]' }])
})

test('null leaves out what a builder would fill in', () => {
  const xml = xmlOf({
    resources: [a, b],
    constraints: [order(a, b, { firstAction: null, thenAction: null }), colocation(a, b, { score: null })],
  })
  expect(xml).toContain('<rsc_order id="order-a-b-mandatory" first="a" then="b"/>')
  expect(xml).toContain('<rsc_colocation id="colocation-a-b-INFINITY" rsc="a" with-rsc="b"/>')
})

test('an agent without a class is a mistake of the caller', () => {
  expect(() => primitive('x', 'IPaddr2')).toThrow(TypeError)
})
