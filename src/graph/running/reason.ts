import type { Constraint } from '../../model/index.js'
import type { Placement } from '../colocation/placement.js'
import type { Vertex } from '../order/vertex.js'
import type { ResourceEntry } from '../resource/resource-index.js'

/** Why a service cannot run on a node, or an action not be done. */
export interface Reason {
  readonly constraints: readonly Constraint[]
  /** What this follows from. */
  readonly because: readonly Reason[]
  /** True where it has a place there, and only its start is not allowed. */
  readonly isOrder?: boolean
  /** True for opt-in clusters: the option `symmetric-cluster`. */
  readonly isOptIn?: true
  /** What is so for now, in words: a resource is disabled, a ticket is not granted. */
  readonly state?: string
  /** A node attribute that nothing sets. */
  readonly attribute?: string
}

/** Where services certainly cannot run. */
export interface Impossible {
  readonly on: (service: ResourceEntry, node: string) => Reason | undefined
  /** Why a service can run on no node; undefined where it can on some. */
  readonly nowhere: (service: ResourceEntry) => Reason | undefined
  /** Why an action is never done. */
  readonly never: (vertex: Vertex) => Reason | undefined
}

/** What agents and containers run: the primitives, and each bundle for its containers. */
export function servicesIn({ index }: Placement): ResourceEntry[] {
  return [...index.entries].filter(
    ({ resource, parent }) =>
      resource?.element === 'bundle' ||
      (resource?.element === 'primitive' && parent?.resource?.element !== 'bundle'),
  )
}
