import type { Placement } from '../colocation/placement.js'
import { isCollocated, placedWith } from '../resource/members.js'
import type { ResourceEntry } from '../resource/resource-index.js'
import type { Reason } from './reason.js'
import { Spreading } from './spreading.js'

/** Marks what needs two resources on its node that a colocation of -INFINITY separates, on all nodes. */
export function markContradictions(
  spreading: Spreading,
  placement: Placement,
  nodes: readonly string[],
): void {
  const known = new Map<ResourceEntry, ReturnType<typeof neededBy>>()
  const needed = (entry: ResourceEntry) => {
    if (!known.has(entry)) known.set(entry, neededBy(entry, placement))
    return known.get(entry)
  }
  for (const { dependent, primary, constraint } of placement.separations) {
    const [one, other] = [needed(dependent), needed(primary)]
    if (one === undefined || other === undefined) continue
    for (const [service, reason] of one) {
      const second = other.get(service)
      if (second === undefined) continue
      const because = [reason, second]
      for (const node of nodes) spreading.mark(service, node, { constraints: [constraint], because })
    }
  }
}

/** The services that run on a node only with this one: those that could not if it could not. */
function neededBy(
  entry: ResourceEntry,
  placement: Placement,
): ReadonlyMap<ResourceEntry, Reason> | undefined {
  const [first] = placedWith(entry, placement.index)
  if (first === undefined || !isCollocated(placement.index, entry)) return undefined
  const [here, elsewhere] = ['here', 'elsewhere']
  const trial = new Spreading({ placement, nodes: [here, elsewhere] as string[], isStart: true })
  trial.mark(first, here as string, { constraints: [], because: [] })
  const found = new Map<ResourceEntry, Reason>()
  for (const service of trial.marked) {
    const reason = trial.on(service, here as string)
    if (reason !== undefined) found.set(service, reason)
  }
  return found
}
