import type { RscOrder } from '../../model/index.js'

/**
 * What a vertex does. `running`, `stopped`, `promoted` and `demoted` are Pacemaker's pseudo-actions: a group,
 * clone or bundle has done it with all its children. `one-or-more` is Pacemaker's too: enough of a set have done it.
 * `join` is ours: it represents all pairs between two sets.
 */
export type Action =
  | 'start'
  | 'running'
  | 'promote'
  | 'promoted'
  | 'stop'
  | 'stopped'
  | 'demote'
  | 'demoted'
  | 'one-or-more'
  | 'join'

/** The actions that `rsc_order` names. */
export type OrderAction = 'start' | 'stop' | 'promote' | 'demote'

/** What Pacemaker expands a bundle to. */
export type BundlePart = 'container' | 'address' | 'remote' | 'replicas'

/** One action of one resource. */
export interface Vertex {
  /** Counts from 0 in the order in which vertices were added. */
  readonly index: number
  /** The id of the resource; of the constraint or set for `one-or-more` and `join`. */
  readonly resource: string
  /** A part of the bundle `resource`. */
  readonly part?: BundlePart
  readonly action: Action
}

/** Which of Pacemaker's own rules is behind an edge. */
export type Rule =
  | 'restart'
  | 'promotion'
  | 'member'
  | 'group-order'
  | 'bundle'
  | 'container'
  | 'guest'
  | 'node'
  | 'probe'

export type OrderKind = 'Mandatory' | 'Optional' | 'Serialize'

/** An order of the configuration that is behind an edge. */
export interface ConstraintCause {
  readonly constraint: RscOrder
  readonly id: string
  readonly kind: OrderKind
  readonly symmetrical: boolean
  /** True for the reverse edge that a symmetrical order has. */
  readonly inverse: boolean
}

/** A rule of Pacemaker that is behind an edge, and the resource that it belongs to. */
export interface RuleCause {
  readonly rule: Rule
  readonly owner: string
}

/** Why one action waits for another. */
export type Cause = ConstraintCause | RuleCause

/** One action that waits for another, and why: Pacemaker's own rule where there is one, else the first order. */
export interface Step {
  readonly from: Vertex
  readonly to: Vertex
  readonly cause: Cause
}

export type Phase = 'up' | 'down' | 'either'

const phases: Readonly<Record<Action, Phase>> = {
  start: 'up',
  running: 'up',
  promote: 'up',
  promoted: 'up',
  stop: 'down',
  stopped: 'down',
  demote: 'down',
  demoted: 'down',
  'one-or-more': 'either',
  join: 'either',
}

/** Whether an action brings its resource up or takes it down. */
export function phaseOf({ action }: Vertex): Phase {
  return phases[action]
}

/** The pseudo-action with which an action of a collective resource is complete. */
export const completionOf = {
  start: 'running',
  stop: 'stopped',
  promote: 'promoted',
  demote: 'demoted',
} as const satisfies Readonly<Record<OrderAction, Action>>

/** The action that undoes another. */
export const inverseOf: Readonly<Record<OrderAction, OrderAction>> = {
  start: 'stop',
  stop: 'start',
  promote: 'demote',
  demote: 'promote',
}

/** True for the actions that `rsc_order` may name. */
export function isOrderAction(text: string): text is OrderAction {
  return Object.hasOwn(inverseOf, text)
}
