import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js'
import { isDisabled } from '../graph/resource/managed.js'
import { resourceIndex } from '../graph/resource/resource-index.js'
import {
  type Cluster,
  nvpairValue,
  type Op,
  type Primitive,
  placeOfId,
  primitivesOf,
  type Resource,
  resourcesOf,
  type SystemdService,
  type Template,
} from '../model/index.js'
import { spanText } from '../model/systemd/time-span.js'
import { unitName, unitsOf } from '../model/systemd/units.js'
import { agentWithTemplate, templateOf } from '../model/templates.js'
import { timeoutMs } from '../options/values.js'
import { keptOrders } from './orders.js'
import { placementFindings } from './placement.js'

/** Agents that only ran a unit or what a unit does as well. After TripleO, which went on with these units. */
const unitOfAgent: ReadonlyMap<string, string> = new Map([
  ['ocf:neutron:OVSCleanup', 'neutron-ovs-cleanup.service'],
  ['ocf:neutron:NetnsCleanup', 'neutron-netns-cleanup.service'],
])

/** Agents that run nothing and only take part in orders. */
const markers: readonly string[] = ['ocf:heartbeat:Dummy', 'ocf:pacemaker:Dummy', 'ocf:heartbeat:Delay']

/**
 * The units that `full` runs under Pacemaker and `light` does not, in the order of `full`, with the timeouts that they had
 * there; and findings about what has no unit, is disabled, or did not run on every node. What is in bundles stays in its
 * container, and what went into one has not left.
 */
export function movedServices(
  light: Cluster,
  full: Cluster,
  { orders = false }: { readonly orders?: boolean },
): { readonly services: readonly SystemdService[]; readonly diagnostics: readonly Diagnostic[] } {
  const stays = whatStays(light)
  const services = new Map<string, SystemdService>()
  const units = new Map<string, string>()
  const diagnostics: Diagnostic[] = []
  const index = resourceIndex(full)
  for (const primitive of resourcesOf(full).flatMap((resource) => outsideBundles(resource))) {
    const agent = agentWithTemplate(full, primitive)
    const unit = agent.startsWith('systemd:') ? unitName(agent.slice(8)) : unitOfAgent.get(agent)
    const entry = index.get(primitive.id)
    if (stays(primitive, unit)) continue
    if (unit === undefined) diagnostics.push(withoutUnit(primitive, agent))
    else if (entry !== undefined && isDisabled(index, entry)) {
      diagnostics.push(diagnostic('systemd-disabled', '/cib', { id: primitive.id, unit }))
    } else {
      units.set(primitive.id, unit)
      if (!services.has(unit)) services.set(unit, { unit, ...timeoutsOf(full, primitive) })
    }
  }
  const kept = orders ? keptOrders(light, full, units) : new Map()
  return {
    services: [...services.values()].map((service) => ({ ...service, ...kept.get(service.unit) })),
    diagnostics: [...diagnostics, ...placementFindings(full, units)],
  }
}

function outsideBundles(resource: Resource): readonly Primitive[] {
  return resource.element === 'bundle' ? [] : primitivesOf(resource)
}

/** True for what the light cluster runs: the unit, else the resource of that id; or in a bundle that is named after it. */
function whatStays(light: Cluster): (primitive: Primitive, unit: string | undefined) => boolean {
  const resources = resourcesOf(light)
  const units = new Set(unitsOf(resources).map(({ unit }) => unit))
  const ids = new Set(resources.flatMap(primitivesOf).map(({ id }) => id))
  const bundles = resources.flatMap(({ element, id }) =>
    element === 'bundle' ? id.replace(/-bundle$/, '') : [],
  )
  return ({ id }, unit) => {
    const names = [id, unit?.replace(/\.service$/, '')]
    if (bundles.some((bundle) => names.includes(bundle))) return true
    return unit === undefined ? ids.has(id) : units.has(unit)
  }
}

function withoutUnit({ id }: Primitive, agent: string): Diagnostic {
  const code = markers.includes(agent) ? 'systemd-marker' : 'systemd-no-unit'
  return diagnostic(code, '/cib', { id, agent })
}

/** How long Pacemaker let it start and stop; what nobody had set is that of the unit. */
function timeoutsOf(cluster: Cluster, primitive: Primitive): Partial<SystemdService> {
  const sources = [primitive, templateOf(cluster, primitive) ?? primitive]
  const ops = sources.flatMap((source) => opsOf(cluster, source))
  const usual = nvpairValue(cluster.configuration.opDefaults?.items ?? [], 'timeout')
  const of = (action: string) => {
    const text = ops.find(({ name, timeout }) => name === action && timeout !== undefined)?.timeout ?? usual
    const milliseconds = text === undefined ? undefined : timeoutMs(text)
    return milliseconds === undefined || milliseconds === 0 ? undefined : spanText(milliseconds)
  }
  const [timeoutStartSec, timeoutStopSec] = [of('start'), of('stop')]
  return {
    ...(timeoutStartSec === undefined ? {} : { timeoutStartSec }),
    ...(timeoutStopSec === undefined ? {} : { timeoutStopSec }),
  }
}

function opsOf(cluster: Cluster, { operations }: Primitive | Template): readonly Op[] {
  const { idRef } = operations ?? {}
  const referred = idRef === undefined ? undefined : placeOfId(cluster, idRef)?.element
  return (referred?.element === 'operations' ? referred : operations)?.ops ?? []
}
