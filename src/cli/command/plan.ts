import { secretsIn } from '../../cib/secrets.js'
import { diagnostic, hasErrors, type Result, success } from '../../diagnostics/diagnostic.js'
import { escapeInJson } from '../../diagnostics/unseen.js'
import type { Cluster } from '../../model/index.js'
import { PacemakerError } from '../../pacemaker/tool/pacemaker-error.js'
import type { PcsVersion } from '../../pcs/index.js'
import {
  type Plan,
  type PlanSimulation,
  plan as planBetween,
  planData,
  planScript,
  planText,
  simulatePlan,
} from '../../plan/index.js'
import { checkingOne } from '../checking.js'
import { readInput } from '../input.js'
import { type OutputOptions, writeOutput } from '../output.js'
import { readSavedPlan, savedPlan } from '../saved-plan.js'
import { report, reportUnusable } from '../terminal/report.js'
import { UsageError } from '../usage-error.js'

interface PlanOptions extends OutputOptions {
  readonly to: 'text' | 'json' | 'pcs'
  readonly pcs: PcsVersion
  readonly maintenance?: boolean
  readonly simulation: boolean
}

interface Target {
  readonly cluster: Cluster
  readonly pcs: PcsVersion
  readonly maintenance: boolean
}

/** `lightcib plan`: prints the steps from a running cluster to another. Returns 0, 1 where there is no plan, 2 for unusable input. */
export async function plan(from: string, to: string, options: PlanOptions): Promise<number> {
  if (from === '-' && to === '-') throw new UsageError('only one of two inputs can be standard input')
  const input = await readInput(from)
  if (input.cluster === undefined) {
    reportUnusable(input.file, input.findings)
    return 2
  }
  const target = await targetOf(to, input.cluster, options)
  if (typeof target === 'number') return target
  const { cluster, pcs, maintenance } = target
  const made = planBetween(input.cluster, cluster, { pcs, maintenance })
  report(input.file, made.diagnostics)
  if (!made.ok) return 1
  const isSecret = [input.cluster, cluster].some((one) => secretsIn(one).length > 0)
  const printed = await print(made.output, maintenance, options)
  report(input.file, printed.diagnostics)
  return printed.ok ? writeOutput(printed.output, options, { inputs: [from, to], isSecret }) : 1
}

/** The target and how to get there, or the exit code where there is none. */
async function targetOf(
  name: string,
  from: Cluster,
  { pcs, maintenance = false }: PlanOptions,
): Promise<Target | number> {
  if (name.endsWith('.plan')) {
    const saved = readSavedPlan(name, from)
    if (!saved.ok) {
      report(name, saved.diagnostics)
      return saved.diagnostics.some(({ code }) => code === 'plan-outdated') ? 1 : 2
    }
    return { cluster: saved.output.target, pcs: saved.output.pcs, maintenance: saved.output.maintenance }
  }
  const input = await readInput(name)
  if (input.cluster === undefined) {
    reportUnusable(input.file, input.findings)
    return 2
  }
  const { findings } = (await checkingOne(input, input.cluster))()
  const errors = findings.filter(({ severity }) => severity === 'error')
  if (!hasErrors(findings)) return { cluster: input.cluster, pcs, maintenance }
  report(input.file, [...errors, diagnostic('plan-target-invalid', '/cib', { errors: errors.length })])
  return 1
}

async function print(
  plan: Plan,
  maintenance: boolean,
  { to, output, simulation }: PlanOptions,
): Promise<Result<string>> {
  if (output?.endsWith('.plan') === true) return savedPlan(plan, maintenance)
  if (to === 'pcs') return success(planScript(plan))
  const simulated = simulation ? await simulationOf(plan) : undefined
  if (to === 'text') return success(planText(plan, simulated))
  return success(`${escapeInJson(JSON.stringify(planData(plan, simulated), undefined, 2))}\n`)
}

/** What the real scheduler does; undefined where Pacemaker is not installed or does not get to an end. */
async function simulationOf(plan: Plan): Promise<PlanSimulation | undefined> {
  try {
    const simulation = await simulatePlan(plan)
    return simulation.outcome === 'settled' ? simulation : undefined
  } catch (error) {
    if (!(error instanceof PacemakerError)) throw error
    return undefined
  }
}
