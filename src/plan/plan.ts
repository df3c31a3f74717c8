import { agentMetadata } from '../agents/agent-metadata.js'
import { type Diagnostic, failure, hasErrors, type Result, success } from '../diagnostics/diagnostic.js'
import type { Cluster } from '../model/index.js'
import type { Command } from '../pcs/command/command.js'
import type { PcsVersion } from '../pcs/command/pcs-version.js'
import { placementFindings } from '../systemd/placement.js'
import { commandsOf } from './edit/commands.js'
import { inverse } from './edit/edit.js'
import { replacement, restoration } from './edit/replacement.js'
import { type ItemMove, ItemOrder, moveCommands } from './edit/restore-order.js'
import { PlanState } from './edit/state.js'
import { reorderedEffects } from './effect/possible.js'
import { draggedBy, type Prediction, predict } from './effect/predict.js'
import type { AgentsByName } from './effect/reloads.js'
import { arrange } from './order/arrange.js'
import type { Draft } from './order/draft.js'
import { type HandOver, handedOver, withHandOvers } from './order/hand-over.js'
import { withMaintenance } from './order/maintenance.js'
import { preconditions } from './preconditions.js'
import { inSchemaOf } from './schema.js'

/** Which pcs the commands are for. */
export interface PlanOptions {
  readonly pcs?: PcsVersion
  /** True to change constraints in maintenance mode, in which Pacemaker starts and stops nothing. */
  readonly maintenance?: boolean
  /** What agents report of themselves, by their names; by default `agentMetadata`. */
  readonly agents?: AgentsByName
}

/** One step: its commands are applied at once, and the next step waits until the cluster has nothing left to do. */
export interface PlanStep extends Draft, Prediction {
  readonly commands: readonly Command[]
  /** Items that get another place in their section, after the edits. */
  readonly moves: readonly ItemMove[]
  /** The commands that take it back. */
  readonly undo: readonly Command[]
  /** Services that systemd takes over in this step, by the script of `toSystemd`; then there are no commands. */
  readonly handOver?: HandOver
}

/** The way from a running cluster to another. */
export interface Plan {
  readonly from: Cluster
  /** The target, in the schema of the running cluster. */
  readonly to: Cluster
  readonly pcs: PcsVersion
  readonly agents: AgentsByName
  readonly steps: readonly PlanStep[]
  /** The commands that give all items their old order when every step is undone. */
  readonly restore: readonly Command[]
}

/**
 * The steps from a running cluster to another, in an order in which nothing stops that need not: constraints that would
 * stop others go first, what leaves is stopped before what it needs and deleted when it is stopped, what is new comes in
 * start order, and virtual IPs and HAProxy are last. What Pacemaker runs in `from` and `to` has as `services` is handed over
 * to systemd when its resource is deleted. A resource that has failed or is not managed, and an id that changes its kind,
 * are errors, and then there is no plan. That `to` passes its checks is up to the caller.
 *
 * @example
 * ```ts
 * const [db, web] = [systemd('db'), systemd('web')]
 * const full = cluster({ resources: [db, web], constraints: [order(db, web)] })
 * const result = plan(full, cluster({ resources: [db] }))
 * const titles = result.ok ? result.output.steps.map(({ title }) => title) : []
 * ```
 */
export function plan(
  from: Cluster,
  to: Cluster,
  { pcs = '0.11', maintenance = false, agents = agentMetadata }: PlanOptions = {},
): Result<Plan> {
  const target = inSchemaOf(from, to)
  const rejected = [...preconditions(from, to), ...(target.ok ? [] : target.diagnostics)]
  if (!target.ok || hasErrors(rejected)) return failure(rejected)
  const state = new PlanState(from, pcs)
  const order = new ItemOrder(from)
  const diagnostics: Diagnostic[] = [
    ...target.diagnostics,
    ...placementFindings(from, handedOver(from, target.output)),
  ]
  const down: string[] = []
  const drafts = arrange(from, target.output)
  const steps = (maintenance ? withMaintenance(drafts, from) : drafts).map((draft): PlanStep => {
    const { commands, diagnostics: found } =
      draft.phase === 'at-once'
        ? { commands: [replacement(from, target.output, draft.edits)], diagnostics: [] }
        : commandsOf(draft.edits, state)
    diagnostics.push(...found)
    for (const edit of draft.edits) order.apply(edit)
    const moves = draft.phase === 'at-once' ? [] : order.placed(placedEdits(draft), target.output)
    if (draft.phase === 'at-once') order.reset(target.output)
    const prediction = predict(draft, from, target.output, agents)
    const again = draft.phase === 'stop' ? [] : down.splice(0)
    down.push(...draggedBy(draft, from, target.output))
    const effects = [
      ...prediction.effects,
      ...again.map((resource) => ({ action: 'start', resource }) as const),
    ]
    return {
      ...draft,
      ...prediction,
      effects,
      commands: [...commands, ...moveCommands(moves, target.output)],
      moves,
      undo: draft.phase === 'at-once' ? [restoration(from)] : undoOf(draft, state),
    }
  })
  const all = withHandOvers(
    [...steps, ...orderStep(order.movesTo(target.output), target.output)],
    from,
    target.output,
  )
  if (hasErrors(diagnostics)) return failure(diagnostics)
  return success(
    { from, to: target.output, pcs, agents, steps: all, restore: restored(steps, from, target.output) },
    diagnostics,
  )
}

/** The commands that take a step back; the state is then again that after the step. */
function undoOf({ edits }: Draft, state: PlanState): readonly Command[] {
  const back = [...edits].reverse().map(inverse)
  const { commands } = commandsOf(back, state)
  for (const edit of edits) state.apply(edit)
  return commands
}

function restored(steps: readonly PlanStep[], from: Cluster, to: Cluster): readonly Command[] {
  const order = new ItemOrder(to)
  for (const { edits } of [...steps].reverse())
    for (const edit of [...edits].reverse()) order.apply(inverse(edit))
  return moveCommands(order.movesTo(from), from)
}

/** New resources: their order decides which has the first choice of a node. */
function placedEdits({ edits }: Draft): Draft['edits'] {
  return edits.filter(({ section }) => section.name === 'resources')
}

/** What stays in another order, and what pcs adds at the end of its section. */
function orderStep(moves: readonly ItemMove[], to: Cluster): readonly PlanStep[] {
  if (moves.length === 0) return []
  return [
    {
      phase: 'order',
      title: 'order of items',
      why: 'last, since what is new comes at the end of its section; the order decides only where all else is equal',
      commands: moveCommands(moves, to),
      moves,
      undo: [],
      edits: [],
      effects: reorderedEffects(moves, to),
      verdicts: [],
    },
  ]
}
