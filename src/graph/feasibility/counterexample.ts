import { quote } from '../../diagnostics/quote.js'
import { isEverywhere, type Placement } from '../colocation/placement.js'
import { placedWith, runsOnSeveralNodes } from '../resource/members.js'
import { type ResourceEntry, topOf } from '../resource/resource-index.js'
import { candidateStates, type NodeState, type States } from './candidate-states.js'
import { isFree, needsOfAnyKind, needsOnNode } from './closure.js'
import { type Assumed, type Closure, closureOf, feasibility, type Situation } from './feasibility.js'
import { preferredNodeOf } from './preferred-node.js'

/** A state of the cluster, come to rest, in which a resource runs where the other does not. */
export interface Counterexample {
  readonly states: States
  /** The service that has failed on the nodes that are `failed`. */
  readonly failed: string
  /** The nodes where the resource itself has failed for good, so that it cannot run there. */
  readonly rscFailed: readonly string[]
  /** What it needs on its node, where that has failed on those nodes instead of the resource itself. */
  readonly pinned?: string
  /** What else has failed on every node: it would compete for the place of the resource. */
  readonly othersFailed?: readonly string[]
  /** The node where the resource runs; where there are several, all of a clone, else one of them, and either shows it. */
  readonly rsc: readonly string[]
  /** The nodes where the other runs; one of them, where it runs once. */
  readonly withRsc: readonly string[]
}

/** Above this many needs in a closure no state is searched. */
const largestSearched = 100_000

/** How many services are tried as the one that failed: the other itself and what it needs on its node, then what keeps it off. */
const causesTried = 4

/** How many services that it needs on its node are tried as the one that decides where that is. */
const pinsTried = 3

/** A state in which one service certainly runs without the other; undefined where none is certain. */
export function counterexampleOf(
  rsc: ResourceEntry,
  withRsc: ResourceEntry,
  placement: Placement,
  assumed: Assumed = 'now',
): Counterexample | undefined {
  const closure = closureOf([rsc, withRsc, ...hostsIn(placement)], placement)
  if (sizeOf(closure) > largestSearched) return undefined
  const needed = [...needsOnNode(withRsc, closure, placement)].slice(0, causesTried)
  const avoided = avoidedBy(rsc, closure, placement)
  const rivals = rivalsOf(rsc, closure, placement)
  const pins = pinsOf(rsc, withRsc, closure, placement)
  for (const others of rivals.length === 0 ? [[]] : [[], rivals]) {
    for (const failed of new Set([...needed, ...avoided.slice(0, causesTried)])) {
      for (const candidate of candidateStates(placement)) {
        for (const pinned of candidate.rscFailed.length === 0 ? [rsc] : pins) {
          const trial = { rsc, withRsc, failed, pinned, ...candidate, others, assumed }
          const found = trySituation(trial, closure, placement)
          if (found !== undefined) return found
        }
      }
    }
  }
  return undefined
}

/**
 * What may have failed for good on all nodes but one, so that the resource runs there: itself, and what it needs on its node.
 * Where it waits for a bundle, a move of that may keep a replica from starting, and the bundle from having started.
 */
function pinsOf(
  rsc: ResourceEntry,
  withRsc: ResourceEntry,
  closure: Closure,
  placement: Placement,
): ResourceEntry[] {
  const isAfterBundle = [...needsOnNode(rsc, closure, placement, needsOfAnyKind)].some(
    ({ resource }) => resource?.element === 'bundle',
  )
  const others = [...needsOnNode(rsc, closure, placement)].filter(
    (entry) => entry !== rsc && entry !== withRsc && !runsOnSeveralNodes(topOf(entry)),
  )
  return [rsc, ...(isAfterBundle ? [] : others.slice(0, pinsTried))]
}

/** What competes with a service for its place, and is not needed for it to run. */
function rivalsOf(rsc: ResourceEntry, closure: Closure, placement: Placement): ResourceEntry[] {
  const needed = needsOnNode(rsc, closure, placement, needsOfAnyKind)
  const services = [...needsOnNode(rsc, closure, placement)].flatMap((entry) => {
    const { without = [], antiColocatedWith = [] } = closure.get(entry) ?? {}
    return [...without, ...antiColocatedWith].flatMap((other) => placedWith(other, placement.index))
  })
  return [...new Set(services)].filter(
    (service) => !needed.has(service) && !placement.unstoppable.has(service) && !isInBundle(service),
  )
}

/** What fails inside a container does so on a node of the bundle's own, not on one of the cluster's states. */
function isInBundle({ parent }: ResourceEntry): boolean {
  return parent?.resource?.element === 'bundle'
}

/** What keeps a service off a node: what it must not run with, itself or what it needs there. */
function avoidedBy(rsc: ResourceEntry, closure: Closure, placement: Placement): ResourceEntry[] {
  return [...needsOnNode(rsc, closure, placement)]
    .flatMap((entry) => closure.get(entry)?.without ?? [])
    .flatMap((other) => placedWith(other, placement.index))
}

function sizeOf(closure: Closure): number {
  return [...closure.values()]
    .map(
      ({ perhaps, without, antiColocatedWith }) => perhaps.length + without.length + antiColocatedWith.length,
    )
    .reduce((sum, size) => sum + size, 0)
}

interface Trial {
  readonly rsc: ResourceEntry
  readonly withRsc: ResourceEntry
  readonly failed: ResourceEntry
  readonly states: States
  readonly rscFailed: readonly string[]
  readonly pinned: ResourceEntry
  readonly others: readonly ResourceEntry[]
  readonly assumed: Assumed
}

function trySituation(
  { rsc, withRsc, failed, states, rscFailed, pinned, others, assumed }: Trial,
  closure: Closure,
  placement: Placement,
): Counterexample | undefined {
  const hasFailed: Situation['hasFailed'] = (entry, node) =>
    (entry === failed && states[node] === 'failed') ||
    (entry === pinned && rscFailed.includes(node)) ||
    others.includes(entry)
  const found = nodesUp({ rsc, states, hasFailed, assumed }, closure, placement)
  if (found === undefined) return undefined
  const { up } = found
  const feasible = feasibility(closure, placement, { ...found, hasFailed, assumed })
  const possible = up.filter((node) => feasible.can(rsc, node) === 'yes')
  const perhaps = up.filter((node) => feasible.can(rsc, node) === 'unclear')
  if (possible.length === 0 || !perhaps.every((node) => feasible.startsIfPlaced(rsc, node))) return undefined
  const preferred = perhaps.length > 0 ? undefined : preferredNodeOf(rsc, possible, placement)
  // What it waits for, and what it runs with as a member of the same group, has to be there too.
  const isHindered = (member: ResourceEntry) =>
    preferred !== undefined && (hasFailed(member, preferred) || feasible.isBanned(member, preferred))
  const tops = new Set(
    [...needsOnNode(rsc, closure, placement)].map(topOf).filter((top) => !runsOnSeveralNodes(top)),
  )
  const awaited = (closure.get(rsc)?.anywhere ?? []).flatMap((need) => placedWith(need, placement.index))
  if (awaited.some((member) => tops.has(topOf(member)) && isHindered(member))) return undefined
  const nodes = preferred === undefined ? [...possible, ...perhaps] : [preferred]
  const isOff = (node: string) => feasible.isOff(withRsc, node)
  const isOnEach = [...needsOnNode(rsc, closure, placement)].every((need) => isEverywhere(need, placement))
  const isOnMore = possible.length > 1 && !runsOnSeveralNodes(topOf(withRsc))
  const isBroken = isOnEach ? isOnMore || possible.some(isOff) : nodes.every(isOff)
  if (!isBroken) return undefined
  if (up.length > 1 && !isFree(rsc, possible, up, feasible, closure, placement)) return undefined
  return {
    states,
    failed: failed.id,
    rscFailed,
    ...(pinned === rsc ? {} : { pinned: pinned.id }),
    ...(others.length === 0 ? {} : { othersFailed: others.map(({ id }) => id) }),
    rsc: nodes,
    withRsc: up.filter((node) => feasible.can(withRsc, node) !== 'no'),
  }
}

function hostsIn({ locations }: Placement): ResourceEntry[] {
  return locations.nodes.flatMap((node) => locations.hostOf(node) ?? [])
}

/** The nodes that are up, and those that never are; undefined where it is not certain whether a remote or guest node is. */
function nodesUp(
  { rsc, states, hasFailed, assumed = 'now' }: Pick<Trial, 'rsc' | 'states'> & Omit<Situation, 'up'>,
  closure: Closure,
  placement: Placement,
): Pick<Situation, 'up' | 'neverUp'> | undefined {
  const { nodes, hostOf } = placement.locations
  const up = nodes.filter((node) => states[node] !== 'down' && hostOf(node) === undefined)
  const hosted = nodes.filter((node) => hostOf(node) !== undefined)
  if (hosted.length === 0) return { up }
  const feasible = feasibility(closure, placement, {
    up,
    hasFailed,
    assumed,
  })
  const found = [...up]
  const neverUp: string[] = []
  for (const node of hosted) {
    const host = hostOf(node) as ResourceEntry
    if (up.every((member) => feasible.can(host, member) === 'no')) {
      neverUp.push(node)
      continue
    }
    const possible = up.filter((member) => feasible.can(host, member) === 'yes')
    const isSure = possible.length > 0 && isFree(host, possible, up, feasible, closure, placement)
    if (!isSure || needsOnNode(host, closure, placement, needsOfAnyKind).has(rsc)) return undefined
    found.push(node)
  }
  return { up: found, neverUp }
}

/**
 * The state in which what an interleaved clone starts after is missing on the preferred node of the resource: the
 * clone's instance counts as placed there, and never starts. Undefined where the resource has no preferred node.
 */
export function withoutBase(
  rsc: ResourceEntry,
  withRsc: ResourceEntry,
  base: ResourceEntry,
  placement: Placement,
): Counterexample | undefined {
  const { nodes } = placement.locations
  const [service = base] = placedWith(base, placement.index)
  const all = closureOf([rsc, withRsc, service], placement)
  /** An instance is placed without what it would start beside. */
  const closure = new Map([...all].map(([entry, needs]) => [entry, { ...needs, alongside: [] }]))
  const feasible = feasibility(closure, placement, { up: nodes, hasFailed: () => false, assumed: 'now' })
  const canRun = (entry: ResourceEntry) => nodes.filter((node) => feasible.can(entry, node) === 'yes')
  const node = preferredNodeOf(rsc, canRun(rsc), placement)
  if (node === undefined || !canRun(withRsc).includes(node)) return undefined
  const withBase = canRun(service).filter((other) => other !== node)
  return {
    states: Object.fromEntries(nodes.map((name) => [name, name === node ? 'failed' : 'up'])),
    failed: service.id,
    rscFailed: [],
    rsc: [node],
    withRsc: canRun(withRsc).filter((other) => withBase.includes(other)),
  }
}

/** `with n1 and n2 down and "haproxy" failed on n3, "vip" runs on n3 and "haproxy" nowhere`. */
export function counterexampleInWords(
  rsc: string,
  withRsc: string,
  shown: Counterexample,
  placement: Placement,
): string {
  const { index } = placement
  const { states, failed: id, rscFailed, pinned, othersFailed = [] } = shown
  const own = pinned === undefined ? `${quote(rsc)} itself` : quote(pinned)
  const isBundle = index.get(id)?.resource?.element === 'bundle'
  const failed = isBundle ? `every replica of ${quote(id)}` : quote(id)
  const nodesThatAre = (state: NodeState) => Object.keys(states).filter((node) => states[node] === state)
  const [down, failing] = [nodesThatAre('down'), nodesThatAre('failed')]
  const circumstances = [
    ...(down.length === 0 ? [] : [`${listed(down, 'and')} down`]),
    ...(failing.length === 0 ? [] : [`${failed} failed on ${listed(failing, 'and')}`]),
    ...(rscFailed.length === 0 ? [] : [`${own} failed on ${listed(rscFailed, 'and')}`]),
    ...(othersFailed.length === 0 ? [] : [`${listed(othersFailed.map(quote), 'and')} failed on every node`]),
  ]
  const entry = index.get(rsc)
  const isClone = entry !== undefined && isEverywhere(entry, placement)
  const where = shown.withRsc.length === 0 ? 'nowhere' : `only on ${listed(shown.withRsc, 'or')}`
  return `with ${listed(circumstances, 'and')}, ${quote(rsc)} runs on ${listed(shown.rsc, isClone ? 'and' : 'or')} and ${quote(withRsc)} ${where}`
}

function listed(items: readonly string[], last: 'and' | 'or'): string {
  if (items.length < 2) return items.join('')
  return `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`
}
