import type { Placement } from '../colocation/placement.js'
import { isCollocated, placedWith } from '../resource/members.js'
import type { ResourceEntry } from '../resource/resource-index.js'
import type { Reason } from './reason.js'
import { Spreading } from './spreading.js'

/** The services that run on a node only with a resource: those that could not if it could not, each with the reason. */
export type NeededBy = (entry: ResourceEntry) => ReadonlyMap<ResourceEntry, Reason>

/** What needs each resource, found once for each. */
export function neededBy(placement: Placement): NeededBy {
  const known = new Map<ResourceEntry, ReadonlyMap<ResourceEntry, Reason>>()
  return (entry) => {
    const found = known.get(entry) ?? find(entry, placement)
    known.set(entry, found)
    return found
  }
}

function find(entry: ResourceEntry, placement: Placement): ReadonlyMap<ResourceEntry, Reason> {
  const found = new Map<ResourceEntry, Reason>()
  const [first] = placedWith(entry, placement.index)
  if (first === undefined || !isCollocated(placement.index, entry)) return found
  const [here, elsewhere] = ['here', 'elsewhere']
  const trial = new Spreading({ placement, nodes: [here, elsewhere] as string[], isStart: true })
  trial.mark(first, here as string, { constraints: [], because: [] })
  for (const service of trial.marked) {
    const reason = trial.on(service, here as string)
    if (reason !== undefined) found.set(service, reason)
  }
  return found
}
