import { resourceIndex, topOf } from '../../graph/resource/resource-index.js'
import { type Cluster, nodesOf } from '../../model/index.js'
import type { ClusterStatus } from '../cluster-status.js'
import { capacityCauses } from './capacity-causes.js'
import { type Cause, causeKinds } from './cause.js'
import {
  fencingCauses,
  optInCauses,
  orphanCauses,
  propertyCauses,
  quorumCauses,
  ticketCauses,
} from './cluster-causes.js'
import { constraintCauses } from './constraint-causes.js'
import { failureCauses } from './failure-causes.js'
import { defaultCauses, metaCauses, stickinessCauses } from './meta-causes.js'
import { nearness } from './nearness.js'
import { nodeCauses } from './node-causes.js'
import { promotionCauses } from './promotion-causes.js'

/** A cause with how many constraints are between it and the resource that is asked about. */
export interface NearCause extends Cause {
  readonly distance: number
}

/** All that may decide where a resource runs, or is Promoted, the nearest first. */
export function causesFor(
  cluster: Cluster,
  id: string,
  before: ClusterStatus,
  role?: 'Promoted',
): readonly NearCause[] {
  const index = resourceIndex(cluster)
  const constraints = constraintCauses(cluster)
  const near = nearness(cluster, id, constraints)
  const entry = index.get(id)
  const top = entry === undefined ? id : topOf(entry).id
  const areAllOnline = nodesOf(cluster).every(({ uname = '' }) => before.online.includes(uname))
  const least = (ids: readonly string[]) => Math.min(...ids.map((each) => near.get(each) ?? Infinity))
  const ofResources = [...index.entries].flatMap((each) => metaCauses(cluster, each))
  const sticky = [...new Set([id, top])].flatMap((each) => stickinessCauses(cluster, each))
  const found: NearCause[] = [
    ...[...ofResources, ...failureCauses(cluster), ...sticky].map((cause) =>
      at(cause, least([cause.id ?? ''])),
    ),
    ...constraints.map((cause) => at(cause, least(cause.resources))),
    ...[...propertyCauses(cluster), ...fencingCauses(cluster), ...defaultCauses(cluster)].map((cause) =>
      at(cause, 0),
    ),
    ...(role === undefined ? [] : promotionCauses(cluster, id, before)).map((cause) => at(cause, 0)),
    ...[...quorumCauses(cluster, areAllOnline), ...ticketCauses(cluster), ...orphanCauses(cluster)].map(
      (cause) => at(cause, 0),
    ),
    ...optInCauses(cluster, top, before).map((cause) => at(cause, 1)),
    ...nodeCauses(cluster, before).map((cause) => at(cause, 0)),
    ...capacityCauses(cluster).map((cause) => at(cause, 1)),
  ]
  const rank = ({ kind }: Cause) => causeKinds.indexOf(kind)
  return found.sort((a, b) => compare(a.distance, b.distance) || rank(a) - rank(b))
}

function at(cause: Cause, distance: number): NearCause {
  return { ...cause, distance }
}

/** Infinity minus itself is no number. */
function compare(a: number, b: number): number {
  return a === b ? 0 : a - b
}
