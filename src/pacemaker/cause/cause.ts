import type { Cluster } from '../../model/index.js'

/** What a cause is about, in the order in which causes are named: what an operator did comes first, limits last. */
export const causeKinds = [
  'target-role',
  'property',
  'managed',
  'ticket',
  'quorum',
  'standby',
  'node-maintenance',
  'node-offline',
  'node-shutdown',
  'health',
  'failure',
  'orphan',
  'active-twice',
  'location',
  'colocation',
  'order',
  'ticket-constraint',
  'utilization',
  'clone-limit',
  'requires',
  'promotion',
  'opt-in',
  'stickiness',
  'change',
  'preference',
  'avoidance',
] as const

export type CauseKind = (typeof causeKinds)[number]

/** Something in a cluster that may decide where resources run, and how the cluster is without it. */
export interface Cause {
  readonly kind: CauseKind
  /** The resource, or the constraint or ticket, that it is about. */
  readonly id?: string
  readonly node?: string
  /** The XPath in the CIB. */
  readonly path: string
  /** The element of the cluster there; a position is known of one that was read. */
  readonly element?: object
  /** What it is, as one clause. */
  readonly words: string
  /** The words of the command that lifts it. */
  readonly command: readonly string[]
  /** The cluster without it. */
  readonly lift: (cluster: Cluster) => Cluster
}
