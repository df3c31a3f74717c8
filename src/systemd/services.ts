import { type Diagnostic, diagnostic, failure, type Result, success } from '../diagnostics/diagnostic.js'
import { type Cluster, resourcesOf, type SystemdService } from '../model/index.js'
import { languageOf } from '../model/language.js'
import { faultOfUnit, unitName, unitsOf } from '../model/systemd-units.js'
import { malformed } from '../model/wellformed/malformed.js'
import { movedServices } from './moved.js'
import { isOneshot } from './oneshot.js'
import { knownProjects, mayGiveUp, projectOf } from './retries.js'
import { spanMs } from './time-span.js'

/** Where the services come from, beside those that the cluster declares. */
export interface ServicesOptions {
  /** The cluster that has them under Pacemaker: what it runs and the other does not is a service under systemd. */
  readonly full?: Cluster
  /** Keep the orders of `full` between services that left, on each node by itself, as After= and Wants=. */
  readonly orders?: boolean
}

/** A service under systemd with all that its drop-in has; the names of units are whole. */
export interface Service extends SystemdService {
  readonly restart: 'always' | 'on-failure' | 'no'
  readonly after: readonly string[]
  readonly wants: readonly string[]
  readonly projects: readonly string[]
}

/** The services under systemd: those that the cluster declares, over those that left `full`. */
export function systemdServices(cluster: Cluster, options: ServicesOptions = {}): Result<readonly Service[]> {
  const broken = [cluster, options.full].flatMap((each) => (each === undefined ? [] : malformed(each)))
  if (broken.length > 0) return failure(broken)
  const declared = (cluster.services ?? []).map(withWholeNames)
  const moved = options.full === undefined ? undefined : movedServices(cluster, options.full, options)
  const left = moved?.services ?? []
  const units = new Set([...left, ...declared].map(({ unit }) => unit))
  const services = [...units].map((unit) =>
    resolved(
      { ...declared.find((service) => service.unit === unit), unit },
      left.find((service) => service.unit === unit),
    ),
  )
  const errors = [
    ...duplicates(declared),
    ...services.flatMap(faults),
    ...managed(cluster, services),
    ...(services.length === 0
      ? [diagnostic('systemd-no-services', '/cib', { language: languageOf(cluster) })]
      : []),
  ]
  const diagnostics = [...errors, ...(moved?.diagnostics ?? [])]
  if (errors.length > 0) return failure(diagnostics)
  return success(services, [...diagnostics, ...withoutSettings(services)])
}

function withWholeNames(service: SystemdService): SystemdService {
  const { unit, after, wants } = service
  return {
    ...service,
    unit: unitName(unit),
    ...(after && { after: after.map(unitName) }),
    ...(wants && { wants: wants.map(unitName) }),
  }
}

/** What waits for its database before it is ready would be killed for that, so its start has no timeout. */
function resolved(declared: SystemdService, left: SystemdService | undefined): Service {
  const { unit, projects = [] } = declared
  const own = projectOf(unit)
  const all = own === undefined || projects.includes(own) ? projects : [own, ...projects]
  return {
    restart: isOneshot(unit) ? 'no' : 'always',
    restartSec: '1s',
    after: [],
    wants: [],
    ...left,
    ...(all.length > 0 && !isOneshot(unit) ? { timeoutStartSec: 'infinity' } : {}),
    ...declared,
    projects: all,
  }
}

function duplicates(declared: readonly SystemdService[]): readonly Diagnostic[] {
  const units = declared.map(({ unit }) => unit)
  const twice = new Set(units.filter((unit, at) => units.indexOf(unit) !== at))
  return [...twice].map((unit) => diagnostic('systemd-duplicate', '/cib', { unit }))
}

function faults(service: Service): readonly Diagnostic[] {
  const { unit, after, wants, restart, projects } = service
  const invalid = (field: string, value: string, expected: string) =>
    diagnostic('systemd-invalid-value', '/cib', { unit, field, value, expected })
  const times = (['restartSec', 'timeoutStartSec', 'timeoutStopSec'] as const).flatMap((field) => {
    const value = service[field]
    if (value === undefined || spanMs(value) !== undefined) return []
    if (value === 'infinity' && field !== 'restartSec') return []
    return [
      invalid(
        field,
        value,
        field === 'restartSec'
          ? 'seconds, or a text such as "500ms"'
          : 'seconds, a text such as "2min", or "infinity"',
      ),
    ]
  })
  return [
    ...[unit, ...new Set([...after, ...wants])].flatMap((name) => {
      const why = faultOfUnit(name)
      return why === undefined ? [] : [diagnostic('systemd-invalid-unit', '/cib', { unit: name, why })]
    }),
    ...times,
    ...(['always', 'on-failure', 'no'].includes(restart)
      ? []
      : [invalid('restart', String(restart), 'always, on-failure or no')]),
    ...projects
      .filter((project) => !knownProjects.includes(project))
      .map((project) => invalid('projects', project, `one of ${knownProjects.join(', ')}`)),
  ]
}

function managed(cluster: Cluster, services: readonly Service[]): readonly Diagnostic[] {
  const byUnit = new Map(unitsOf(resourcesOf(cluster)).map(({ unit, resource }) => [unit, resource]))
  return services.flatMap(({ unit }) => {
    const id = byUnit.get(unit)
    return id === undefined ? [] : [diagnostic('systemd-managed', '/cib', { unit, id })]
  })
}

function withoutSettings(services: readonly Service[]): readonly Diagnostic[] {
  const units = services
    .filter(({ unit, projects, restart }) => projects.length === 0 && restart !== 'no' && mayGiveUp(unit))
    .map(({ unit }) => unit)
  return units.length === 0 ? [] : [diagnostic('systemd-retries-unknown', '/cib', { units })]
}
