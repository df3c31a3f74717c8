import { type Cluster, resourcesOf, type SystemdService } from '../model/index.js'
import { unitName, unitsOf } from '../model/systemd/units.js'

/** A service under systemd that only one of two clusters has. */
export interface ServiceOnOneSide {
  readonly change: 'added' | 'removed'
  readonly unit: string
  readonly service: SystemdService
}

/** A service that Pacemaker runs in one of two clusters, and systemd in the other. */
export interface ServiceMoved {
  readonly change: 'moved'
  readonly unit: string
  /** What runs it in the second cluster. */
  readonly to: 'systemd' | 'pacemaker'
  /** Ids of the primitives by which Pacemaker runs it. */
  readonly resources: readonly string[]
  readonly service: SystemdService
}

/** A field of a service with another value; the words of a list are sorted. */
export interface ServiceChanged {
  readonly change: 'changed'
  readonly unit: string
  readonly field: keyof SystemdService
  /** Absent where the first cluster does not have the field. */
  readonly from?: string | readonly string[]
  /** Absent where the second cluster does not have it. */
  readonly to?: string | readonly string[]
}

/** One difference between the services under systemd of two clusters. */
export type ServiceChange = ServiceOnOneSide | ServiceMoved | ServiceChanged

/**
 * The differences between the services that two clusters have under systemd, by unit, in the order of the second; what is
 * removed comes last. They are no part of the CIB, so `diff` does not list them. Of a cluster without `services`, such as one
 * that was read from a CIB, it is not known what systemd runs: then only what moved from Pacemaker to systemd, or back, is listed.
 *
 * @example
 * ```ts
 * const full = cluster({ resources: [systemd('web')] })
 * const moved = serviceDifference(full, cluster({ services: ['web'] }))
 * // [{ change: 'moved', unit: 'web.service', to: 'systemd', resources: ['web'], service: { unit: 'web' } }]
 * ```
 */
export function serviceDifference(a: Cluster, b: Cluster): readonly ServiceChange[] {
  const [before, after] = [servicesByUnit(a), servicesByUnit(b)]
  if (before.size + after.size === 0) return []
  const [old, now] = [resourcesByUnit(a), resourcesByUnit(b)]
  const isKnown = a.services !== undefined && b.services !== undefined
  const appeared = [...after].flatMap(([unit, service]): readonly ServiceChange[] => {
    const same = before.get(unit)
    if (same !== undefined) return fieldChanges(unit, same, service)
    const resources = now.has(unit) ? undefined : old.get(unit)
    if (resources !== undefined) return [{ change: 'moved', unit, to: 'systemd', resources, service }]
    return isKnown ? [{ change: 'added', unit, service }] : []
  })
  const disappeared = [...before].flatMap(([unit, service]): readonly ServiceChange[] => {
    if (after.has(unit)) return []
    const resources = old.has(unit) ? undefined : now.get(unit)
    if (resources !== undefined) return [{ change: 'moved', unit, to: 'pacemaker', resources, service }]
    return isKnown ? [{ change: 'removed', unit, service }] : []
  })
  return [...appeared, ...disappeared]
}

/** By their whole names. Of two with one name, which is an error of `check`, the first. */
function servicesByUnit({ services = [] }: Cluster): ReadonlyMap<string, SystemdService> {
  const byUnit = new Map<string, SystemdService>()
  for (const service of services) {
    const unit = unitName(service.unit)
    if (!byUnit.has(unit)) byUnit.set(unit, service)
  }
  return byUnit
}

/** The ids of the primitives by which Pacemaker runs each unit. */
function resourcesByUnit(cluster: Cluster): ReadonlyMap<string, readonly string[]> {
  const ids = new Map<string, string[]>()
  for (const { unit, resource } of unitsOf(resourcesOf(cluster)))
    ids.set(unit, [...(ids.get(unit) ?? []), resource])
  return ids
}

/** What a service has beside its unit. */
export const serviceFields: readonly (keyof SystemdService)[] = [
  ...(['restart', 'restartSec', 'timeoutStartSec', 'timeoutStopSec'] as const),
  ...(['after', 'wants', 'projects'] as const),
]

function fieldChanges(
  unit: string,
  before: SystemdService,
  after: SystemdService,
): readonly ServiceChanged[] {
  return serviceFields.flatMap((field) => {
    const [from, to] = [fieldOf(before, field), fieldOf(after, field)]
    if (JSON.stringify(from) === JSON.stringify(to)) return []
    return [{ change: 'changed', unit, field, ...(from && { from }), ...(to && { to }) }]
  })
}

/** Lists without their order, which means nothing, and units by their whole names; an empty list is none. */
export function fieldOf(service: SystemdService, field: keyof SystemdService): ServiceChanged['from'] {
  const value = service[field]
  if (value === undefined || value.length === 0) return undefined
  if (typeof value === 'string') return value
  return [...new Set(field === 'projects' ? value : value.map(unitName))].sort()
}
