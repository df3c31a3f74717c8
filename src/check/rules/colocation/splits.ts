import type { ColocationLink } from '../../../graph/resource/colocation-links.js'
import type { ResourceEntry, ResourceIndex } from '../../../graph/resource/resource-index.js'
import { INFINITY_SCORE } from '../../../model/index.js'

/** A colocation that separates resources, in a cycle with what makes some of them run together. */
export interface Split {
  readonly separating: ColocationLink
  /** The ids of all colocations and groups of the cycle. */
  readonly constraints: readonly string[]
  readonly groups: readonly string[]
}

interface Step {
  readonly to: ResourceEntry
  /** The id of the colocation, or of the group. */
  readonly constraint?: string
  readonly group?: string
  /** True where it must run with the other. */
  readonly isTogether: boolean
}

/** Where a colocation leads that names a group: each member depends on the one before it. */
export interface GroupEnds {
  /** What a group depends on others as. */
  readonly first: (entry: ResourceEntry) => ResourceEntry
  /** What others depend on a group by. */
  readonly last: (entry: ResourceEntry) => ResourceEntry
}

/** The cycles of any scores that have both; Pacemaker then separates what must run together. */
export function splitsOf(links: readonly ColocationLink[], { first, last }: GroupEnds): Split[] {
  const plain = links.filter(
    ({ dependentRole, constraint }) => dependentRole === undefined && constraint.nodeAttribute === undefined,
  )
  const negative = plain.filter(({ score }) => score < 0)
  if (negative.length === 0) return []
  const steps = new Map<ResourceEntry, Step[]>()
  for (const { dependent, primary, score, constraint } of plain) {
    const step = { to: last(primary), constraint: constraint.id ?? '', isTogether: score >= INFINITY_SCORE }
    const known = steps.get(first(dependent))
    if (known === undefined) steps.set(first(dependent), [step])
    else known.push(step)
  }
  return negative.flatMap((separating) => {
    const way = wayBetween(last(separating.primary), first(separating.dependent), steps)
    if (way === undefined) return []
    const constraints = new Set([
      separating.constraint.id ?? '',
      ...way.flatMap(({ constraint }) => constraint ?? []),
    ])
    return [
      {
        separating,
        constraints: [...constraints],
        groups: [...new Set(way.flatMap(({ group }) => group ?? []))],
      },
    ]
  })
}

/** The ends of the groups of a cluster; those of any other resource are the resource. */
export function groupEnds(index: ResourceIndex): GroupEnds {
  const ends = new Map<ResourceEntry, { readonly first: ResourceEntry; readonly last: ResourceEntry }>()
  for (const entry of index.entries) {
    const { parent } = entry
    if (parent?.resource?.element !== 'group' || parent.parent !== undefined) continue
    ends.set(parent, { first: ends.get(parent)?.first ?? entry, last: entry })
  }
  return {
    first: (entry) => ends.get(entry)?.first ?? entry,
    last: (entry) => ends.get(entry)?.last ?? entry,
  }
}

/** The shortest way from one resource to another with a step that keeps two together. */
function wayBetween(
  from: ResourceEntry,
  to: ResourceEntry,
  steps: ReadonlyMap<ResourceEntry, readonly Step[]>,
): readonly Step[] | undefined {
  interface Way {
    readonly at: ResourceEntry
    readonly isTogether: boolean
    readonly way: readonly Step[]
  }
  const ways: Way[] = [{ at: from, isTogether: false, way: [] }]
  const [seen, seenTogether] = [new Set([from]), new Set<ResourceEntry>()]
  for (const { at, isTogether, way } of ways) {
    if (at === to && isTogether) return way
    const member = at.previous && { to: at.previous, group: at.parent?.id ?? '', isTogether: true }
    for (const step of [...(member ? [member] : []), ...(steps.get(at) ?? [])]) {
      const next = { at: step.to, isTogether: isTogether || step.isTogether, way: [...way, step] }
      const known = next.isTogether ? seenTogether : seen
      if (known.has(step.to)) continue
      known.add(step.to)
      ways.push(next)
    }
  }
  return undefined
}
