import type { Cluster } from '../model/index.js'
import { type Bond, bondsFrom } from './active-together.js'
import { type ColocationLink, colocationLinks } from './colocation-links.js'
import { flawOf, type PacemakerVersion } from './link-flaws.js'
import { nodeInMaintenance, unmanagedReason } from './managed.js'
import { type Entry, isInside, ResourceIndex } from './resource-index.js'

/** Whether one resource runs only where another runs, and why. */
export interface Guarantee {
  readonly verdict: 'guaranteed' | 'not-guaranteed' | 'unknown'
  readonly reason: string
}

/**
 * Whether `rsc` is active only on nodes where `withRsc` is active, once the cluster has nothing left to do. Each is
 * the id of a resource; a primitive inside a clone, group or bundle stands for any active instance of it. The
 * verdict is the safe one of Pacemaker 2.1 and 3.0.
 */
export function runsOnlyWith(cluster: Cluster, rsc: string, withRsc: string): Guarantee {
  const index = new ResourceIndex(cluster)
  const dependent = index.get(rsc)
  const primary = index.get(withRsc)
  const missing = dependent === undefined ? rsc : primary === undefined ? withRsc : undefined
  if (dependent === undefined || primary === undefined) {
    return { verdict: 'unknown', reason: `there is no resource ${JSON.stringify(missing)}` }
  }
  const links = colocationLinks(index)
  const broken = (['2.1', '3.0'] as const).flatMap((version) =>
    whyNot(dependent, primary, index, links, version).map((reason) => ({ version, reason })),
  )
  const [first] = broken
  if (first === undefined) return { verdict: 'guaranteed', reason: `${rsc} runs only where ${withRsc} runs` }
  return { verdict: 'not-guaranteed', reason: first.reason }
}

function whyNot(
  dependent: Entry,
  primary: Entry,
  index: ResourceIndex,
  links: readonly ColocationLink[],
  version: PacemakerVersion,
): string[] {
  const maintenance = nodeInMaintenance(index.cluster)
  if (maintenance !== undefined) return [`the node ${maintenance} is in maintenance`]
  for (const start of unitsOf(dependent, index)) {
    const bonds = bondsFrom(start, index, links, version)
    for (const end of unitsOf(primary, index)) {
      const way = wayTo(end, start, bonds)
      if (way === undefined) return [noBond(start, end, index, links, version)]
      for (const { from, to } of way) {
        const reason = isInside(to, from) ? undefined : unmanagedReason(index, from)
        if (reason !== undefined) return [`${reason}, so it stays where it is`]
      }
    }
  }
  return []
}

function wayTo(end: Entry, start: Entry, bonds: readonly Bond[]): Bond[] | undefined {
  const into = new Map(bonds.map((bond) => [bond.to, bond]))
  const way: Bond[] = []
  for (let at = end; at !== start; ) {
    const bond = into.get(at)
    if (bond === undefined) return undefined
    way.push(bond)
    at = bond.from
  }
  return way.reverse()
}

function noBond(
  start: Entry,
  end: Entry,
  index: ResourceIndex,
  links: readonly ColocationLink[],
  version: PacemakerVersion,
): string {
  const near = links.find(({ dependent, primary }) => isAbout(start, dependent) && isAbout(end, primary))
  const flaw = near && flawOf(near, index, version)
  if (near === undefined || flaw === undefined) return `no colocation places ${start.id} with ${end.id}`
  return `the colocation ${near.constraint.id} does not bind: ${flaw}`
}

function isAbout(entry: Entry, named: Entry): boolean {
  for (let at: Entry | undefined = entry; at !== undefined; at = at.parent) if (at === named) return true
  return false
}

/** The services behind a name: a group's members, what a clone runs, a bundle itself. */
function unitsOf(entry: Entry, index: ResourceIndex): Entry[] {
  const { resource } = entry
  if (resource?.element === 'group') return resource.members.flatMap(({ id }) => index.get(id) ?? [])
  if (resource?.element !== 'clone' && resource?.element !== 'master') return [entry]
  const inner = index.get(resource.resource.id)
  return inner === undefined ? [] : unitsOf(inner, index)
}
