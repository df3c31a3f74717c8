import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { cluster } from 'lightcib'
import { systemdServices, toSystemd } from 'lightcib/systemd'
import { afterEach, beforeEach, expect, test } from 'vitest'
import full from '../../fixtures/scenarios/mitaka-full/cluster.js'
import light from '../../fixtures/scenarios/newton-light/cluster.js'
import { seed } from '../support/properties.js'
import { SystemdRoot } from '../support/systemd-root.js'
import { describeWith, describeWithShared, sharedPath } from '../support/tools.js'

let root: SystemdRoot
beforeEach(() => {
  root = new SystemdRoot()
})
afterEach(() => root.remove())

/** A service of the facts: what left Pacemaker with Mitaka's light architecture, and its unit then. */
interface Moved {
  readonly agent: string
  readonly to: string | null
  readonly unit?: Readonly<Record<string, Readonly<Record<string, unknown>>>>
}

/** Options of a unit of the facts as lines; what they have no unit for is simple. */
function optionsOf({ unit = {} }: Moved, release: string): string[] {
  return Object.entries(unit[release] ?? {})
    .filter(([, value]) => typeof value === 'string')
    .map(([key, value]) => `${key}=${value}`)
}

describeWithShared('facts/tripleo', 'the services that left Pacemaker with Mitaka', () => {
  const facts: readonly Moved[] = JSON.parse(
    readFileSync(sharedPath('facts/tripleo/moved-to-systemd.json'), 'utf8'),
  ).services
  const files = toSystemd(light, { full, orders: true }).output ?? []
  const unitOf = ({ agent, to }: Moved) =>
    agent.startsWith('systemd:') ? `${agent.slice(8)}.service` : (to as string)
  const withUnit = facts.filter(({ to }) => to !== null)

  test('each has its drop-in, and nothing else has', () => {
    const dropIns = files.filter(({ path }) => path.startsWith('etc/systemd/system/')).map(({ path }) => path)
    expect(dropIns.sort()).toEqual(
      withUnit.map((each) => `etc/systemd/system/${unitOf(each)}.d/50-lightcib.conf`).sort(),
    )
  })

  describeWith(['systemd-analyze'], 'systemd-analyze', () => {
    test.each(['mitaka-rdo', 'newton-rdo'])('accepts each unit of %s with its drop-in', (release) => {
      for (const each of withUnit) root.unit(unitOf(each), optionsOf(each, release))
      root.install(files)
      expect(root.verify(withUnit.map(unitOf))).toEqual({ status: 0, findings: '' })
    })
  })
})

describeWith(['systemd-analyze', 'setpriv'], 'systemd', () => {
  test.each(['simple', 'exec', 'forking', 'notify', 'idle'])(
    'accepts the drop-in of a service of Type=%s',
    (type) => {
      root.unit('web.service', [`Type=${type}`])
      root.install(toSystemd(cluster({ services: ['web'] })).output ?? [])
      expect(root.verify(['web.service'])).toEqual({ status: 0, findings: '' })
    },
  )

  test.each([
    ['always', 1],
    ['on-failure', 0],
    ['no', 0],
  ] as const)('has its own opinion of a oneshot with Restart=%s', (restart, status) => {
    root.unit('once.service', ['Type=oneshot'])
    root.install(toSystemd(cluster({ services: [{ unit: 'once', restart }] })).output ?? [])
    expect(root.verify(['once.service']).status).toBe(status)
  })

  test('finds the same ordering cycles', () => {
    const units = ['a', 'b', 'c', 'd', 'e']
    const after = fc.subarray(units, { maxLength: 2 })
    const cases = fc.sample(fc.tuple(after, after, after, after, after), { seed, numRuns: 40 })
    const verdicts = cases.map((drawn) => {
      const services = units.map((unit, at) => ({
        unit,
        after: drawn[at]?.filter((other) => other !== unit) ?? [],
      }))
      const { output, diagnostics } = toSystemd(cluster({ services }))
      const isFound = diagnostics.some(({ code }) => code === 'systemd-order-cycle')
      expect(output === undefined).toBe(isFound)
      const real = new SystemdRoot()
      for (const { unit, after: others } of services) {
        const lines = others.map((other) => `After=${other}.service`).join('\n')
        real.unit(`${unit}.service`)
        real.install([
          { path: `etc/systemd/system/${unit}.service.d/order.conf`, text: `[Unit]\n${lines}\n` },
        ])
      }
      const isReal = real.verifyTogether().findings.includes('ordering cycle')
      real.remove()
      return [services, isFound, isReal] as const
    })
    for (const [services, isFound, isReal] of verdicts)
      expect([services, isFound]).toEqual([services, isReal])
    expect(new Set(verdicts.map(([, isFound]) => isFound)).size).toBe(2)
  })

  test('reads what the description has, whatever the names and times', () => {
    const part = fc.stringMatching(/^[A-Za-z0-9:_.\\-]{0,20}[A-Za-z0-9:_.\\]$/)
    const unit = fc
      .tuple(part, fc.option(fc.stringMatching(/^[A-Za-z0-9:_.\\-]{1,20}$/), { nil: undefined }))
      .map(([prefix, instance]) => `${prefix}${instance === undefined ? '' : `@${instance}`}.service`)
    const time = fc.oneof(
      // Beyond a second the dump leaves out milliseconds.
      fc.integer({ min: 1, max: 999 }).map((milliseconds) => `${milliseconds}ms`),
      fc.integer({ min: 1, max: 1e6 }).map((seconds) => `${seconds}s`),
      fc.constantFrom('infinity', '1min 30s', '2h', '90', '2d 1h'),
    )
    const service = fc.record({
      unit,
      restart: fc.constantFrom('always', 'on-failure' as const),
      restartSec: time.filter((text) => text !== 'infinity'),
      timeoutStartSec: time,
      timeoutStopSec: time,
    })
    const all = fc.uniqueArray(service, { minLength: 60, maxLength: 60, selector: (each) => each.unit })
    const [drawn = []] = fc.sample(all, { seed, numRuns: 1 })
    const services = drawn.map((each, at) => ({
      ...each,
      after: drawn.slice(at + 1, at + 4).map((other) => other.unit),
      wants: drawn.slice(at + 2, at + 3).map((other) => other.unit),
    }))
    const described = cluster({ services })
    for (const each of services) root.unit(each.unit)
    root.install(toSystemd(described).output ?? [])
    // To systemd-analyze a colon is followed by an alias.
    const names = services.map((each) => each.unit).filter((name) => !name.includes(':'))
    expect(root.verify(names)).toEqual({ status: 0, findings: '' })
    const dump = root.dump()
    for (const each of systemdServices(described).output ?? []) {
      const read = dump.get(each.unit)
      expect([each.unit, read?.get('Restart')]).toEqual([each.unit, [each.restart]])
      expect(read?.get('After')).toEqual(expect.arrayContaining([...each.after]))
      expect(read?.get('Wants') ?? []).toEqual(expect.arrayContaining([...each.wants]))
      for (const [name, time] of [
        ['RestartSec', each.restartSec],
        ['TimeoutStartSec', each.timeoutStartSec],
        ['TimeoutStopSec', each.timeoutStopSec],
      ] as const) {
        expect([each.unit, name, microseconds(read?.get(name)?.[0] ?? '')]).toEqual([
          each.unit,
          name,
          microseconds(time ?? ''),
        ])
      }
    }
  })
})

const factors: Readonly<Record<string, number>> = {
  us: 1,
  ms: 1e3,
  '': 1e6,
  s: 1e6,
  min: 6e7,
  h: 36e8,
  d: 864e8,
  w: 6048e8,
  month: 26298e8,
  y: 315576e8,
}

/** A time of systemd.time(7), which prints weeks and fractions that nobody wrote, as a number. */
function microseconds(text: string): number | string {
  const parts = [...text.matchAll(/([\d.]+)([a-z]*)/g)]
  if (parts.length === 0) return text
  return Math.round(
    parts.reduce((sum, [, number, unit = '']) => sum + Number(number) * (factors[unit] ?? Number.NaN), 0),
  )
}
