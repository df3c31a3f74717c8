import { quote } from '../../diagnostics/quote.js'
import { type Placement, placementOf } from '../colocation/placement.js'
import { roomOn } from '../colocation/room.js'
import { allNodes } from '../location/nodes.js'
import { isDisabled } from '../resource/managed.js'
import { placedWith } from '../resource/members.js'
import { memoizePerCluster } from '../resource/memoize.js'
import { type ResourceEntry, topOf } from '../resource/resource-index.js'
import { bansOf } from '../running/bans.js'
import { markContradictions } from '../running/contradictions.js'
import { markMissingActions } from '../running/missing-actions.js'
import { type Impossible, type Reason, servicesIn } from '../running/reason.js'
import { Spreading } from '../running/spreading.js'

/** Why a resource runs on no node, whatever fails. */
export interface RunsNowhere {
  readonly reason: string
  /** True where that takes what changes without the constraints: a disabled resource, a ticket, a node's attribute. */
  readonly isForNow: boolean
}

/** Why the cluster as it is starts a resource nowhere; undefined where that is not certain. */
export function runsNowhere(rsc: ResourceEntry, placement: Placement): RunsNowhere | undefined {
  const where = impossibleNow(placement.cluster)
  const reasons = placedWith(rsc, placement.index).map((service) => where.nowhere(service))
  const [first] = reasons
  if (first === undefined || reasons.includes(undefined)) return undefined
  const causes = allCauses(first)
  const constraints = [
    ...new Set(causes.flatMap((cause) => cause.constraints.flatMap(({ id }) => (id ? quote(id) : [])))),
  ]
  const attributes = causes.flatMap(({ attribute }) =>
    attribute === undefined ? [] : `no node has the attribute ${quote(attribute)}`,
  )
  const states = [...new Set([...causes.flatMap(({ state }) => state ?? []), ...attributes])]
  const nodes = placement.locations.nodes
  const standby = allNodes(placement.index).flatMap(({ name }) =>
    nodes.includes(name) ? [] : `${name} is in standby`,
  )
  const facts = [
    ...states,
    ...(constraints.length === 0
      ? []
      : [`${constraints.join(', ')} forbid${constraints.length === 1 ? 's' : ''} it`]),
    ...(causes.some(({ isOptIn }) => isOptIn)
      ? ['no location allows the other nodes of an opt-in cluster']
      : []),
    ...standby,
  ]
  return {
    reason: `${quote(rsc.id)} runs on no node: ${facts.join('; ')}`,
    isForNow: states.length + standby.length > 0,
  }
}

function allCauses(reason: Reason): Reason[] {
  const reasons = new Set([reason])
  for (const { because } of reasons) for (const other of because) reasons.add(other)
  return [...reasons]
}

const impossibleNow = memoizePerCluster((cluster): Impossible => {
  const placement = placementOf(cluster)
  const { nodes } = placement.locations
  const spreading = new Spreading({ placement, nodes, isStart: true })
  const ban = bansOf(placement)
  for (const service of servicesIn(placement)) {
    for (const node of nodes) {
      const reason = stateReason(service, node, placement) ?? ban(service, node)
      if (reason !== undefined) spreading.mark(service, node, reason)
    }
  }
  markContradictions(spreading, placement, nodes)
  markMissingActions(spreading, placement)
  return spreading
})

function stateReason(service: ResourceEntry, node: string, placement: Placement): Reason | undefined {
  const { cluster, index, tickets } = placement
  const need = tickets.get(topOf(service))
  const state = isDisabled(index, service)
    ? `${quote(service.id)} is disabled`
    : need?.now === 'missing'
      ? `the ticket ${quote(need.ticket)} is not granted`
      : roomOn(service, node, cluster) === 'none'
        ? `nodes have no room for ${quote(service.id)}`
        : undefined
  return state === undefined ? undefined : { constraints: [], because: [], state }
}
