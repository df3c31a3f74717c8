import { checkServices, serviceFaults } from '../check/declared-services.js'
import { type Diagnostic, diagnostic, failure, type Result, success } from '../diagnostics/diagnostic.js'
import type { Cluster, SystemdService } from '../model/index.js'
import { languageOf } from '../model/language.js'
import { unitName } from '../model/systemd/units.js'
import { malformed } from '../model/wellformed/malformed.js'
import { movedServices } from './moved.js'
import { isOneshot } from './oneshot.js'
import { orderCycle } from './order-cycle.js'
import { knownProjects, mayGiveUp, projectsOf } from './retries.js'

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
  const broken = [...malformed(cluster), ...(options.full === undefined ? [] : malformed(options.full))]
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
    ...checkServices(cluster),
    ...left.flatMap(serviceFaults),
    ...services.flatMap(unknownProjects),
    ...cycles(services),
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
  const all = [...new Set([...projectsOf(unit), ...projects])]
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

function cycles(services: readonly Service[]): readonly Diagnostic[] {
  const units = orderCycle(services)
  return units === undefined ? [] : [diagnostic('systemd-order-cycle', '/cib', { units })]
}

/** The projects of which no settings are known. */
function unknownProjects({ unit, projects }: Service): readonly Diagnostic[] {
  const expected = `one of ${knownProjects.join(', ')}`
  return projects
    .filter((project) => !knownProjects.includes(project))
    .map((value) => diagnostic('systemd-invalid-value', '/cib', { unit, field: 'projects', value, expected }))
}

function withoutSettings(services: readonly Service[]): readonly Diagnostic[] {
  const units = services
    .filter(({ unit, projects, restart }) => projects.length === 0 && restart !== 'no' && mayGiveUp(unit))
    .map(({ unit }) => unit)
  return units.length === 0 ? [] : [diagnostic('systemd-retries-unknown', '/cib', { units })]
}
