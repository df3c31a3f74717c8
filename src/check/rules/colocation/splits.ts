import { stronglyConnected } from '../../../graph/analysis/strongly-connected.js'
import type { ColocationLink } from '../../../graph/resource/colocation-links.js'
import { memoizePerCluster } from '../../../graph/resource/memoize.js'
import { type ResourceEntry, resourceIndex } from '../../../graph/resource/resource-index.js'
import { INFINITY_SCORE } from '../../../model/index.js'

/** A colocation that keeps resources from each other, in a cycle with what makes some of them run together. */
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

/** The ends of the groups of a cluster; those of any other resource are the resource. */
export const groupEnds = memoizePerCluster((cluster): GroupEnds => {
  const ends = new Map<ResourceEntry, { readonly first: ResourceEntry; readonly last: ResourceEntry }>()
  for (const entry of resourceIndex(cluster).entries) {
    const { parent } = entry
    if (parent?.resource?.element !== 'group' || parent.parent !== undefined) continue
    ends.set(parent, { first: ends.get(parent)?.first ?? entry, last: entry })
  }
  return {
    first: (entry) => ends.get(entry)?.first ?? entry,
    last: (entry) => ends.get(entry)?.last ?? entry,
  }
})

/** So many for each set of resources that wait for each other; the next ones show when these are mended. */
const most = 10

/** Cycles of any scores that have both, each of other constraints; Pacemaker then separates what must run together. */
export function splitsOf(links: readonly ColocationLink[], { first, last }: GroupEnds): readonly Split[] {
  const plain = links.filter(
    ({ dependentRole, constraint }) => dependentRole === undefined && constraint.nodeAttribute === undefined,
  )
  if (!plain.some(({ score }) => score < 0) || !plain.some(mayUnite)) return []
  const own = new Map<ResourceEntry, Step[]>()
  for (const { dependent, primary, score, constraint } of plain) {
    const step = { to: last(primary), constraint: constraint.id ?? '', isTogether: score >= INFINITY_SCORE }
    const known = own.get(first(dependent))
    if (known === undefined) own.set(first(dependent), [step])
    else known.push(step)
  }
  const stepsOf = (entry: ResourceEntry): readonly Step[] => {
    const { previous, parent } = entry
    const member = previous && { to: previous, group: parent?.id ?? '', isTogether: true }
    return [...(member ? [member] : []), ...(own.get(entry) ?? [])]
  }
  return stronglyConnected(entriesOf(plain, last), (entry) => stepsOf(entry).map(({ to }) => to)).flatMap(
    (component) => {
      const among = new Set(component)
      const within = (entry: ResourceEntry) => stepsOf(entry).filter(({ to }) => among.has(to))
      if (!component.some((entry) => within(entry).some(({ isTogether }) => isTogether))) return []
      const separating = plain.filter(
        ({ score, dependent, primary }) =>
          score < 0 && among.has(first(dependent)) && among.has(last(primary)),
      )
      const known = new Set<string | undefined>()
      const found: Split[] = []
      for (const link of separating) {
        if (found.length === most || known.has(link.constraint.id)) continue
        const way = wayBetween(last(link.primary), first(link.dependent), within)
        const constraints = new Set([
          link.constraint.id ?? '',
          ...way.flatMap(({ constraint }) => constraint ?? []),
        ])
        for (const id of constraints) known.add(id)
        const groups = new Set(way.flatMap(({ group }) => group ?? []))
        found.push({ separating: link, constraints: [...constraints], groups: [...groups] })
      }
      return found
    },
  )
}

/** True for a colocation that keeps two together, or that names a group or a member of one. */
function mayUnite({ score, dependent, primary }: ColocationLink): boolean {
  const isOfGroup = ({ resource, parent }: ResourceEntry) =>
    resource?.element === 'group' || parent !== undefined
  return score >= INFINITY_SCORE || isOfGroup(dependent) || isOfGroup(primary)
}

/** What colocations name, and the members before that in its group. */
function entriesOf(links: readonly ColocationLink[], last: GroupEnds['last']): ReadonlySet<ResourceEntry> {
  const entries = new Set(links.flatMap(({ dependent, primary }) => [last(dependent), last(primary)]))
  for (const { previous } of entries) if (previous !== undefined) entries.add(previous)
  return entries
}

interface Way {
  readonly at: ResourceEntry
  readonly isTogether: boolean
  readonly step?: Step
  readonly before?: Way
}

/** The shortest way from one resource to another with a step that keeps two together. */
function wayBetween(
  from: ResourceEntry,
  to: ResourceEntry,
  stepsOf: (entry: ResourceEntry) => readonly Step[],
): readonly Step[] {
  const ways: Way[] = [{ at: from, isTogether: false }]
  const [seen, seenTogether] = [new Set([from]), new Set<ResourceEntry>()]
  for (const way of ways) {
    if (way.at === to && way.isTogether) return stepsTo(way)
    for (const step of stepsOf(way.at)) {
      const isTogether = way.isTogether || step.isTogether
      const known = isTogether ? seenTogether : seen
      if (known.has(step.to)) continue
      known.add(step.to)
      ways.push({ at: step.to, isTogether, step, before: way })
    }
  }
  return []
}

function stepsTo(end: Way): readonly Step[] {
  const steps: Step[] = []
  for (let way: Way | undefined = end; way?.step !== undefined; way = way.before) steps.push(way.step)
  return steps.reverse()
}
