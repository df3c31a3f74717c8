import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js'
import {
  agentOf,
  type Cluster,
  nvpairValue,
  type Op,
  type Primitive,
  placeOfId,
  primitivesOf,
  resourcesOf,
  type SystemdService,
  type Template,
} from '../model/index.js'
import { spanText } from '../model/systemd/time-span.js'
import { typedBy, unitName, unitsOf } from '../model/systemd/units.js'
import { timeoutMs } from '../options/values.js'
import { keptOrders } from './orders.js'

/** Agents that only ran a unit or what a unit does as well. After TripleO, which went on with these units. */
const unitOfAgent: Readonly<Record<string, string>> = {
  'ocf:neutron:OVSCleanup': 'neutron-ovs-cleanup.service',
  'ocf:neutron:NetnsCleanup': 'neutron-netns-cleanup.service',
}

/** Agents that run nothing and only take part in orders. */
const markers: readonly string[] = ['ocf:heartbeat:Dummy', 'ocf:pacemaker:Dummy', 'ocf:heartbeat:Delay']

/**
 * The units that `full` runs under Pacemaker and `light` does not, in the order of `full`, with the timeouts that they had
 * there; and a finding for each resource that left and has no unit. What is in bundles stays in its container.
 */
export function movedServices(
  light: Cluster,
  full: Cluster,
  { orders = false }: { readonly orders?: boolean },
): { readonly services: readonly SystemdService[]; readonly diagnostics: readonly Diagnostic[] } {
  const unitsThatStay = new Set(unitsOf(resourcesOf(light)).map(({ unit }) => unit))
  const idsThatStay = new Set(
    resourcesOf(light)
      .flatMap(primitivesOf)
      .map(({ id }) => id),
  )
  const services = new Map<string, SystemdService>()
  const ids = new Map<string, string>()
  const diagnostics: Diagnostic[] = []
  const resources = resourcesOf(full)
  for (const primitive of resources.filter(({ element }) => element !== 'bundle').flatMap(primitivesOf)) {
    const agent = agentOf(typedBy(primitive, resources))
    const unit = agent.startsWith('systemd:') ? unitName(agent.slice(8)) : unitOfAgent[agent]
    if (unit !== undefined) {
      if (unitsThatStay.has(unit)) continue
      ids.set(primitive.id, unit)
      if (!services.has(unit)) services.set(unit, { unit, ...timeoutsOf(full, primitive) })
    } else if (!idsThatStay.has(primitive.id)) {
      diagnostics.push(withoutUnit(primitive, agent))
    }
  }
  const kept = orders ? keptOrders(light, full, ids) : new Map()
  return {
    services: [...services.values()].map((service) => ({ ...service, ...kept.get(service.unit) })),
    diagnostics,
  }
}

function withoutUnit({ id }: Primitive, agent: string): Diagnostic {
  const code = markers.includes(agent) ? 'systemd-marker' : 'systemd-no-unit'
  return diagnostic(code, '/cib', { id, agent })
}

/** How long Pacemaker let it start and stop; what nobody had set is that of the unit. */
function timeoutsOf(cluster: Cluster, primitive: Primitive): Partial<SystemdService> {
  const sources = [primitive, typedBy(primitive, resourcesOf(cluster))]
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
