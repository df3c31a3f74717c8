import { secretsIn } from '../../cib/secrets.js'
import { hasErrors, type Result, success } from '../../diagnostics/diagnostic.js'
import { escapeInJson } from '../../diagnostics/unseen.js'
import {
  type Change,
  diff as changesBetween,
  type GuaranteeDifference,
  guaranteeDifference,
  type ServiceChange,
  serviceDifference,
} from '../../diff/index.js'
import { serviceLines } from '../../diff/services-text.js'
import { diffLines } from '../../diff/text.js'
import type { Cluster } from '../../model/index.js'
import { toDotDifference, toSvgDifference } from '../../render/index.js'
import { isModule, readInput, rejectTwoStandardInputs } from '../input.js'
import { type OutputOptions, writeOutput } from '../output.js'
import { differenceText, type Line } from '../table/difference-lines.js'
import { report, reportUnusable } from '../terminal/report.js'

interface DiffOptions extends OutputOptions {
  readonly format: 'text' | 'json' | 'svg' | 'dot'
  readonly guarantees?: boolean
}

interface Differences {
  readonly changes: readonly Change[]
  readonly services: readonly ServiceChange[]
  readonly guarantees?: GuaranteeDifference
}

/** `lightcib diff`: prints what differs between two clusters. Returns 0 where nothing does, 1 where something does, 2 for errors. */
export async function diff(before: string, after: string, options: DiffOptions): Promise<number> {
  rejectTwoStandardInputs(before, after)
  const inputs = [await readInput(before), await readInput(after)]
  for (const { file, cluster, findings } of inputs) {
    if (cluster === undefined) reportUnusable(file, findings)
    else report(file, findings)
  }
  const [a, b] = inputs.map(
    ({ cluster, file }) => cluster && (isModule(file) ? withServices(cluster) : cluster),
  )
  if (a === undefined || b === undefined) return 2
  const differences: Differences = {
    changes: changesBetween(a, b),
    services: serviceDifference(a, b),
    ...(options.guarantees === true ? { guarantees: guaranteeDifference(a, b) } : {}),
  }
  const { output, diagnostics } = await printed(a, b, differences, options)
  report(after, diagnostics)
  if (output === undefined || hasErrors(diagnostics)) return 2
  const written = writeOutput(output, options, {
    isSecret: ['text', 'json'].includes(options.format) && [a, b].some((each) => secretsIn(each).length > 0),
    inputs: [before, after],
  })
  return written === 0 ? Number(isDifferent(differences)) : 2
}

/** A module that names no services has none; of a CIB that is not known. */
function withServices(cluster: Cluster): Cluster {
  return { ...cluster, services: cluster.services ?? [] }
}

function isDifferent({ changes, services, guarantees }: Differences): boolean {
  return (
    changes.length + services.length + (guarantees?.lost.length ?? 0) + (guarantees?.gained.length ?? 0) > 0
  )
}

function printed(
  a: Cluster,
  b: Cluster,
  differences: Differences,
  { format, output }: DiffOptions,
): Result<string> | Promise<Result<string>> {
  if (format === 'dot') return toDotDifference(a, b)
  if (format === 'svg') return toSvgDifference(a, b)
  if (format === 'json') return success(`${escapeInJson(JSON.stringify(differences, undefined, 2))}\n`)
  const lines = [
    ...diffLines(a, b),
    ...serviceLines(differences.services),
    ...guaranteeLines(differences.guarantees),
  ]
  return success(differenceText(lines, output))
}

function guaranteeLines(guarantees: GuaranteeDifference | undefined): readonly Line[] {
  if (guarantees === undefined) return []
  const listed = (title: string, sign: '+' | '-', all: GuaranteeDifference['lost']): readonly Line[] => [
    { sign: '#', text: `${title}: ${all.length}` },
    ...all.flatMap(({ statement, counterexample }) => [
      { sign, text: statement },
      { sign: ' ', text: `  without it: ${counterexample}` } as const,
    ]),
  ]
  return [
    ...listed('Guarantees that only the first cluster gives', '-', guarantees.lost),
    ...listed('Guarantees that only the second cluster gives', '+', guarantees.gained),
  ]
}
