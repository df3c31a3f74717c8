import { secretsIn } from '../../cib/secrets.js'
import { diagnostic, hasErrors, type Result, success } from '../../diagnostics/diagnostic.js'
import { escapeInJson } from '../../diagnostics/unseen.js'
import type { Cluster } from '../../model/index.js'
import { agentsOf } from '../../pacemaker/metadata/agents-of.js'
import { PacemakerError } from '../../pacemaker/tool/pacemaker-error.js'
import type { PcsVersion } from '../../pcs/index.js'
import {
  improvePlan,
  type Plan,
  type PlanSimulation,
  plan as planBetween,
  planData,
  planScript,
  planText,
  type SimulatedPlan,
} from '../../plan/index.js'
import { checkingOne } from '../checking.js'
import { readInput, rejectTwoStandardInputs } from '../input.js'
import { type OutputOptions, writeOutput } from '../output.js'
import { readSavedPlan, savedPlan } from '../saved-plan.js'
import { report, reportUnusable } from '../terminal/report.js'

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
  rejectTwoStandardInputs(from, to)
  const input = await readInput(from)
  if (input.cluster === undefined) {
    reportUnusable(input.file, input.findings)
    return 2
  }
  const target = await targetOf(to, input.cluster, options)
  if (typeof target === 'number') return target
  const { cluster, pcs, maintenance } = target
  const agents = await agentsOf(input.cluster, cluster)
  const made = planBetween(input.cluster, cluster, { pcs, maintenance, agents })
  report(input.file, made.diagnostics)
  if (!made.ok) return 1
  const isSecret = [input.cluster, cluster].some((one) => secretsIn(one).length > 0)
  const simulated = options.simulation ? await simulatedPlan(made.output) : undefined
  const printed = print(simulated?.plan ?? made.output, simulated?.simulation, maintenance, options)
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

function print(
  plan: Plan,
  simulation: PlanSimulation | undefined,
  maintenance: boolean,
  { to, output }: PlanOptions,
): Result<string> {
  if (output?.endsWith('.plan') === true) return savedPlan(plan, maintenance)
  if (to === 'pcs') return success(planScript(plan))
  if (to === 'text') return success(planText(plan, simulation))
  return success(`${escapeInJson(JSON.stringify(planData(plan, simulation), undefined, 2))}\n`)
}

/** What the real scheduler makes of it; undefined where Pacemaker is not installed or does not get to an end. */
async function simulatedPlan(plan: Plan): Promise<SimulatedPlan | undefined> {
  try {
    const simulated = await improvePlan(plan)
    return simulated.simulation.outcome === 'settled' ? simulated : undefined
  } catch (error) {
    if (!(error instanceof PacemakerError)) throw error
    return undefined
  }
}
