import type { Command } from '../../pcs/command/command.js'
import type { Effect } from '../effect/effect.js'
import type { PlanSimulation } from '../effect/simulate.js'
import type { Verdict } from '../effect/value-verdicts.js'
import type { HandOver } from '../order/hand-over.js'
import type { Plan } from '../plan.js'
import { handOverWords } from './hand-over.js'

/** A plan as plain data, for other programs. */
export interface PlanData {
  readonly pcs: string
  /** True where the effects are what Pacemaker's scheduler does; else they are predicted from the configuration. */
  readonly simulated: boolean
  readonly steps: readonly PlanStepData[]
}

/** One step of it. */
export interface PlanStepData {
  /** Counts from 1. */
  readonly step: number
  readonly phase: string
  readonly title: string
  readonly why: string
  readonly effects: readonly Effect[]
  readonly verdicts: readonly Verdict[]
  readonly commands: readonly Command[]
  readonly undo: readonly Command[]
  readonly handOver?: HandOverData
}

/** Services that systemd takes over in a step, and the words after `bash FOLDER/hand-over.sh`. */
export interface HandOverData extends HandOver {
  readonly run: readonly string[]
  readonly undo: readonly string[]
}

/**
 * The plan as plain data; with a simulation, what that found.
 *
 * @example
 * ```ts
 * const [db, web] = [systemd('db'), systemd('web')]
 * const result = plan(cluster({ resources: [db, web] }), cluster({ resources: [db] }))
 * const json = result.ok ? JSON.stringify(planData(result.output)) : ''
 * ```
 */
export function planData({ pcs, steps }: Plan, simulation?: PlanSimulation): PlanData {
  return {
    pcs,
    simulated: simulation !== undefined,
    steps: steps.map(({ phase, title, why, effects, verdicts, commands, undo, handOver }, at) => ({
      step: at + 1,
      phase,
      title,
      why,
      effects: simulation?.steps[at] ?? effects,
      verdicts,
      commands,
      undo,
      ...(handOver && {
        handOver: { ...handOver, run: handOverWords(handOver), undo: handOverWords(handOver, '--undo') },
      }),
    })),
  }
}
