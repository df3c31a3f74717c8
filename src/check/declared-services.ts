import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js'
import { type Cluster, resourcesOf, type SystemdService } from '../model/index.js'
import { spanMs } from '../model/systemd/time-span.js'
import { faultOfUnit, unitName, unitsOf } from '../model/systemd/units.js'

/** What is wrong with the services that a cluster declares for systemd, and which of them Pacemaker runs too. */
export function checkServices(cluster: Cluster): readonly Diagnostic[] {
  const { services = [] } = cluster
  if (services.length === 0) return []
  const units = services.map(({ unit }) => unitName(unit))
  const twice = new Set(units.filter((unit, at) => units.indexOf(unit) !== at))
  const byUnit = new Map(unitsOf(resourcesOf(cluster)).map(({ unit, resource }) => [unit, resource]))
  return [
    ...[...twice].map((unit) => diagnostic('systemd-duplicate', '/cib', { unit })),
    ...services.flatMap(serviceFaults),
    ...[...new Set(units)].flatMap((unit) => {
      const id = byUnit.get(unit)
      return id === undefined ? [] : [diagnostic('systemd-managed', '/cib', { unit, id })]
    }),
  ]
}

/** What systemd has against one service: names of units, times. */
export function serviceFaults({
  unit,
  restart,
  after = [],
  wants = [],
  ...times
}: SystemdService): readonly Diagnostic[] {
  const names = new Set([unit, ...after, ...wants].map(unitName))
  return [
    ...[...names].flatMap((name) => {
      const why = faultOfUnit(name)
      return why === undefined ? [] : [diagnostic('systemd-invalid-unit', '/cib', { unit: name, why })]
    }),
    ...(['restartSec', 'timeoutStartSec', 'timeoutStopSec'] as const).flatMap((field) => {
      const value = times[field]
      const mayBeInfinite = field !== 'restartSec'
      if (value === undefined || spanMs(value) !== undefined) return []
      if (value === 'infinity' && mayBeInfinite) return []
      const expected = mayBeInfinite
        ? 'seconds, a text such as "2min", or "infinity"'
        : 'seconds, or a text such as "500ms"'
      return [diagnostic('systemd-invalid-value', '/cib', { unit: unitName(unit), field, value, expected })]
    }),
    ...(restart === undefined || ['always', 'on-failure', 'no'].includes(restart)
      ? []
      : [
          diagnostic('systemd-invalid-value', '/cib', {
            unit: unitName(unit),
            field: 'restart',
            value: restart,
            expected: 'always, on-failure or no',
          }),
        ]),
  ]
}
