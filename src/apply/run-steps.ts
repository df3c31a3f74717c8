import { diff } from '../diff/index.js'
import type { Cluster } from '../model/index.js'
import { cibText } from '../pacemaker/start.js'
import { PacemakerError } from '../pacemaker/tool/pacemaker-error.js'
import { verify } from '../pacemaker/verify.js'
import { drift } from '../plan/drift.js'
import { afterStep } from '../plan/edit/apply.js'
import type { HandOver } from '../plan/order/hand-over.js'
import type { PlanStep } from '../plan/plan.js'
import { type FailedOperation, failedOperations } from '../plan/preconditions.js'
import type { CibStore } from './cib-store.js'
import { knownCluster, type Preparation } from './prepare.js'

export interface RunOptions {
  /** Called before a step; steps count from 1. */
  readonly onStep?: (step: PlanStep, number: number) => void
}

/** How far the steps came. */
export interface AppliedSteps {
  /** How many steps are in the CIB. */
  readonly done: number
  /** The cluster as the last of them left it. */
  readonly left: Cluster
  /** Operations that failed since; the steps after that are not run. */
  readonly failed: readonly FailedOperation[]
  /** What was handed over to systemd, all or in part. */
  readonly handedOver: readonly HandOver[]
  /** Services that Pacemaker has let go of and systemd does not run for certain. */
  readonly waiting: readonly HandOver[]
  /** Why it ended before the last step. */
  readonly stopped?: string
  /** True where a step may be in the CIB or not. */
  readonly isUnsure: boolean
}

/**
 * Runs the steps of a preparation: each is verified by `crm_verify`, pushed at once, and waited for; another writer ends the
 * run, and so does an operation that fails. Whatever happens, the CIB is what a step left, and preparing again goes on from there.
 *
 * @example
 * ```ts
 * const store = liveCluster()
 * const prepared = await prepare(store, cluster({ resources: [systemd('web')] }))
 * if (prepared.ok) await runSteps(store, prepared.output)
 * ```
 */
export async function runSteps(
  store: CibStore,
  { live, plan, isRollback = false }: Preparation,
  { onStep }: RunOptions = {},
): Promise<AppliedSteps> {
  const known = new Set(failedOperations(live).map(keyOf))
  const steps = plan?.steps ?? []
  const last = steps.findLastIndex(({ handOver }) => handOver === undefined)
  const handedOver: HandOver[] = []
  const finished = new Set<HandOver>()
  const services = (done: number) => ({ handedOver, waiting: waitingIn(steps, done, finished) })
  let left = live
  for (const [at, step] of steps.entries()) {
    onStep?.(step, at + 1)
    const next = (current: Cluster) =>
      at === last || step.edits.length === 0 ? described(current, plan?.to ?? live) : afterStep(current, step)
    let done = at
    try {
      if (step.handOver !== undefined) {
        if (store.handOver === undefined) continue
        handedOver.push(step.handOver)
        await store.handOver(step.handOver)
        finished.add(step.handOver)
        continue
      }
      left = await pushed(store, left, next, isRollback ? undefined : requireValid)
      done = at + 1
      await store.settle()
      const failed = failedOperations(knownCluster(await store.query())).filter(
        (one) => !known.has(keyOf(one)),
      )
      if (failed.length > 0) return { done, left, failed, ...services(done), isUnsure: false }
    } catch (error) {
      if (!(error instanceof PacemakerError)) throw error
      return {
        ...{ done, left, failed: [], ...services(done), stopped: error.message },
        isUnsure: error instanceof UnsureError,
      }
    }
  }
  return { done: steps.length, left, failed: [], ...services(steps.length), isUnsure: false }
}

/** What Pacemaker has let go of after so many steps, but for what systemd runs. */
function waitingIn(
  steps: readonly PlanStep[],
  done: number,
  finished: ReadonlySet<HandOver>,
): readonly HandOver[] {
  const next = steps.findIndex(({ handOver }, at) => at >= done && handOver === undefined)
  return steps
    .slice(0, next < 0 ? steps.length : next)
    .flatMap(({ handOver }) => handOver ?? [])
    .filter((handOver) => !finished.has(handOver))
}

/**
 * Takes from systemd what was handed over to it, gives the cluster the configuration of before in one push, and waits for it. Rejects with `PacemakerError` where somebody
 * else has changed the CIB since the last step.
 *
 * @example
 * ```ts
 * const store = liveCluster()
 * const prepared = await prepare(store, cluster({ resources: [systemd('web')] }))
 * if (prepared.ok) {
 *   const applied = await runSteps(store, prepared.output)
 *   if (applied.failed.length > 0) await rollback(store, prepared.output, applied)
 * }
 * ```
 */
export async function rollback(
  store: CibStore,
  { live }: Preparation,
  { left, handedOver }: AppliedSteps,
): Promise<void> {
  const faults: unknown[] = []
  for (const services of [...handedOver].reverse())
    await store.handOver?.(services, '--undo').catch((error) => faults.push(error))
  await pushed(store, left, (current) => described(current, live))
  await store.settle()
  if (faults.length > 0) throw faults[0]
}

/** What was pushed may be in the CIB or not. */
class UnsureError extends PacemakerError {
  override readonly name = 'UnsureError'
}

/** How often the status may change between a query and a push. */
const mostTries = 20

/** Changes the CIB that was left, and no other; what the cluster itself writes in between (status, its own properties) stays. */
async function pushed(
  store: CibStore,
  left: Cluster,
  change: (current: Cluster) => Cluster,
  requirement?: (current: Cluster, next: Cluster) => Promise<void>,
): Promise<Cluster> {
  for (let tries = 0; tries < mostTries; tries++) {
    const before = await store.query()
    const current = knownCluster(before)
    if (!isSame(current, left))
      throw new PacemakerError('somebody else has changed the CIB since: nothing of this step is done')
    const next = change(current)
    if (isSame(current, next)) return next
    await requirement?.(current, next)
    if (await push(store, before, cibText(withNextEpoch(next)))) return next
  }
  throw new PacemakerError(
    `the CIB was changed before each of ${mostTries} attempts: nothing of this step is done`,
  )
}

async function push(store: CibStore, before: string, after: string): Promise<boolean> {
  try {
    return await store.push(before, after)
  } catch (error) {
    throw error instanceof PacemakerError ? new UnsureError(error.message) : error
  }
}

/** What crm_verify accepted before a step, it has to accept after it. */
async function requireValid(current: Cluster, next: Cluster): Promise<void> {
  const { ok, messages } = await verify(next)
  if (ok || !(await verify(current)).ok) return
  const error = messages.find(({ severity }) => severity === 'error')?.message ?? ''
  throw new PacemakerError(
    `crm_verify does not accept the CIB after this step: ${error}: nothing of it is done`,
  )
}

function described(current: Cluster, description: Cluster): Cluster {
  const { output } = drift(current, description)
  if (output === undefined)
    throw new PacemakerError('the CIB has another schema now: nothing of this step is done')
  return output.described
}

/** True where one is as the other, but for what a cluster maintains by itself. */
function isSame(current: Cluster, other: Cluster): boolean {
  if (current.validateWith !== other.validateWith) return false
  const { output } = drift(current, other)
  return output !== undefined && diff(output.live, output.described).length === 0
}

function withNextEpoch(cluster: Cluster): Cluster {
  return { ...cluster, epoch: String(Number(cluster.epoch ?? 0) + 1), numUpdates: '0' }
}

function keyOf({ id, node }: FailedOperation): string {
  return `${id} ${node}`
}
