import {
  bundle,
  type Cluster,
  check,
  clone,
  cluster,
  group,
  hasErrors,
  order,
  orderSets,
  podman,
  primitive,
  primitiveOf,
  systemd,
  template,
} from 'lightcib'
import { systemdServices, toSystemd } from 'lightcib/systemd'
import { describe, expect, test } from 'vitest'
import full from '../../fixtures/scenarios/mitaka-full/cluster.js'
import light from '../../fixtures/scenarios/newton-light/cluster.js'
import { hostileTexts } from '../support/hostile.js'

const services = (light: Cluster, options: Parameters<typeof systemdServices>[1] = {}) =>
  systemdServices(light, options).output ?? []
const units = (...given: Parameters<typeof services>) => services(...given).map(({ unit }) => unit)
const empty = cluster({ resources: [] })

describe('what left Pacemaker', () => {
  test('is what the full cluster runs and the light one does not, by unit', () => {
    const renamed = cluster({ resources: [clone(systemd('proxy', { unit: 'haproxy' }))] })
    const before = cluster({
      resources: [
        systemd('haproxy'),
        group('web', [systemd('api.socket'), systemd('api')]),
        clone(systemd('worker@1')),
      ],
    })
    expect(units(renamed, { full: before })).toEqual(['api.socket', 'api.service', 'worker@1.service'])
  })

  test('is not what Pacemaker runs in containers', () => {
    const before = cluster({
      resources: [
        bundle('web', podman({ image: 'web:1' }), { primitive: systemd('inside') }),
        systemd('outside'),
      ],
    })
    expect(units(empty, { full: before })).toEqual(['outside.service'])
  })

  test('is not what went into a bundle', () => {
    const before = cluster({
      resources: [clone(systemd('haproxy')), systemd('volume', { unit: 'cinder-volume' }), systemd('web')],
    })
    const after = cluster({
      resources: [
        bundle('haproxy-bundle', podman({ image: 'a:1' })),
        bundle('cinder-volume', podman({ image: 'b:1' })),
      ],
    })
    expect(units(after, { full: before })).toEqual(['web.service'])
  })

  test('is not what is disabled, unless the light cluster declares it', () => {
    const stopped = clone(systemd('web'), { meta: { 'target-role': 'Stopped' } })
    const before = cluster({ resources: [stopped, clone(systemd('api'))] })
    expect(units(empty, { full: before })).toEqual(['api.service'])
    expect(units(cluster({ services: ['web'] }), { full: before })).toEqual(['api.service', 'web.service'])
  })

  test('that did not run on every node is reported, and only that', () => {
    const codes = systemdServices(light, { full }).diagnostics.map(({ code }) => code)
    expect(codes).toEqual(['systemd-marker', 'systemd-marker', 'systemd-retries-unknown'])
  })

  test('has the timeouts of its operations, of its template or the default of operations', () => {
    const before = cluster({
      opDefaults: { timeout: '1min' },
      resources: [
        template(
          'slow',
          'systemd:slow',
          {},
          { operations: { start: { timeout: '300' }, stop: { timeout: '90s' } } },
        ),
        primitiveOf('a', 'slow', {}, { operations: { stop: { timeout: '1500ms' } } }),
        systemd('b', { operations: { start: { timeout: '2m' } } }),
        systemd('c', { operations: { stop: { timeout: '0' } } }),
      ],
    })
    expect(
      services(empty, { full: before }).map(({ unit, timeoutStartSec, timeoutStopSec }) => [
        unit,
        timeoutStartSec,
        timeoutStopSec,
      ]),
    ).toEqual([
      ['slow.service', '300s', '1500ms'],
      ['b.service', '120s', '60s'],
      ['c.service', '60s', undefined],
    ])
  })

  test('is described further by what the light cluster declares', () => {
    const before = cluster({
      resources: [systemd('web', { operations: { start: { timeout: '20s' }, stop: { timeout: '30s' } } })],
    })
    const after = cluster({ services: [{ unit: 'web', timeoutStopSec: 5, restartSec: '500ms' }, 'other'] })
    expect(services(after, { full: before })).toMatchObject([
      { unit: 'web.service', timeoutStartSec: '20s', timeoutStopSec: '5s', restartSec: '500ms' },
      { unit: 'other.service', restart: 'always', restartSec: '1s' },
    ])
  })
})

describe('a service that waits for its database', () => {
  const before = cluster({
    resources: ['openstack-nova-api', 'nova-api', 'httpd'].map((name) =>
      systemd(name, { operations: { start: { timeout: '60s' } } }),
    ),
  })

  test('is not ended for that', () => {
    expect(services(empty, { full: before }).map(({ timeoutStartSec }) => timeoutStartSec)).toEqual([
      'infinity',
      'infinity',
      '60s',
    ])
    const after = cluster({
      services: [
        { unit: 'nova-api', timeoutStartSec: 90 },
        { unit: 'httpd', projects: ['keystone'] },
      ],
    })
    expect(services(after, { full: before }).map(({ timeoutStartSec }) => timeoutStartSec)).toEqual([
      'infinity',
      '90s',
      'infinity',
    ])
  })

  test('has settings by which it does not give up', () => {
    const files = toSystemd(
      cluster({ services: ['openstack-nova-api', { unit: 'httpd', projects: ['keystone', 'glance'] }] }),
    ).output
    const settings = files?.filter(({ path }) => path.includes('.conf.d/')) ?? []
    expect(settings.map(({ path }) => path)).toEqual([
      'etc/nova/nova.conf.d/50-lightcib.conf',
      'etc/keystone/keystone.conf.d/50-lightcib.conf',
      'etc/glance/glance.conf.d/50-lightcib.conf',
    ])
    expect(settings[0]?.text.replace(/^#.*\n/gm, '')).toBe(`
[database]
max_retries = -1
db_max_retries = -1

[oslo_messaging_rabbit]
rabbit_max_retries = 0
heartbeat_timeout_threshold = 60
`)
    expect(settings[2]?.text).not.toContain('rabbit')
  })
})

test('check finds what both would run, before any file is written', () => {
  const both = cluster({ resources: [clone(systemd('haproxy'))], services: ['haproxy', 'web server'] })
  const codes = check(both).map(({ code }) => code)
  expect(codes).toEqual(expect.arrayContaining(['systemd-managed', 'systemd-invalid-unit']))
  expect(toSystemd(both).ok).toBe(false)
})

test.each([...hostileTexts, '../../../etc/passwd', '..', '.', '/', 'a/b', '%n', 'a@', '-', 'x'.repeat(300)])(
  'no file leaves the folder for a unit named %j',
  (name) => {
    const web = { ...systemd('web'), type: name }
    const { configuration } = cluster({ resources: [clone(web)] })
    const { output = [], diagnostics } = toSystemd(
      cluster({ services: [name, { unit: 'other', after: [name] }] }),
    )
    const moved = toSystemd(empty, { full: { ...empty, configuration } })
    for (const { path } of [...output, ...(moved.output ?? [])]) {
      expect(path).toMatch(
        /^(hand-over\.sh|etc\/systemd\/system\/[^/]+\.(service|socket|mount|timer|path)\.d\/50-lightcib\.conf)$/,
      )
    }
    const isValid = /^[\w:.\\-]*[\w:.\\]$/.test(name) && name.length < 240
    expect([name, hasErrors(diagnostics), hasErrors(moved.diagnostics)]).toEqual([name, !isValid, !isValid])
  },
)

describe('orders', () => {
  const kept = (full: Cluster, light = empty) =>
    Object.fromEntries(
      services(light, { full, orders: true }).map(({ unit, after, wants }) => [unit, { after, wants }]),
    )
  const [a, b, c] = [clone(systemd('a')), clone(systemd('b')), clone(systemd('c'))]

  test('are not kept unless that is asked for', () => {
    const before = cluster({ resources: [a, b], constraints: [order(a, b)] })
    expect(services(empty, { full: before }).flatMap(({ after, wants }) => [...after, ...wants])).toEqual([])
  })

  test('are After= and, of mandatory ones between clones, Wants=', () => {
    const before = cluster({
      resources: [a, b, c],
      constraints: [order(a, b), order(b, c, { kind: 'Optional' })],
    })
    expect(kept(before)).toEqual({
      'a.service': { after: [], wants: [] },
      'b.service': { after: ['a.service'], wants: ['a.service'] },
      'c.service': { after: ['b.service'], wants: [] },
    })
  })

  test('of one instance in the cluster start nothing on other nodes', () => {
    const one = systemd('one')
    const before = cluster({ resources: [one, b], constraints: [order(one, b)] })
    expect(kept(before)['b.service']).toEqual({ after: ['one.service'], wants: [] })
  })

  test('lead through what has no unit, and not through what stays', () => {
    const core = clone(primitive('core', 'ocf:heartbeat:Dummy'))
    const db = clone(systemd('db'))
    const before = cluster({
      resources: [a, b, c, core, db],
      constraints: [order(a, core), order(core, b), order(a, db), order(db, c)],
    })
    expect(kept(before, cluster({ resources: [db] }))).toEqual({
      'a.service': { after: [], wants: [] },
      'b.service': { after: ['a.service'], wants: ['a.service'] },
      'c.service': { after: [], wants: [] },
    })
  })

  test('of groups and sets count', () => {
    const members = clone(group('g', [systemd('x'), systemd('y')]))
    const before = cluster({ resources: [members, a, b], constraints: [orderSets([{ resources: [a, b] }])] })
    expect(kept(before)).toMatchObject({
      'y.service': { after: ['x.service'] },
      'b.service': { after: ['a.service'] },
    })
  })

  test('of Mitaka name only units that left', () => {
    const moved = services(light, { full, orders: true })
    const names = new Set(moved.map(({ unit }) => unit))
    const named = moved.flatMap(({ after, wants }) => [...after, ...wants])
    expect(named.filter((unit) => !names.has(unit))).toEqual([])
    expect(named).toContain('neutron-server.service')
  })
})
