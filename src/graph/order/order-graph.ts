import { Graph } from '@dagrejs/graphlib'
import {
  type Action,
  type BundlePart,
  type Cause,
  type ConstraintCause,
  completionOf,
  type OrderAction,
  type Vertex,
} from './vertex.js'

/** An order between two actions that an earlier order has ordered already; Pacemaker drops it. */
export interface DroppedOrder {
  readonly from: Vertex
  readonly to: Vertex
  readonly cause: ConstraintCause
  /** The earlier one, which stays in force. */
  readonly by: ConstraintCause
}

/**
 * All actions of a cluster and what each waits for. graphlib stores them. Its keys are numbers of vertices, never ids:
 * an id such as `constructor` is a property of every object. The causes of an edge are kept beside it, since graphlib
 * makes a text of two keys at each question.
 */
export class OrderGraph {
  /** From this many pairs on, a join vertex represents those between two sets. */
  readonly joinsFrom: number
  readonly #store = new Graph<undefined, Vertex>()
  readonly #causes = new Map<Vertex, Map<Vertex, readonly Cause[]>>()
  readonly #names = new Map<string, Vertex>()
  readonly #vertices: Vertex[] = []
  /** The neighbours of vertices, memoized: graphlib builds a new list at each call. */
  readonly #successors = new Map<Vertex, readonly Vertex[]>()
  readonly #predecessors = new Map<Vertex, readonly Vertex[]>()

  /** Orders between two actions that Pacemaker ignores. */
  readonly #ignored = new Map<Vertex, Set<Vertex>>()
  readonly #dropped: DroppedOrder[] = []

  constructor(joinsFrom: number) {
    this.joinsFrom = joinsFrom
  }

  /** Every vertex, each at its index. */
  get vertices(): readonly Vertex[] {
    return this.#vertices
  }

  /** How many pairs of actions there are of which one waits directly for the other. */
  get edgeCount(): number {
    return this.#store.edgeCount()
  }

  /** The orders that are not among the causes of an edge, since an earlier one is. */
  get dropped(): readonly DroppedOrder[] {
    return this.#dropped
  }

  /** The vertex for an action, undefined where the resource has no such action. */
  vertex(resource: string, action: Action, part?: BundlePart): Vertex | undefined {
    return this.#names.get(nameOf(resource, action, part))
  }

  /** The vertex at which an action is done: for a collective resource its pseudo-action, else the action. */
  completion(resource: string, action: OrderAction): Vertex | undefined {
    return this.vertex(resource, completionOf[action]) ?? this.vertex(resource, action)
  }

  /** The vertex for an action, added where it is missing. */
  add(resource: string, action: Action, part?: BundlePart): Vertex {
    const known = this.vertex(resource, action, part)
    if (known !== undefined) return known
    const vertex = this.#push({ resource, action, ...(part === undefined ? {} : { part }) })
    this.#names.set(nameOf(resource, action, part), vertex)
    return vertex
  }

  /** A new vertex that represents all pairs between two sets of a constraint. */
  addJoin(constraint: string): Vertex {
    return this.#push({ resource: constraint, action: 'join' })
  }

  /**
   * Lets `to` wait for `from`; nothing where one of the actions does not exist. Of the orders between the same two
   * actions, Pacemaker keeps the first, whatever their kinds; one with a lifetime may not be there.
   */
  connect(from: Vertex | undefined, to: Vertex | undefined, cause: Cause): void {
    if (from === undefined || to === undefined) return
    const known = this.causes(from, to)
    if (known.includes(cause) || ('id' in cause && this.#ignored.get(from)?.has(to) === true)) return
    const by = known.find((other) => 'id' in other && other.constraint.lifetime === undefined)
    if ('id' in cause && by !== undefined && 'id' in by) {
      this.#dropped.push({ from, to, cause, by })
      return
    }
    if (known.length === 0) {
      this.#successors.delete(from)
      this.#predecessors.delete(to)
      this.#store.setEdge(String(from.index), String(to.index))
    }
    const causes = this.#causes.get(from)
    if (causes === undefined) this.#causes.set(from, new Map([[to, [cause]]]))
    else causes.set(to, [...known, cause])
  }

  /** From now on no order lets `to` wait for `from`. */
  ignore(from: Vertex | undefined, to: Vertex | undefined): void {
    if (from === undefined || to === undefined) return
    this.#ignored.set(from, (this.#ignored.get(from) ?? new Set()).add(to))
  }

  /** The actions that wait for this one, in the order in which vertices were added. */
  successors(vertex: Vertex): readonly Vertex[] {
    const known = this.#successors.get(vertex)
    if (known !== undefined) return known
    const successors = this.#at(this.#store.successors(String(vertex.index)))
    this.#successors.set(vertex, successors)
    return successors
  }

  /** The actions that this one waits for. */
  predecessors(vertex: Vertex): readonly Vertex[] {
    const known = this.#predecessors.get(vertex)
    if (known !== undefined) return known
    const predecessors = this.#at(this.#store.predecessors(String(vertex.index)))
    this.#predecessors.set(vertex, predecessors)
    return predecessors
  }

  /** Why `to` waits directly for `from`; empty where it does not. */
  causes(from: Vertex, to: Vertex): readonly Cause[] {
    return this.#causes.get(from)?.get(to) ?? none
  }

  #push(fields: Omit<Vertex, 'index'>): Vertex {
    const vertex: Vertex = { index: this.#vertices.length, ...fields }
    this.#vertices.push(vertex)
    this.#store.setNode(String(vertex.index), vertex)
    return vertex
  }

  #at(keys: readonly string[] | undefined): Vertex[] {
    return (keys ?? []).map((key) => this.#vertices[Number(key)] as Vertex)
  }
}

const none: readonly Cause[] = []

/** Actions and parts have no space, so the id is all that follows the second. */
function nameOf(resource: string, action: Action, part: BundlePart | undefined): string {
  return `${action} ${part ?? ''} ${resource}`
}
