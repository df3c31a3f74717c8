import { serviceDifference } from '../../diff/services.js'
import { locationsOf } from '../../graph/location/locations.js'
import { allNodes } from '../../graph/location/nodes.js'
import { withAncestors } from '../../graph/resource/members.js'
import { type ResourceIndex, resourceIndex } from '../../graph/resource/resource-index.js'
import { type Cluster, INFINITY_SCORE, nodesOf } from '../../model/index.js'
import { groupBy } from '../edit/group-by.js'
import type { Draft } from './draft.js'
import { resourceIds } from './kinds.js'

/** Services that systemd takes over from Pacemaker. */
export interface HandOver {
  readonly units: readonly string[]
  /** Where Pacemaker could run them, in the order of the CIB. */
  readonly nodes: readonly string[]
}

/** A step that changes nothing in the CIB. */
export interface HandOverStep extends Draft {
  readonly handOver: HandOver
  readonly commands: readonly never[]
  readonly moves: readonly never[]
  readonly undo: readonly never[]
  readonly effects: readonly never[]
  readonly verdicts: readonly never[]
}

/** The units that Pacemaker runs in the first cluster and systemd in the second, by the primitives that run them. */
export function handedOver(from: Cluster, to: Cluster): ReadonlyMap<string, string> {
  return new Map(
    serviceDifference(from, to).flatMap((change) =>
      change.change === 'moved' && change.to === 'systemd'
        ? change.resources.map((id) => [id, change.unit] as const)
        : [],
    ),
  )
}

/**
 * The steps with those between them that hand services over: each right after the step that deletes the last resource
 * of its unit, since the service is down from then on.
 */
export function withHandOvers<Step extends Draft>(
  steps: readonly Step[],
  from: Cluster,
  to: Cluster,
): readonly (Step | HandOverStep)[] {
  const units = handedOver(from, to)
  if (units.size === 0) return steps
  const byUnit = groupBy([...units], ([, unit]) => unit)
  const gone = steps.map(goneIn)
  const places = [...byUnit].map(([unit, pairs]) => {
    const ids = pairs.map(([id]) => id)
    const last = gone.findLastIndex((here) => ids.some((id) => here.has(id)))
    return { unit, ids, at: last < 0 ? steps.length - 1 : last }
  })
  const index = resourceIndex(from)
  return steps.flatMap((step, at) => {
    const here = places.filter((place) => place.at === at)
    const byNodes = groupBy(here, ({ ids }) => JSON.stringify(nodesFor(ids, index)))
    return [step, ...[...byNodes].map(([nodes, list]) => stepOf(list, JSON.parse(nodes)))]
  })
}

function stepOf(places: readonly { readonly unit: string }[], nodes: readonly string[]): HandOverStep {
  const units = places.map(({ unit }) => unit)
  return {
    phase: 'hand-over',
    title: `hand ${units.join(', ')} over to systemd`,
    why: 'Pacemaker has let go of it, and until then it is down',
    edits: [],
    handOver: { units, nodes },
    ...{ commands: [], moves: [], undo: [], effects: [], verdicts: [] },
  }
}

/** The resources that are in no item any more after a step. */
function goneIn({ edits }: Draft): ReadonlySet<string> {
  const own = edits.filter(({ section }) => section.name === 'resources')
  const gone = new Set(own.flatMap(({ before }) => resourceIds(before)))
  for (const id of own.flatMap(({ after }) => resourceIds(after))) gone.delete(id)
  return gone
}

/** All nodes, remote and guest ones too, from which no location keeps them for certain. */
function nodesFor(ids: readonly string[], index: ResourceIndex): readonly string[] {
  if (nodesOf(index.cluster).length === 0) return []
  const { scoreOn } = locationsOf(index)
  const entries = ids.flatMap((id) => index.get(id) ?? [])
  const mayRun = (node: string) =>
    entries.some((entry) => withAncestors(entry).every((at) => (scoreOn(at, node) ?? 0) > -INFINITY_SCORE))
  return allNodes(index)
    .map(({ name }) => name)
    .filter(mayRun)
}
