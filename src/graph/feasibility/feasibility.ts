import { INFINITY_SCORE } from '../../model/index.js'
import { isOrdered, isPlainGroup } from '../colocation/blocked-starts.js'
import { nodeScores } from '../colocation/node-scores.js'
import { isEverywhere, type Placement } from '../colocation/placement.js'
import { roomOn } from '../colocation/room.js'
import { isDisabled } from '../resource/managed.js'
import { placedWith, runsOnSeveralNodes, withAncestors } from '../resource/members.js'
import { type ResourceEntry, type ResourceIndex, topOf } from '../resource/resource-index.js'
import { type Needs, needsOf } from './needs.js'

/** The two ways in which a counterexample is looked for. */
export type Assumed = 'now' | 'possible'

/** Which nodes are up, and what has failed where for good. */
export interface Situation {
  readonly up: readonly string[]
  /** Remote and guest nodes that never are up: until Pacemaker 3.0, what may run there can be placed there. */
  readonly neverUp?: readonly string[]
  readonly hasFailed: (entry: ResourceEntry, node: string) => boolean
  /**
   * What is assumed where the configuration leaves it open. `now`: no node has an attribute that nothing sets, and the
   * cluster has the tickets that its status has. `possible`: it has all tickets, agents
   * let clones be promoted, and what is not managed runs where it can, and fails too.
   */
  readonly assumed?: Assumed
}

/** What a resource needs, and all that those need in turn; what is needed comes first, but for cycles. */
export type Closure = ReadonlyMap<ResourceEntry, Needs>

/** Where services can run in a situation. */
export interface Feasibility {
  /** Whether a service can run on a node. */
  readonly can: (service: ResourceEntry, node: string) => 'yes' | 'no' | 'unclear'
  /** True where a service certainly starts if it is placed on a node, and only that is not certain. */
  readonly startsIfPlaced: (service: ResourceEntry, node: string) => boolean
  /** True where locations keep a service off a node, up or not. */
  readonly isBanned: (service: ResourceEntry, node: string) => boolean
  /** True where a service certainly does not run on a node. */
  readonly isOff: (service: ResourceEntry, node: string) => boolean
}

/** All services that affect where these can run, with their needs. */
export function closureOf(starts: readonly ResourceEntry[], placement: Placement): Closure {
  const found = new Map<ResourceEntry, Needs>()
  const waiting = new Set(starts)
  for (const entry of waiting) {
    const needs = needsOf(entry, placement)
    found.set(entry, needs)
    const { here, alongside, anywhere, perhaps, without, antiColocatedWith } = needs
    const all = [...here, ...alongside, ...anywhere, ...perhaps, ...without, ...antiColocatedWith]
    for (const need of all) {
      for (const service of placedWith(need, placement.index)) waiting.add(service)
    }
  }
  return new Map([...found].reverse())
}

/** Where the services of a closure can run in a situation. */
export function feasibility(closure: Closure, placement: Placement, situation: Situation): Feasibility {
  const { cluster, index, locations } = placement
  const { up, neverUp = [], hasFailed, assumed } = situation
  const hasFailedSomewhere = (service: ResourceEntry) => up.some((node) => hasFailed(service, node))
  const isUnseen = (service: ResourceEntry) => isStoppedInside(service, index) && !hasFailedSomewhere(service)
  const servicesOf = (need: ResourceEntry) => placedWith(need, index).filter((service) => !isUnseen(service))
  const known = new Map<readonly ResourceEntry[], readonly ResourceEntry[]>()
  const services = (needs: readonly ResourceEntry[]) => {
    const found = known.get(needs) ?? needs.flatMap(servicesOf)
    known.set(needs, found)
    return found
  }
  const scores = nodeScores(placement, assumed !== undefined)
  const { isBanned, isDoubtful: isDoubtfulScore, isRepelled, isScored } = scores
  const hasScores = (entry: ResourceEntry) => up.some((node) => isScored(entry, node))
  const room = (entry: ResourceEntry, node: string) => roomOn(entry, node, cluster)
  const isUneven = (entry: ResourceEntry, nodes: readonly string[]) =>
    new Set(nodes.map((node) => room(entry, node))).size > 1
  const uneven = [...index.entries].filter((entry) => isUneven(entry, up))
  /** Pacemaker looks for a node with room for all that is placed with a service, among those that are left to it. */
  const hasUnevenRoom = (entry: ResourceEntry) => {
    if (uneven.length === 0) return false
    const left = up.filter((node) => !isOff(entry, node))
    return pulling(entry, placement).some((other) => uneven.includes(other) && isUneven(other, left))
  }
  const lacksTicket = (entry: ResourceEntry) =>
    assumed === 'now' && placement.tickets.get(topOf(entry))?.now === 'missing'
  const mayLackTicket = (entry: ResourceEntry) => {
    const need = placement.tickets.get(topOf(entry))
    return need !== undefined && assumed !== 'possible' && (assumed === undefined || need.now === 'unclear')
  }

  /** What is not managed stays as it is. */
  const isOut: Test = (entry, node) => {
    const needs = closure.get(entry)
    if (needs?.isUnmanaged === true) return assumed === 'possible' && hasFailed(entry, node)
    return (
      needs?.isDisabled === true ||
      hasFailed(entry, node) ||
      isBanned(entry, node) ||
      lacksTicket(entry) ||
      room(entry, node) === 'none'
    )
  }

  /** Nodes without the attribute are alike; undefined where agents may set it. */
  const isSame = (attribute: string, ...names: readonly [string, string]) => {
    const [one, other] = names.map((node) => locations.attributeOf(node, attribute)?.toLowerCase())
    return assumed === undefined && (one === undefined || other === undefined) ? undefined : one === other
  }

  const isOff = spread(
    closure,
    up,
    (entry, needs, node, off) =>
      isOut(entry, node) || (!needs.isUnmanaged && services(needs.here).some((need) => off(need, node))),
  )
  const isBlocked = spread(closure, up, (entry, needs, node, blocked) => {
    if (needs.isUnmanaged) return isOff(entry, node)
    const isNowhere = (need: ResourceEntry) => up.every((other) => blocked(need, other))
    const isJammed = (need: ResourceEntry) => isNowhere(need) && !up.every((other) => isOff(need, other))
    const isAwaiting =
      services(needs.anywhere).some(isNowhere) ||
      needs.anyOf.some((some) => services(some).every(isNowhere)) ||
      services(needs.startable).some(isJammed)
    const isFar = needs.near.some(({ entry: other, attribute }) =>
      servicesOf(other).some((service) =>
        up.every((at) => blocked(service, at) || isSame(attribute, node, at) === false),
      ),
    )
    return (
      isOff(entry, node) ||
      isAwaiting ||
      isFar ||
      services(needs.alongside).some((need) => blocked(need, node)) ||
      services(needs.here).some((need) => blocked(need, node) && blocksStart(need, entry, isNowhere))
    )
  })
  /** What cannot start is waited for, but for members of groups and single instances: they only count as placed. */
  function blocksStart(
    need: ResourceEntry,
    entry: ResourceEntry,
    isNowhere: (need: ResourceEntry) => boolean,
  ) {
    const top = topOf(need)
    if (isPlainGroup(top)) return entry.parent === top && isOrdered(top, placement)
    return !runsOnSeveralNodes(top) || placedWith(top, index).every(isNowhere)
  }
  /** What cannot start counts as placed all the same. */
  const isRival = (other: ResourceEntry, node: string) =>
    !isOff(other, node) && (up.length === 1 || runsOnSeveralNodes(topOf(other)))
  /** What is not managed may run anywhere, whatever it needs. */
  const isLeftAlone = (needs: Needs) => needs.isUnmanaged && assumed === 'possible'
  const mayBeLost = (entry: ResourceEntry) =>
    !isEverywhere(entry, placement) && neverUp.some((node) => !isBanned(entry, node))
  /** Where it is doubtful whether it finds a place. */
  const isUnplaced = spread(
    closure,
    up,
    (entry, needs, node, unplaced) =>
      !isLeftAlone(needs) &&
      (mayBeLost(entry) ||
        hasUnevenRoom(entry) ||
        room(entry, node) === 'unclear' ||
        isDoubtfulScore(entry, node) ||
        services(needs.without).some((other) => isRival(other, node)) ||
        (services(needs.antiColocatedWith).some((other) => isRival(other, node) && hasScores(other)) &&
          isRepelled(entry, node)) ||
        services(needs.here).some((need) => unplaced(need, node))),
  )
  /** Where it is doubtful whether it starts on its place. */
  const isStuck = spread(closure, up, (entry, needs, node, stuck) => {
    if (isLeftAlone(needs)) return false
    const mayBeFar = needs.near.some(({ entry: other, attribute }) =>
      servicesOf(other).some((service) =>
        up.some((at) => !isBlocked(service, at) && isSame(attribute, node, at) !== true),
      ),
    )
    const isNowhereSure = (need: ResourceEntry) =>
      up.every((at) => isBlocked(need, at) || isUnplaced(need, at) || stuck(need, at))
    return (
      needs.isUnclear ||
      (needs.needsPromotion && assumed !== 'possible') ||
      needs.isUnmanaged ||
      mayLackTicket(entry) ||
      mayBeFar ||
      services(needs.here).some((need) => stuck(need, node) || isBlocked(need, node)) ||
      services(needs.alongside).some((need) => stuck(need, node) || isUnplaced(need, node)) ||
      services(needs.anywhere).some(isNowhereSure) ||
      needs.anyOf.some((some) => services(some).every(isNowhereSure))
    )
  })
  const can: Feasibility['can'] = (entry, node) => {
    if (isBlocked(entry, node)) return 'no'
    return isUnplaced(entry, node) || isStuck(entry, node) ? 'unclear' : 'yes'
  }
  return {
    can,
    isBanned,
    isOff,
    startsIfPlaced: (entry, node) => !isBlocked(entry, node) && !isStuck(entry, node),
  }
}

type Test = (entry: ResourceEntry, node: string) => boolean

/** Marks services on nodes until no more are found; what needs a marked one is looked at again. */
function spread(
  closure: Closure,
  up: readonly string[],
  isMarked: (entry: ResourceEntry, needs: Needs, node: string, marked: Test) => boolean,
): Test {
  const marks = new Map<ResourceEntry, Set<string>>()
  const marked: Test = (entry, node) => marks.get(entry)?.has(node) === true
  for (let before = -1, count = 0; before !== count; ) {
    before = count
    for (const [entry, needs] of closure) {
      for (const node of up) {
        if (marked(entry, node) || !isMarked(entry, needs, node, marked)) continue
        marks.set(entry, (marks.get(entry) ?? new Set()).add(node))
        count += 1
      }
    }
  }
  return marked
}

/** All that is placed with a service, directly or through others, and the members of its group. */
function pulling(service: ResourceEntry, { index, linksTo }: Placement): ResourceEntry[] {
  const found = new Set(placedWith(topOf(service), index))
  for (const entry of found) {
    const dependents = withAncestors(entry).flatMap((ancestor) => linksTo(ancestor))
    for (const { dependent, score } of dependents) {
      if (score < INFINITY_SCORE) continue
      for (const other of placedWith(topOf(dependent), index)) found.add(other)
    }
  }
  return [...found].filter((entry) => entry !== service)
}

/** True for a later member of a cloned group that an operator has stopped: the instance counts as placed without it. */
function isStoppedInside(service: ResourceEntry, index: ResourceIndex): boolean {
  const group = service.parent
  if (group?.resource?.element !== 'group' || group.parent === undefined) return false
  return group.resource.members[0].id !== service.id && isDisabled(index, service)
}
