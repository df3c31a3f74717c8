import { agentMetadata } from '../agents/agent-metadata.js'
import { check } from '../check/check.js'
import { readCib } from '../cib/index.js'
import { type Diagnostic, type Result, success } from '../diagnostics/diagnostic.js'
import { diff } from '../diff/index.js'
import type { Cluster } from '../model/index.js'
import { agentsOf } from '../pacemaker/metadata/agents-of.js'
import { PacemakerError } from '../pacemaker/tool/pacemaker-error.js'
import { drift } from '../plan/drift.js'
import { editsBetween } from '../plan/edit/edit.js'
import { replacement, restoration } from '../plan/edit/replacement.js'
import { improvePlan, type SimulatedPlan } from '../plan/effect/improve.js'
import type { PlanSimulation } from '../plan/effect/simulate.js'
import { withHandOvers } from '../plan/order/hand-over.js'
import { type Plan, type PlanStep, plan } from '../plan/plan.js'
import type { CibStore } from './cib-store.js'

export interface PrepareOptions {
  /** True to push the whole difference at once, in place of steps. */
  readonly onePush?: boolean
  /**
   * True where the description is a saved CIB that is to come back whatever the cluster is like now: at once, also with failed and
   * unmanaged resources.
   */
  readonly isRollback?: boolean
}

/** What is going to be done to a CIB. */
export interface Preparation {
  /** The CIB before, as text: the backup. */
  readonly cib: string
  readonly live: Cluster
  /** Absent where the CIB is as described. */
  readonly plan?: Plan
  /** What the real scheduler does at each step; absent where it does not get to an end. */
  readonly simulation?: PlanSimulation
  /** True where what is pushed ran here before, so that `crm_verify` is not asked. */
  readonly isRollback?: boolean
}

/**
 * The plan that makes a CIB what a description has. Changes nothing. Rejects with `PacemakerError` where the cluster has no
 * quorum, or is of a Pacemaker that is newer than those known here. That the description passes its checks is up to the caller.
 *
 * @example
 * ```ts
 * const prepared = await prepare(liveCluster(), cluster({ resources: [systemd('web')] }))
 * const titles = prepared.ok ? prepared.output.plan?.steps.map(({ title }) => title) : []
 * ```
 */
export async function prepare(
  store: CibStore,
  description: Cluster,
  { onePush = false, isRollback = false }: PrepareOptions = {},
): Promise<Result<Preparation>> {
  const report = await store.report()
  if (report?.hasQuorum === false)
    throw new PacemakerError('the cluster has no quorum: what it runs elsewhere is not known')
  const cib = await store.query()
  const live = knownCluster(cib)
  const drifted = drift(live, description)
  if (!drifted.ok) return drifted
  if (diff(drifted.output.live, drifted.output.described).length === 0) return success({ cib, live })
  if (isRollback)
    return success({ cib, live, isRollback, plan: restoringPlan(live, drifted.output.described) })
  const planned = plan(live, description, { agents: await agentsOf(live, description) })
  if (!planned.ok) return planned
  const diagnostics = planned.diagnostics as readonly Diagnostic[]
  const { plan: better, simulation } = await simulated(planned.output)
  const steps = onePush ? withHandOvers([wholeStep(better)], better.from, better.to) : better.steps
  return success(
    { cib, live, plan: { ...better, steps }, ...(onePush || !simulation ? {} : { simulation }) },
    [...diagnostics],
  )
}

/** The CIB, if all that it may have is known here. */
export function knownCluster(cib: string): Cluster {
  const { output: cluster, diagnostics } = readCib(cib, { validate: true })
  const first = diagnostics.find(({ severity }) => severity === 'error')
  if (cluster === undefined) throw new PacemakerError(`the CIB cannot be read: ${first?.message}`)
  const newer = check(cluster, { rules: { only: ['feature-set-too-new'] }, policies: [] })
  const unknown = [...diagnostics.filter(({ code }) => code === 'unknown-schema'), ...newer].find(
    ({ code }) => code === 'unknown-schema' || code === 'feature-set-too-new',
  )
  if (unknown !== undefined)
    throw new PacemakerError(`the cluster is newer than this version of lightcib: ${unknown.message}`)
  return cluster
}

async function simulated(made: Plan): Promise<Partial<SimulatedPlan> & { readonly plan: Plan }> {
  try {
    const better = await improvePlan(made)
    return better.simulation.outcome === 'settled' ? better : { plan: made }
  } catch (error) {
    if (!(error instanceof PacemakerError)) throw error
    return { plan: made }
  }
}

/** A saved CIB, at once. */
function restoringPlan(from: Cluster, to: Cluster): Plan {
  const edits = editsBetween(from, to)
  const step: PlanStep = {
    phase: 'at-once',
    title: 'the saved CIB, at once',
    why: 'as asked for; nothing is predicted, since the cluster may be in any state',
    edits,
    commands: [replacement(from, to, edits)],
    moves: [],
    undo: [restoration(from)],
    effects: [],
    verdicts: [],
  }
  return { from, to, pcs: '0.11', agents: agentMetadata, steps: [step], restore: [] }
}

/** All at once. */
function wholeStep({ from, to, steps }: Plan): PlanStep {
  const of = <Item>(list: (step: PlanStep) => readonly Item[]) => steps.flatMap(list)
  return {
    phase: 'at-once',
    title: 'everything at once',
    why: 'as asked for; the order of stops and starts is up to the cluster',
    edits: editsBetween(from, to),
    commands: of(({ commands }) => commands),
    moves: of(({ moves }) => moves),
    undo: [...steps].reverse().flatMap(({ undo }) => undo),
    effects: of(({ effects }) => effects),
    verdicts: of(({ verdicts }) => verdicts),
  }
}
