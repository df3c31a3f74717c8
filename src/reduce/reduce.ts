import { type Diagnostic, diagnostic, failure, type Result, success } from '../diagnostics/diagnostic.js'
import { mustFollow } from '../graph/analysis/starts-after.js'
import { orderGraph } from '../graph/order/build-order-graph.js'
import { nearestResource } from '../graph/resource/known-resource.js'
import { claimId, pcsId } from '../model/ids.js'
import type { Cluster, Constraint, Resource, RscColocation, RscOrder, Tag } from '../model/index.js'
import { markLike } from '../model/language.js'
import { idsIn } from '../model/walk.js'
import { malformed } from '../model/wellformed/malformed.js'
import { type RemovedConstraint, reduceConstraints } from './constraints.js'
import { type DroppedColocation, droppedColocations } from './dropped-colocations.js'
import { type DroppedOrder, droppedOrders } from './dropped-orders.js'
import { partition } from './partition.js'
import { pointsOf, relation } from './points.js'
import { reduceTags } from './tags.js'

/** What to keep, and what becomes of the guarantees that follow only from resources that leave. */
export interface ReduceOptions {
  /** Ids of resources; a clone, bundle or group may be named by what it runs. */
  readonly keep: readonly string[]
  /** `drop`: the service retries until the other runs; `bridge`: a direct constraint. Default `drop`. */
  readonly guarantees?: 'drop' | 'bridge'
}

/** A resource that leaves Pacemaker. */
export interface MovedResource {
  readonly resource: Resource
  /** Ids of the resources that stay and started before it: it has to retry until they run. */
  readonly retries: readonly string[]
}

/** The light cluster and the guarantees that it drops. */
export interface Reduction {
  readonly light: Cluster
  readonly kept: readonly Resource[]
  readonly moved: readonly MovedResource[]
  readonly removed: readonly RemovedConstraint[]
  readonly droppedOrders: readonly DroppedOrder[]
  readonly droppedColocations: readonly DroppedColocation[]
  readonly guarantees: 'drop' | 'bridge'
}

/**
 * Reduces a full cluster to a light one: the resources to keep, and the constraints among them. An id in `keep` that
 * no resource has is an error, and then there is no output.
 *
 * @example
 * ```ts
 * const [db, web] = [systemd('db'), systemd('web')]
 * const full = cluster({ resources: [db, web], constraints: [order(db, web)] })
 * const result = reduce(full, { keep: ['web'] })
 * if (!result.ok) throw new Error(result.diagnostics[0]?.message)
 * const smaller: Cluster = result.output.light
 * ```
 */
export function reduce(full: Cluster, { keep, guarantees = 'drop' }: ReduceOptions): Result<Reduction> {
  const faults = malformed(full)
  if (faults.length > 0) return failure(faults)
  const { kept, moved, unknown } = partition(full, keep)
  const diagnostics: Diagnostic[] = unknown.map((id) =>
    diagnostic('unknown-reference', '/cib/configuration/resources', {
      referrer: 'keep',
      id,
      expected: 'resource',
      near: nearestResource(full, id),
    }),
  )
  if (diagnostics.length > 0) return failure(diagnostics)
  const tags = reduceTags(full, moved)
  const constraints = reduceConstraints(full, kept, tags)
  const reduced = withParts(full, kept, constraints.kept, tags)
  const services = kept.filter(({ element }) => element !== 'template')
  const orders = droppedOrders(full, reduced, services)
  const colocations = droppedColocations(full, reduced, services)
  const bridges =
    guarantees === 'bridge'
      ? withFreeIds([...orders.map(bridgeOrder), ...colocations.map(bridgeColocation)], reduced)
      : []
  return success(
    {
      light: bridges.length === 0 ? reduced : withParts(full, kept, [...constraints.kept, ...bridges], tags),
      kept: services,
      moved: withRetries(full, services, moved),
      removed: constraints.removed,
      droppedOrders: orders,
      droppedColocations: colocations,
      guarantees,
    },
    diagnostics,
  )
}

/** Each with the services that stay and start before it, the nearest of each chain. */
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
  return markLike(full, {
    ...full,
    configuration: {
      ...configuration,
      resources: { ...configuration.resources, element: 'resources', items: resources },
      constraints: { ...configuration.constraints, element: 'constraints', items: constraints },
      ...(configuration.tags === undefined ? {} : { tags: { ...configuration.tags, items: tags } }),
    },
  })
}

/** The constraints with ids that the cluster does not have, numbered as pcs numbers them. */
function withFreeIds(constraints: readonly (RscOrder | RscColocation)[], cluster: Cluster): Constraint[] {
  const usedIds = idsIn([cluster])
  return constraints.map((constraint) => ({ ...constraint, id: claimId(constraint.id ?? '', usedIds) }))
}

function bridgeOrder({ first, firstAction, then, thenAction, kind, symmetrical }: DroppedOrder): RscOrder {
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

function bridgeColocation({ rsc, withRsc }: DroppedColocation): RscColocation {
  return {
    element: 'rsc_colocation',
    id: pcsId.colocation(rsc, withRsc, 'INFINITY'),
    rsc,
    withRsc,
    score: 'INFINITY',
    resourceSets: [],
  }
}
