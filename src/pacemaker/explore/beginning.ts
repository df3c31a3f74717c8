import { readCib } from '../../cib/index.js'
import type { Cluster } from '../../model/index.js'
import type { ClusterStatus } from '../cluster-status.js'
import { equalPromotionScores } from '../event/promotion.js'
import type { Scheduler } from '../scheduler.js'
import { cibText, type StartOptions, startOf } from '../start.js'
import { PacemakerError } from '../tool/pacemaker-error.js'

/** Where events begin. */
export interface Beginning {
  readonly cluster: Cluster
  readonly status: ClusterStatus
}

/** The cluster at rest before the first event; rejects with `PacemakerError` where it never comes to rest. */
export async function beginning(
  cluster: Cluster,
  scheduler: Scheduler,
  options: StartOptions,
): Promise<Beginning> {
  const promotionScores = options.promotionScores ?? equalPromotionScores(cluster)
  const start = await startOf(cluster, scheduler, { ...options, promotionScores })
  const { outcome, status, cib } = start.rest ?? (await scheduler.rest(cibText(start.cluster)))
  if (outcome !== 'settled' || status === undefined) {
    throw new PacemakerError(`the cluster does not come to rest when it starts: the scheduler is ${outcome}`)
  }
  // What the status left to do is done before the first event.
  const settled = start.rest === undefined && cib !== undefined ? readCib(cib).output : undefined
  return { cluster: settled ?? start.cluster, status }
}
