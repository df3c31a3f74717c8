import { type Diagnostic, diagnostic, failure, type Result, success } from '../diagnostics/diagnostic.js'
import { mustFollow } from '../graph/analysis/why.js'
import { orderGraph } from '../graph/order/build.js'
import { claimId, pcsId } from '../model/ids.js'
import {
  type Cluster,
  type Constraint,
  type Resource,
  type RscColocation,
  type RscOrder,
  type Tag,
  walk,
} from '../model/index.js'
import { type DroppedConstraint, keepConstraints } from './constraints.js'
import { divide } from './keep.js'
import { type LostColocation, lostColocations } from './lost-colocations.js'
import { type LostOrder, lostOrders } from './lost-orders.js'
import { pointsOf, relation } from './points.js'
import { keepTags } from './tags.js'

/** What to keep, and what becomes of the guarantees that went through what leaves. */
export interface ReduceOptions {
  /** Ids of resources; a clone, bundle or group may be named by what it runs. */
  readonly keep: readonly string[]
  /** `drop`: the service retries until the other is there; `bridge`: a direct constraint instead. Default `drop`. */
  readonly lost?: 'drop' | 'bridge'
}

/** A resource that leaves Pacemaker. */
export interface MovedResource {
  readonly resource: Resource
  /** What stays and used to be started before it: it now has to retry until that is there. */
  readonly retries: readonly string[]
}

/** The light cluster and what it gives up. */
export interface Reduction {
  readonly light: Cluster
  readonly kept: readonly Resource[]
  readonly moved: readonly MovedResource[]
  readonly dropped: readonly DroppedConstraint[]
  readonly lostOrders: readonly LostOrder[]
  readonly lostColocations: readonly LostColocation[]
  readonly lost: 'drop' | 'bridge'
}

/**
 * The light cluster out of the full one: the resources to keep, and the constraints among them. A name in
 * `keep` that stands for nothing is an error, and then there is no output.
 */
export function reduce(full: Cluster, { keep, lost = 'drop' }: ReduceOptions): Result<Reduction> {
  const { kept, moved, unknown } = divide(full, keep)
  const diagnostics: Diagnostic[] = unknown.map((id) =>
    diagnostic('unknown-reference', '/cib/configuration/resources', {
      attribute: 'keep',
      id,
      wants: 'resource',
    }),
  )
  if (diagnostics.length > 0) return failure(diagnostics)
  const tags = keepTags(full, moved)
  const constraints = keepConstraints(full, kept, tags)
  const dropped = withParts(full, kept, constraints.kept, tags)
  const services = kept.filter(({ element }) => element !== 'template')
  const orders = lostOrders(full, dropped, services)
  const colocations = lostColocations(full, dropped, services)
  const bridges =
    lost === 'bridge'
      ? withFreeIds([...orders.map(bridgeOrder), ...colocations.map(bridgeColocation)], dropped)
      : []
  return success(
    {
      light: bridges.length === 0 ? dropped : withParts(full, kept, [...constraints.kept, ...bridges], tags),
      kept: services,
      moved: withRetries(full, services, moved),
      dropped: constraints.dropped,
      lostOrders: orders,
      lostColocations: colocations,
      lost,
    },
    diagnostics,
  )
}

/** Each with the nearest of the services that stay and that it was started after. */
function withRetries(
  full: Cluster,
  services: readonly Resource[],
  moved: readonly Resource[],
): MovedResource[] {
  const graph = orderGraph(full)
  const isStart = ({ action }: { readonly action: string }) => action === 'start'
  const points = pointsOf([...services, ...moved], graph, 'up').filter(isStart)
  const { after } = relation(graph, points, mustFollow(graph))
  const waiters = new Map(points.map((point) => [point.id, new Set([...after(point)].map(({ id }) => id))]))
  return moved.map((resource) => {
    const before = services.filter(({ id }) => waiters.get(id)?.has(resource.id))
    const nearest = before.filter(({ id }) => !before.some((later) => waiters.get(id)?.has(later.id)))
    return { resource, retries: nearest.map(({ id }) => id) }
  })
}

function withParts(
  full: Cluster,
  resources: readonly Resource[],
  constraints: readonly Constraint[],
  tags: readonly Tag[],
): Cluster {
  const { configuration } = full
  return {
    ...full,
    configuration: {
      ...configuration,
      resources: { ...configuration.resources, element: 'resources', items: resources },
      constraints: { ...configuration.constraints, element: 'constraints', items: constraints },
      ...(configuration.tags === undefined ? {} : { tags: { ...configuration.tags, items: tags } }),
    },
  }
}

/** Ids that are free in a cluster, as pcs makes them. */
function withFreeIds(constraints: readonly (RscOrder | RscColocation)[], cluster: Cluster): Constraint[] {
  const taken = new Set<string>()
  walk(cluster, ({ element }) => {
    if ('id' in element && element.id !== undefined) taken.add(element.id)
  })
  return constraints.map((constraint) => ({ ...constraint, id: claimId(constraint.id ?? '', taken) }))
}

function bridgeOrder({ first, firstAction, then, thenAction, kind, symmetrical }: LostOrder): RscOrder {
  return {
    element: 'rsc_order',
    id: pcsId.order(first, then, kind),
    first,
    firstAction,
    then,
    thenAction,
    kind,
    ...(symmetrical ? {} : { symmetrical: 'false' }),
    resourceSets: [],
  }
}

function bridgeColocation({ rsc, withRsc }: LostColocation): RscColocation {
  return {
    element: 'rsc_colocation',
    id: pcsId.colocation(rsc, withRsc, 'INFINITY'),
    rsc,
    withRsc,
    score: 'INFINITY',
    resourceSets: [],
  }
}
