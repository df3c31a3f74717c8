import { type Role, roleOf } from '../../model/roles.js'
import { prerequisitesOf } from '../analysis/prerequisites.js'
import type { ColocationLink } from '../resource/colocation-links.js'
import { childrenOfEntry, memberBefore, withAncestors } from '../resource/members.js'
import { type ResourceEntry, topOf } from '../resource/resource-index.js'
import { isPlainGroup } from './blocked-starts.js'
import { colocationException, type PacemakerVersion } from './colocation-exceptions.js'
import type { ImplicationException } from './counts-as-placed.js'
import { type Connection, implicationException } from './implication-exceptions.js'
import { pairedFirst } from './interleave.js'
import { isClonedGroup, type Placement } from './placement.js'

/** What should make `to` active wherever `from` is, and whether it does. */
export interface Implication extends Connection {
  /** The role that it implies for the second. */
  readonly toRole?: Role
  /** Why it is not true in every state; undefined where it is. */
  readonly exception?: ImplicationException
}

/** A resource that is active, and in a role where one is asked for. */
export interface InRole {
  readonly entry: ResourceEntry
  readonly role?: Role | undefined
}

/** A chain of implications from one resource to another; one without exceptions is preferred. */
export function implicationsBetween(
  start: InRole,
  end: InRole,
  placement: Placement,
  version: PacemakerVersion,
): readonly Implication[] | undefined {
  const all = (from: InRole) => implicationsFrom(from, placement, version)
  const sound = (from: InRole) => all(from).filter(({ exception }) => exception === undefined)
  return search(start, end, sound) ?? search(start, end, all)
}

/** All that is active wherever a resource is, in every state. */
export function impliedBy(
  start: ResourceEntry,
  placement: Placement,
  version: PacemakerVersion,
): ReadonlySet<ResourceEntry> {
  const reached = new Reached({ entry: start })
  for (const from of reached.all) {
    for (const implication of implicationsFrom(from, placement, version)) {
      if (implication.exception === undefined) reached.add(implication)
    }
  }
  return new Set([...reached.all].map(({ entry }) => entry))
}

/** What is reached from a start, each in each role once, and by which implication. */
class Reached {
  readonly all: Set<InRole>
  readonly #known = new Map<ResourceEntry, Map<Role | undefined, InRole>>()
  readonly #into = new Map<InRole, { readonly implication: Implication; readonly from: InRole }>()

  constructor(start: InRole) {
    this.all = new Set([start])
    this.#known.set(start.entry, new Map([[start.role, start]]))
  }

  add(implication: Implication, from?: InRole): void {
    const { to: entry, toRole: role } = implication
    const roles = this.#known.get(entry) ?? new Map<Role | undefined, InRole>()
    if (roles.has(role)) return
    const inRole = { entry, role }
    this.#known.set(entry, roles.set(role, inRole))
    this.all.add(inRole)
    if (from !== undefined) this.#into.set(inRole, { implication, from })
  }

  /** The chain to a resource, in that role if one is asked for; undefined where it is not reached. */
  chainTo({ entry, role }: InRole): Implication[] | undefined {
    const roles = this.#known.get(entry)
    const end = role === undefined ? roles?.values().next().value : roles?.get(role)
    if (end === undefined) return undefined
    const chain: Implication[] = []
    for (let last = this.#into.get(end); last !== undefined; last = this.#into.get(last.from)) {
      chain.push(last.implication)
    }
    return chain.reverse()
  }
}

function search(
  start: InRole,
  end: InRole,
  next: (from: InRole) => readonly Implication[],
): Implication[] | undefined {
  const reached = new Reached(start)
  for (const from of reached.all) {
    const chain = reached.chainTo(end)
    if (chain !== undefined) return chain
    for (const implication of next(from)) reached.add(implication, from)
  }
  return reached.chainTo(end)
}

function implicationsFrom(
  { entry: from, role }: InRole,
  placement: Placement,
  version: PacemakerVersion,
): Implication[] {
  const own = withAncestors(from).flatMap((dependent) => placement.linksOf(dependent))
  const siblings = placement.linksOfMembers(from.parent).filter(({ dependent }) => dependent !== from)
  const before = memberBefore(from, placement.index)
  const fromRole = role === undefined ? {} : { fromRole: role }
  const same = role === undefined ? {} : { ...fromRole, toRole: role }
  return [
    ...[...own, ...siblings]
      .filter(({ score }) => score > 0)
      .flatMap((link): Implication[] => [
        { from, ...fromRole, to: link.primary, ...roleOfPrimary(link), link },
        ...membersAwaited(from, link, placement).map((to) => ({ from, ...fromRole, to, link })),
      ]),
    ...childrenOfEntry(from, placement.index).map((to): Implication => ({ from, to, ...same })),
    ...(before === undefined ? [] : [{ from, to: before, ...same }]),
    ...[...followersStartedFirst(from, placement, version), ...pairedFirst(topOf(from), placement)].map(
      (to) => ({
        from,
        ...fromRole,
        to,
      }),
    ),
  ].map((implication) => {
    const exception = implicationException(implication, placement, version)
    return exception === undefined ? implication : { ...implication, exception }
  })
}

/**
 * What a resource starts after by a Mandatory order, where that is placed with it, or both with the same other one, which
 * runs once: it runs nowhere else, and where it does not run, the resource does not either. Not for a clone of a group, of
 * which some members may be enough for a set that needs only some.
 */
function followersStartedFirst(
  from: ResourceEntry,
  placement: Placement,
  version: PacemakerVersion,
): ResourceEntry[] {
  if (from.parent !== undefined || from.resource?.element !== 'primitive') return []
  const firsts = prerequisitesOf(from, placement).flatMap(({ first, some, cause, vertex }) => {
    const isNeeded = some === undefined && cause.kind === 'Mandatory' && cause.symmetrical && !cause.inverse
    const isStart = vertex.action === 'start' || vertex.action === 'running'
    return isNeeded && isStart && !isClonedGroup(first) ? [first] : []
  })
  if (firsts.length === 0) return []
  const binds = (link: ColocationLink) =>
    link.score > 0 &&
    colocationException(link, placement.index, version) === undefined &&
    !placement.dropped.has(link) &&
    !placement.unstoppable.has(link.dependent)
  const isPlain = ({ parent, resource }: ResourceEntry) =>
    parent === undefined && resource?.element === 'primitive'
  const places = placement.linksOf(from).filter((link) => binds(link) && isPlain(link.primary))
  const leaders = [from, ...places.map(({ primary }) => primary)]
  const followers = leaders.flatMap((leader) => placement.linksTo(leader).filter(binds))
  return firsts.filter((first) => followers.some(({ dependent }) => dependent === first))
}

/** The members of a group that a resource is placed with and starts after: it does not start before they can. */
function membersAwaited(
  from: ResourceEntry,
  { primary }: ColocationLink,
  placement: Placement,
): ResourceEntry[] {
  const isAwaited =
    isPlainGroup(primary) && withAncestors(from).some((entry) => prerequisitesOf(entry, placement).length > 0)
  return isAwaited ? childrenOfEntry(primary, placement.index) : []
}

/** What has no roles has none that a colocation could require. */
function roleOfPrimary({ primary, primaryRole }: ColocationLink): { readonly toRole?: Role } {
  const toRole = primary.promotable ? roleOf(primaryRole) : undefined
  return toRole === undefined ? {} : { toRole }
}
