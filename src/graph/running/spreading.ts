import { booleanOf, type Constraint, INFINITY_SCORE } from '../../model/index.js'
import { isPlainGroup } from '../colocation/blocked-starts.js'
import { isPlacedBy } from '../colocation/colocation-exceptions.js'
import type { Placement } from '../colocation/placement.js'
import { type Cause, phaseOf, type Vertex } from '../order/vertex.js'
import { isClone, placedWith, runsOnSeveralNodes } from '../resource/members.js'
import { metaOf } from '../resource/meta-attributes.js'
import { type ResourceEntry, topOf } from '../resource/resource-index.js'
import { awaits, binds, bindsByAttribute, linksToAny, nextMember } from './followers.js'
import type { Impossible, Reason } from './reason.js'

/** What is asked. */
interface Trial {
  readonly placement: Placement
  readonly nodes: readonly string[]
  /** True where nothing runs yet, so that asymmetrical orders count too. */
  readonly isStart: boolean
  /** What is impossible anyway; only what comes on top is looked for. */
  readonly base?: Impossible
}

/**
 * Where services cannot run: where they are marked, and where what they are placed with, or start after, cannot. Each
 * service and node is looked at once.
 */
export class Spreading implements Impossible {
  readonly #trial: Trial
  readonly #off = new Map<ResourceEntry, Map<string, Reason>>()
  readonly #idle = new Map<Vertex, Reason>()
  readonly #next: (() => void)[] = []

  constructor(trial: Trial) {
    this.#trial = trial
  }

  on(service: ResourceEntry, node: string): Reason | undefined {
    return this.#trial.base?.on(service, node) ?? this.#off.get(service)?.get(node)
  }

  never(vertex: Vertex): Reason | undefined {
    return this.#trial.base?.never(vertex) ?? this.#idle.get(vertex)
  }

  nowhere(service: ResourceEntry): Reason | undefined {
    const because: Reason[] = []
    for (const node of this.#trial.nodes) {
      const reason = this.on(service, node)
      if (reason === undefined) return undefined
      because.push(reason)
    }
    const isOrder = because.some((reason) => reason.isOrder)
    return because.length === 1 ? because[0] : { constraints: [], because, isOrder }
  }

  /** The services with a mark that the base does not have, and the primitives in bundles that never start. */
  get marked(): ReadonlySet<ResourceEntry> {
    const { index } = this.#trial.placement
    const inBundles = [...this.#idle.keys()].flatMap(({ action, part, resource }) => {
      const entry = action === 'start' && part === undefined ? index.get(resource) : undefined
      return entry?.parent?.resource?.element === 'bundle' ? [entry] : []
    })
    return new Set([...this.#off.keys(), ...inBundles])
  }

  /** Marks a service that cannot run on a node, and all that follows from it. */
  mark(service: ResourceEntry, node: string, reason: Reason): void {
    this.#add(service, node, reason)
    this.#finish()
  }

  /** Marks an action that is never done, and all that follows from it. */
  prevent(vertex: Vertex, reason: Reason): void {
    this.#idleAt(vertex, reason)
    this.#finish()
  }

  #finish(): void {
    for (let next = this.#next.pop(); next !== undefined; next = this.#next.pop()) next()
  }

  #add(service: ResourceEntry, node: string, reason: Reason): void {
    if (this.on(service, node) !== undefined) return
    if (this.#trial.placement.unstoppable.has(service)) return
    const off = this.#off.get(service) ?? new Map<string, Reason>()
    this.#off.set(service, off.set(node, reason))
    this.#next.push(() => this.#spread(service, node, reason))
  }

  #everywhere(service: ResourceEntry, reason: Reason): void {
    for (const node of this.#trial.nodes) this.#add(service, node, reason)
  }

  #spread(service: ResourceEntry, node: string, reason: Reason): void {
    const nowhere = this.nowhere(service)
    if (nowhere !== undefined) this.#stay(this.#startOf(service), nowhere)
    if (reason.isOrder === true) this.#spreadInterleaved(service, node, reason)
    else this.#spreadPlaced(service, node, reason)
    if (nowhere !== undefined) this.#spreadBlocked(service, nowhere)
    if (nowhere !== undefined && nowhere.isOrder !== true) this.#spreadUnplaced(service, nowhere)
  }

  /** What is placed with a resource, or a clone, that cannot start anywhere does not start either. */
  #spreadBlocked(service: ResourceEntry, because: Reason): void {
    const { placement, nodes } = this.#trial
    const top = topOf(service)
    if (isPlainGroup(top)) return
    if (!placedWith(top, placement.index).every((other) => this.nowhere(other) !== undefined)) return
    for (const link of placement.linksTo(top)) {
      if (link.score < INFINITY_SCORE) continue
      const isAwaited = awaits(link, because, placement)
      for (const dependent of placedWith(link.dependent, placement.index)) {
        if (!isAwaited && !(because.isOrder === true && binds(dependent, link, placement))) continue
        const reason = { constraints: [link.constraint], because: [because], isOrder: true }
        for (const node of nodes) this.#add(dependent, node, reason)
      }
    }
  }

  /** What is placed by a node attribute with a resource that has no node finds none with its value. */
  #spreadUnplaced(service: ResourceEntry, because: Reason): void {
    const { placement } = this.#trial
    for (const link of linksToAny(service, placement)) {
      if (!bindsByAttribute(link, placement)) continue
      for (const dependent of placedWith(link.dependent, placement.index)) {
        if (isPlacedBy(dependent, link, placement.index))
          this.#everywhere(dependent, { constraints: [link.constraint], because: [because] })
      }
    }
  }

  /** What is placed with the service, and the next member of its group. */
  #spreadPlaced(service: ResourceEntry, node: string, because: Reason): void {
    const { placement } = this.#trial
    const reason = (constraints: readonly Constraint[]) => ({ constraints, because: [because] })
    for (const link of linksToAny(service, placement)) {
      for (const dependent of placedWith(link.dependent, placement.index)) {
        if (binds(dependent, link, placement)) this.#add(dependent, node, reason([link.constraint]))
      }
    }
    const next = nextMember(service, placement)
    if (next !== undefined) this.#add(next, node, reason([]))
    this.#spreadInterleaved(service, node, because)
  }

  /** An instance of an interleaved clone starts only where the clone that it starts after has one. */
  #spreadInterleaved(service: ResourceEntry, node: string, because: Reason): void {
    const { index, graph, cluster } = this.#trial.placement
    const first = topOf(service)
    const done = isClone(first) ? graph.vertex(first.id, 'running') : undefined
    for (const vertex of done === undefined ? [] : graph.successors(done)) {
      const then = vertex.action === 'start' ? index.get(vertex.resource) : undefined
      if (done === undefined || then === undefined || !isClone(then)) continue
      if (booleanOf(metaOf(cluster, then, 'interleave')) !== true) continue
      const cause = this.#binding(done, vertex)
      if (cause === undefined || !('id' in cause) || !cause.symmetrical) continue
      for (const inner of placedWith(then, index)) {
        this.#add(inner, node, { constraints: [cause.constraint], because: [because], isOrder: true })
      }
    }
  }

  /** What waits for a start that is never done is not done either. */
  #stay(vertex: Vertex | undefined, because: Reason): void {
    if (vertex === undefined || this.never(vertex) !== undefined) return
    this.#idle.set(vertex, because)
    const { graph } = this.#trial.placement
    for (const successor of graph.successors(vertex)) {
      if (phaseOf(successor) === 'down') continue
      const cause = this.#binding(vertex, successor)
      if (cause === undefined) continue
      const before = successor.action === 'one-or-more' ? graph.predecessors(successor) : [vertex]
      const reasons = before.flatMap((other) => this.never(other) ?? [])
      if (reasons.length < before.length) continue
      const constraints = 'id' in cause ? [cause.constraint] : []
      this.#next.push(() => this.#idleAt(successor, { constraints, because: reasons, isOrder: true }))
    }
  }

  #idleAt(vertex: Vertex, reason: Reason): void {
    this.#stay(vertex, reason)
    const service = vertex.action === 'start' ? this.#trial.placement.index.get(vertex.resource) : undefined
    if (service !== undefined && this.#startOf(service) === vertex) this.#everywhere(service, reason)
  }

  #startOf({ id, resource }: ResourceEntry): Vertex | undefined {
    const { graph } = this.#trial.placement
    if (resource?.element === 'bundle') return graph.vertex(id, 'start', 'container')
    return resource?.element === 'primitive' ? graph.vertex(id, 'start') : undefined
  }

  /** Why one action is not done without another: of several orders between the two, Pacemaker keeps the first. */
  #binding(from: Vertex, to: Vertex): Cause | undefined {
    const causes = this.#trial.placement.graph.causes(from, to)
    const rule = causes.find((cause) => 'rule' in cause && cause.rule !== 'node')
    if (rule !== undefined) return rule
    const order = causes.find((cause) => 'id' in cause)
    if (order === undefined || !('id' in order)) return undefined
    const isOfSome = [from, to].some(({ action }) => action === 'one-or-more')
    const isBinding = (order.kind === 'Mandatory' || (isOfSome && this.#trial.isStart)) && !order.inverse
    const isInForce = order.symmetrical || (this.#trial.isStart && !this.#arePaired(from, to))
    return isBinding && isInForce ? order : undefined
  }

  /** Instances of an interleaved clone that find none of another to pair with start all the same, where stops are not ordered. */
  #arePaired(from: Vertex, to: Vertex): boolean {
    const { index, cluster } = this.#trial.placement
    const [first, then] = [index.get(from.resource), index.get(to.resource)]
    if (first === undefined || then === undefined || !isClone(topOf(then))) return false
    return runsOnSeveralNodes(topOf(first)) && booleanOf(metaOf(cluster, topOf(then), 'interleave')) === true
  }
}
