import { resolve } from 'node:path'
import { policiesFor } from '../../check/check.js'
import { escapeInJson, escapeUnseen } from '../../diagnostics/unseen.js'
import type { Cluster } from '../../model/index.js'
import { type Comparison, compare as compareClusters } from '../../pacemaker/compare/compare.js'
import { setEndBySignal } from '../../pacemaker/tool/on-end.js'
import { toBarChart } from '../../render/chart/to-bar-chart.js'
import { asked } from '../asked.js'
import { policiesNamed } from '../checking.js'
import { readInput, rejectTwoStandardInputs } from '../input.js'

import { endBySignal } from '../module/guard.js'
import { type OutputOptions, writeOutput } from '../output.js'
import {
  comparisonSummary,
  comparisonTable,
  isSame,
  type Names,
  worstFailures,
} from '../table/comparison-table.js'
import { progressBar } from '../terminal/progress-bar.js'
import { report, reportUnusable } from '../terminal/report.js'

interface CompareOptions extends OutputOptions {
  readonly format: 'text' | 'json' | 'svg'
  readonly policy?: readonly string[]
  /** In seconds. */
  readonly timeLimit: number
}

/** `lightcib compare`: prints what the same events do to two clusters. Returns 0 where all end the same, 1 where one does not, 2 for errors. */
export async function compare(a: string, b: string, options: CompareOptions): Promise<number> {
  rejectTwoStandardInputs(a, b)
  const inputs = [await readInput(a), await readInput(b)]
  for (const { file, cluster, findings } of inputs) {
    if (cluster === undefined) reportUnusable(file, findings)
    else report(file, findings)
  }
  const [one, other] = inputs.map(({ cluster }) => cluster)
  if (one === undefined || other === undefined) return 2
  const comparison = await compared(one, other, options)
  const code = writeOutput(printed(comparison, namesOf(a, b), options.format), options, {
    isSecret: false,
    inputs: [a, b],
  })
  process.stderr.write(`${escapeUnseen(`${a}, ${b}: ${comparisonSummary(comparison)}`)}\n`)
  if (code !== 0) return code
  return isSame(comparison) ? 0 : 1
}

/** The last part of the paths in which the two files differ. */
function namesOf(a: string, b: string): Names {
  const [parts, others] = [resolve(a).split('/').reverse(), resolve(b).split('/').reverse()]
  const at = parts.findIndex((part, index) => part !== others[index])
  return [parts[at] || a, others[at] || b]
}

function printed(comparison: Comparison, names: Names, format: CompareOptions['format']): string {
  if (format === 'json') return `${escapeInJson(JSON.stringify(comparison, undefined, 2))}\n`
  if (format === 'text') return comparisonTable(comparison, names).split('\n').map(escapeUnseen).join('\n')
  const rows = worstFailures(comparison).map(({ event, actions }) => ({
    label: event.split(' fails once')[0]?.replaceAll('"', '') ?? event,
    values: actions,
  }))
  return toBarChart({ title: 'Actions after one failed instance', names, rows })
}

async function compared(
  a: Cluster,
  b: Cluster,
  { policy = [], timeLimit }: CompareOptions,
): Promise<Comparison> {
  const named = policiesNamed(policy)
  const policies = named.length > 0 ? named : [a, b].flatMap((cluster) => policiesFor(cluster, {}))
  const bar = progressBar()
  setEndBySignal(endBySignal)
  try {
    return await asked(() =>
      compareClusters(a, b, { policies, timeLimit: timeLimit * 1000, onProgress: bar.show }),
    )
  } finally {
    bar.clear()
  }
}
