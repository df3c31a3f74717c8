import fc from 'fast-check'
import { type Cluster, clone, cluster, systemd } from 'lightcib'
import { expect, test } from 'vitest'
import { type ServiceChange, serviceDifference } from '../../src/diff/services.js'
import { serviceLines } from '../../src/diff/services-text.js'
import type { SystemdService } from '../../src/model/index.js'
import { toDotDifference } from '../../src/render/index.js'

const units = ['a', 'b.service', 'c.socket', 'd', 'e']
const words = fc.subarray(units)
const service = fc.record(
  {
    unit: fc.constantFrom(...units),
    restart: fc.constantFrom('always', 'on-failure', 'no'),
    restartSec: fc.constantFrom('1s', '2s'),
    timeoutStartSec: fc.constantFrom('1s', 'infinity'),
    timeoutStopSec: fc.constantFrom('1s', '2s'),
    after: words,
    wants: words,
    projects: fc.subarray(['nova', 'glance']),
  },
  { requiredKeys: ['unit'] },
) as fc.Arbitrary<SystemdService>
const services = fc.uniqueArray(service, { selector: ({ unit }) => unit })
/** Units that Pacemaker runs, and those that systemd runs. */
const side = fc
  .tuple(services, fc.subarray(units))
  .map(([own, run]) =>
    cluster({ services: [...own], resources: run.map((unit) => systemd(`r-${unit}`, { unit })) }),
  )

const whole = (unit: string) => (/\.(service|socket)$/.test(unit) ? unit : `${unit}.service`)
const sorted = (list: readonly string[] | undefined, name = (text: string) => text) =>
  list === undefined || list.length === 0 ? undefined : [...list].map(name).sort()
const plain = ({ unit, after, wants, projects, ...rest }: SystemdService) =>
  JSON.parse(
    JSON.stringify({
      ...rest,
      unit: whole(unit),
      after: sorted(after, whole),
      wants: sorted(wants, whole),
      projects: sorted(projects),
    }),
  )
const servicesOf = ({ services: own = [] }: Cluster) =>
  Object.fromEntries(own.map(plain).map((one) => [one.unit, one]))

/** The services of a cluster after changes. */
function applied(before: Cluster, changes: readonly ServiceChange[]) {
  const all = servicesOf(before)
  for (const change of changes) {
    const { unit } = change
    if (change.change === 'changed') {
      const { [change.field]: _, ...rest } = all[unit]
      all[unit] = change.to === undefined ? rest : { ...rest, [change.field]: change.to }
    } else if (change.change === 'removed' || (change.change === 'moved' && change.to === 'pacemaker'))
      delete all[unit]
    else all[unit] = plain(change.service)
  }
  return all
}

test('the changes of services give those of the second cluster, and there are none where both are equal', () => {
  const seen = new Set<string>()
  fc.assert(
    fc.property(side, side, (a, b) => {
      const changes = serviceDifference(a, b)
      expect(applied(a, changes)).toEqual(servicesOf(b))
      expect(serviceDifference(a, a)).toEqual([])
      for (const change of changes) seen.add(change.change === 'moved' ? change.to : change.change)
    }),
    { numRuns: 300 },
  )
  expect([...seen].sort()).toEqual(['added', 'changed', 'pacemaker', 'removed', 'systemd'])
})

test('of a cluster that names none only what moved is known', () => {
  const live = cluster({ resources: [clone(systemd('web', { unit: 'httpd' })), systemd('old')] })
  const light = cluster({ services: ['httpd', 'memcached'] })
  expect(serviceDifference(live, light).map(({ change, unit }) => [change, unit])).toEqual([
    ['moved', 'httpd.service'],
  ])
  expect(serviceDifference(light, live).map(({ change, unit }) => [change, unit])).toEqual([
    ['moved', 'httpd.service'],
  ])
  const none = cluster({ resources: live.configuration.resources?.items ?? [], services: [] })
  expect(serviceDifference(none, light).map(({ change, unit }) => [change, unit])).toEqual([
    ['moved', 'httpd.service'],
    ['added', 'memcached.service'],
  ])
})

test('what Pacemaker runs in both has not moved', () => {
  const before = cluster({ resources: [systemd('web')], services: [] })
  const after = cluster({ resources: [systemd('web')], services: ['web'] })
  expect(serviceDifference(before, after)).toMatchObject([{ change: 'added' }])
})

test('the outline names each unit, what changed and where it went', () => {
  const a = cluster({
    resources: [systemd('web', { unit: 'httpd' })],
    services: ['gone', { unit: 'memcached', restartSec: 1 }],
  })
  const b = cluster({
    resources: [systemd('old')],
    services: [{ unit: 'httpd', timeoutStopSec: 30 }, { unit: 'memcached', after: ['x', 'b.socket'] }, 'new'],
  })
  const text = (from: Cluster, to: Cluster) =>
    serviceLines(serviceDifference(from, to)).map((line) => `${line.sign} ${line.text}`)
  expect(text(a, b)).toEqual([
    '  services under systemd',
    '~   service "httpd.service" timeoutStopSec="30s"  moved from Pacemaker (primitive "web") to systemd',
    '~   service "memcached.service"  restartSec: "1s" -> (none)',
    '~   service "memcached.service"  after: (none) -> "b.socket x.service"',
    '+   service "new.service"',
    '-   service "gone.service"',
  ])
  expect(text(b, a)).toContain(
    '~   service "httpd.service" timeoutStopSec="30s"  moved from systemd to Pacemaker (primitive "web")',
  )
})

test('in the picture of both, what leaves has where it went', () => {
  const before = cluster({ resources: [clone(systemd('web', { unit: 'httpd' })), systemd('old')] })
  const { output = '' } = toDotDifference(before, cluster({ services: ['httpd'] }))
  expect(output.match(/moved&#160;to&#160;systemd/g)).toHaveLength(1)
})
