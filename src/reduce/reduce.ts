import { type Diagnostic, diagnostic, type Result } from '../diagnostics/diagnostic.js'
import { type Cluster, type Constraint, pcsId, type Resource } from '../model/index.js'
import { type DroppedConstraint, keepConstraints } from './constraints.js'
import { divide } from './keep.js'
import { type LostColocation, lostColocations } from './lost-colocations.js'
import { type LostOrder, lostOrders } from './lost-orders.js'

/** What to keep, and what becomes of the guarantees that went through what leaves. */
export interface ReduceOptions {
  /** Ids of resources; a clone, bundle or group may be named by what it runs. */
  readonly keep: readonly string[]
  /** `drop`: the service retries until the other is there; `bridge`: a direct constraint instead. Default `drop`. */
  readonly lost?: 'drop' | 'bridge'
}

/** The light cluster and what it gives up. */
export interface Reduction {
  readonly light: Cluster
  readonly kept: readonly Resource[]
  readonly moved: readonly Resource[]
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
  if (diagnostics.length > 0) return { diagnostics }
  const constraints = keepConstraints(full, kept)
  const dropped = withResources(full, kept, constraints.kept)
  const services = kept.filter(({ element }) => element !== 'template')
  const orders = lostOrders(full, dropped, services)
  const colocations = lostColocations(full, dropped, services)
  const bridges = lost === 'bridge' ? [...orders.map(bridgeOrder), ...colocations.map(bridgeColocation)] : []
  return {
    output: {
      light: bridges.length === 0 ? dropped : withResources(full, kept, [...constraints.kept, ...bridges]),
      kept: services,
      moved,
      dropped: constraints.dropped,
      lostOrders: orders,
      lostColocations: colocations,
      lost,
    },
    diagnostics,
  }
}

function withResources(
  full: Cluster,
  resources: readonly Resource[],
  constraints: readonly Constraint[],
): Cluster {
  const { configuration } = full
  return {
    ...full,
    configuration: {
      ...configuration,
      resources: { ...configuration.resources, element: 'resources', items: resources },
      constraints: { ...configuration.constraints, element: 'constraints', items: constraints },
    },
  }
}

function bridgeOrder({ first, firstAction, then, kind }: LostOrder): Constraint {
  return {
    element: 'rsc_order',
    id: pcsId.order(first, then, kind),
    first,
    firstAction,
    then,
    thenAction: 'start',
    kind,
    resourceSets: [],
  }
}

function bridgeColocation({ rsc, withRsc }: LostColocation): Constraint {
  return {
    element: 'rsc_colocation',
    id: pcsId.colocation(rsc, withRsc, 'INFINITY'),
    rsc,
    withRsc,
    score: 'INFINITY',
    resourceSets: [],
  }
}
