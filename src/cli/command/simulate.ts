import { policiesFor } from '../../check/check.js'
import { escapeInJson, escapeUnseen } from '../../diagnostics/unseen.js'
import type { Cluster, Policy } from '../../model/index.js'
import { type Exploration, explore } from '../../pacemaker/explore/explore.js'
import { setEndBySignal } from '../../pacemaker/tool/on-end.js'
import { asked } from '../asked.js'
import { policiesNamed } from '../checking.js'
import { configs } from '../config.js'
import { type Input, readInput } from '../input.js'

import { endBySignal } from '../module/guard.js'
import { type OutputOptions, writeOutput } from '../output.js'
import { explorationSummary, explorationTable } from '../table/exploration-table.js'
import { progressBar } from '../terminal/progress-bar.js'
import { reportUnusable } from '../terminal/report.js'
import { UsageError } from '../usage-error.js'

interface SimulateOptions extends OutputOptions {
  readonly format: 'text' | 'json' | 'html'
  readonly policy?: readonly string[]
  readonly config?: string
  readonly start: 'running' | 'status'
  readonly nodes?: number
  /** In seconds. */
  readonly timeLimit: number
}

/** `lightcib simulate`: what the real scheduler does in every event. Returns the exit code. */
export async function simulate(name: string, options: SimulateOptions): Promise<number> {
  const input = await readInput(name)
  const { file, cluster } = input
  if (cluster === undefined) {
    reportUnusable(file, input.findings)
    return 2
  }
  const exploration = await explored(cluster, await policiesOf(input, cluster, options), options)
  const text = await printed(cluster, exploration, options.format)
  const code = writeOutput(text, options, { isSecret: false, inputs: [name] })
  process.stderr.write(`${escapeUnseen(`${file}: ${explorationSummary(exploration)}`)}\n`)
  if (code !== 0) return code
  const isBad = exploration.events.some(({ broken, outcome }) => broken.length > 0 || outcome !== 'settled')
  return isBad || exploration.left > 0 ? 1 : 0
}

async function printed(
  cluster: Cluster,
  exploration: Exploration,
  format: SimulateOptions['format'],
): Promise<string> {
  if (format === 'json') return `${escapeInJson(JSON.stringify(exploration, undefined, 2))}\n`
  if (format === 'text') return escapeUnseenLines(explorationTable(exploration))
  const { toReport } = await import('../../pacemaker/report/to-report.js')
  const { output, diagnostics } = await toReport(cluster, exploration)
  if (output === undefined) throw new UsageError(diagnostics[0]?.message ?? 'no picture can be drawn')
  return output
}

async function policiesOf(
  input: Input,
  cluster: Cluster,
  { policy = [], config }: SimulateOptions,
): Promise<readonly Policy[]> {
  const named = policiesNamed(policy)
  const { options } = await configs(config).of(input.file)
  const policies = named.length > 0 ? named : (cluster.policies ?? options.policies)
  return policiesFor(cluster, policies === undefined ? {} : { policies })
}

async function explored(
  cluster: Cluster,
  policies: readonly Policy[],
  options: SimulateOptions,
): Promise<Exploration> {
  const { start, nodes, timeLimit } = options
  const bar = progressBar()
  setEndBySignal(endBySignal)
  try {
    return await asked(() =>
      explore(cluster, {
        policies,
        start,
        timeLimit: timeLimit * 1000,
        onProgress: bar.show,
        ...(nodes === undefined ? {} : { nodes }),
      }),
    )
  } finally {
    bar.clear()
  }
}

/** The lines of a table, each with no unseen character. */
function escapeUnseenLines(table: string): string {
  return table.split('\n').map(escapeUnseen).join('\n')
}
