import { INFINITY_SCORE } from '../../model/index.js'
import { isDisabled } from '../resource/managed.js'
import { placedWith, runsOnSeveralNodes, withAncestors } from '../resource/members.js'
import { type ResourceEntry, type ResourceIndex, topOf } from '../resource/resource-index.js'
import { type Needs, needsOf } from './needs.js'
import type { Placement } from './placement.js'

/** Which nodes are up, and what has failed where for good. */
export interface Situation {
  readonly up: readonly string[]
  readonly hasFailed: (entry: ResourceEntry, node: string) => boolean
  /** True where what the configuration does not decide, such as a promotion, is assumed to work. */
  readonly isTrusting?: boolean
}

/** What a resource needs, and all that those need in turn; what is needed comes first, but for cycles. */
export type Closure = ReadonlyMap<ResourceEntry, Needs>

/** Where services can run in a situation. */
export interface Feasibility {
  /** Whether a service can run on a node. */
  readonly can: (service: ResourceEntry, node: string) => 'yes' | 'no' | 'unclear'
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
    const { here, anywhere, perhaps, without, antiColocatedWith } = needs
    const all = [...here, ...anywhere, ...perhaps, ...without, ...antiColocatedWith]
    for (const need of all) {
      for (const service of placedWith(need, placement.index)) waiting.add(service)
    }
  }
  return new Map([...found].reverse())
}

/** Where the services of a closure can run in a situation. */
export function feasibility(closure: Closure, placement: Placement, situation: Situation): Feasibility {
  const { index, locations } = placement
  const { up, hasFailed, isTrusting = false } = situation
  const hasFailedSomewhere = (service: ResourceEntry) => up.some((node) => hasFailed(service, node))
  const isUnseen = (service: ResourceEntry) => isStoppedInside(service, index) && !hasFailedSomewhere(service)
  const servicesOf = (need: ResourceEntry) => placedWith(need, index).filter((service) => !isUnseen(service))
  const known = new Map<readonly ResourceEntry[], readonly ResourceEntry[]>()
  const services = (needs: readonly ResourceEntry[]) => {
    const found = known.get(needs) ?? needs.flatMap(servicesOf)
    known.set(needs, found)
    return found
  }
  const scores = (entry: ResourceEntry, node: string) =>
    withAncestors(entry).map((ancestor) => locations.scoreOn(ancestor, node))
  const isBanned = (entry: ResourceEntry, node: string) =>
    scores(entry, node).some((score) => score !== undefined && score <= -INFINITY_SCORE)
  const hasScores = (entry: ResourceEntry) =>
    up.some((node) => scores(entry, node).some((score) => score !== 0))

  const isOut: Test = (entry, node) =>
    closure.get(entry)?.isDisabled === true || hasFailed(entry, node) || isBanned(entry, node)

  const isSame = (attribute: string, one: string, other: string) => {
    const value = locations.attributeOf(one, attribute)
    return value !== undefined && value === locations.attributeOf(other, attribute)
  }

  const isOff = spread(
    closure,
    up,
    (entry, needs, node, off) => isOut(entry, node) || services(needs.here).some((need) => off(need, node)),
  )
  const isBlocked = spread(closure, up, (entry, needs, node, blocked) => {
    const isNowhere = (need: ResourceEntry) => up.every((other) => blocked(need, other))
    const isStuck = (need: ResourceEntry) => isNowhere(need) && !up.every((other) => isOut(need, other))
    const isAwaiting = services(needs.anywhere).some(isNowhere) || services(needs.startable).some(isStuck)
    const isFar = needs.near.some(({ entry: other, attribute }) =>
      servicesOf(other).some((service) =>
        up.every((at) => blocked(service, at) || !isSame(attribute, node, at)),
      ),
    )
    return (
      isOff(entry, node) || isAwaiting || isFar || services(needs.here).some((need) => blocked(need, node))
    )
  })
  const isDoubtful = spread(closure, up, (entry, needs, node, doubtful) => {
    const isRival = (other: ResourceEntry) =>
      !isBlocked(other, node) && (up.length === 1 || runsOnSeveralNodes(topOf(other)))
    const mayBeFar = needs.near.some(({ entry: other, attribute }) =>
      servicesOf(other).some((service) =>
        up.some((at) => !isBlocked(service, at) && !isSame(attribute, node, at)),
      ),
    )
    const isNowhereSure = (need: ResourceEntry) => up.every((at) => isBlocked(need, at) || doubtful(need, at))
    return (
      (needs.isUnclear && !isTrusting) ||
      needs.isUncertain ||
      scores(entry, node).some((score) => (score === undefined ? !isTrusting : score < 0)) ||
      mayBeFar ||
      services(needs.without).some(isRival) ||
      services(needs.antiColocatedWith).some((other) => isRival(other) && hasScores(other)) ||
      services(needs.here).some((need) => doubtful(need, node)) ||
      services(needs.anywhere).some(isNowhereSure)
    )
  })
  const can: Feasibility['can'] = (entry, node) => {
    if (isBlocked(entry, node)) return 'no'
    return isDoubtful(entry, node) ? 'unclear' : 'yes'
  }
  return { can, isOff }
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

/** True for a later member of a cloned group that an operator has stopped: the instance counts as placed without it. */
function isStoppedInside(service: ResourceEntry, index: ResourceIndex): boolean {
  const group = service.parent
  if (group?.resource?.element !== 'group' || group.parent === undefined) return false
  return group.resource.members[0].id !== service.id && isDisabled(index, service)
}
