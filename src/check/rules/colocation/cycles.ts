import type { ColocationLink } from '../../../graph/resource/colocation-links.js'
import type { ResourceEntry } from '../../../graph/resource/resource-index.js'
import { INFINITY_SCORE } from '../../../model/index.js'

/**
 * Cycles of colocations, in each of which Pacemaker must place one resource before the one that it depends on; no two
 * have a resource in common. Roles of the dependent are assigned later, so colocations of a promotion form none.
 */
export function colocationCycles(links: readonly ColocationLink[]): ColocationLink[][] {
  const plain = links.filter(({ dependentRole, constraint }) => {
    return dependentRole === undefined && constraint.nodeAttribute === undefined
  })
  if (!plain.some(({ score }) => score > 0)) return []
  const mandatory = plain.filter(({ score }) => Math.abs(score) >= INFINITY_SCORE)
  const found = contradictions(plain)
  const used = new Set(found.flatMap((cycle) => cycle.map(({ dependent }) => dependent)))
  return [...found, ...cyclesAmong(mandatory, used).filter((cycle) => cycle.some(({ score }) => score > 0))]
}

/** Pairs of which each is placed by the other, one nearer and one away, at least one of them without exception. */
function contradictions(links: readonly ColocationLink[]): ColocationLink[][] {
  const byPair = new Map(links.map((link) => [`${link.dependent.id} ${link.primary.id}`, link]))
  return links.flatMap((link) => {
    const { dependent, primary, score } = link
    const opposite = score > 0 ? byPair.get(`${primary.id} ${dependent.id}`) : undefined
    if (opposite === undefined || opposite.score > 0) return []
    return score >= INFINITY_SCORE || opposite.score <= -INFINITY_SCORE ? [[link, opposite]] : []
  })
}

interface Step {
  readonly entry: ResourceEntry
  readonly links: readonly ColocationLink[]
  at: number
}

/** Follows the colocations, each resource once; depth costs no stack. */
function cyclesAmong(links: readonly ColocationLink[], used: ReadonlySet<ResourceEntry>): ColocationLink[][] {
  const from = new Map<ResourceEntry, ColocationLink[]>()
  for (const link of links) {
    const others = from.get(link.dependent)
    if (others === undefined) from.set(link.dependent, [link])
    else others.push(link)
  }
  const cycles: ColocationLink[][] = []
  const closed = new Set(used)
  for (const start of from.keys()) {
    const path: Step[] = []
    const open = new Set<ResourceEntry>()
    for (let next: ResourceEntry | undefined = start; next !== undefined; ) {
      if (open.has(next)) {
        const cycle = path.splice(path.findIndex(({ entry }) => entry === next))
        cycles.push(cycle.map(({ links, at }) => links[at - 1] as ColocationLink))
        for (const { entry } of cycle) closed.add(entry)
      } else if (!closed.has(next)) {
        path.push({ entry: next, links: from.get(next) ?? [], at: 0 })
        open.add(next)
      }
      next = following(path, open, closed)
    }
  }
  return cycles
}

/** The next resource to look at from the end of a path; ends without one are dropped. */
function following(
  path: Step[],
  open: Set<ResourceEntry>,
  closed: Set<ResourceEntry>,
): ResourceEntry | undefined {
  for (let end = path.at(-1); end !== undefined; end = path.at(-1)) {
    const link = end.links[end.at]
    end.at++
    if (link !== undefined) return link.primary
    closed.add(end.entry)
    open.delete(end.entry)
    path.pop()
  }
  return undefined
}
