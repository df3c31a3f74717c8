import { secretsIn } from '../../cib/secrets.js'
import { writeCib } from '../../cib/write.js'
import { hasErrors, type Result, success } from '../../diagnostics/diagnostic.js'
import { type Cluster, resourcesOf } from '../../model/index.js'
import { type Reduction, reduce as reduceCluster, reductionReport } from '../../reduce/index.js'
import { toSvgPair } from '../../render/index.js'
import { checkingOne } from '../checking.js'
import { readInput } from '../input.js'
import { locate } from '../locate.js'
import { type OutputOptions, writeOutput } from '../output.js'
import { report, reportUnusable } from '../terminal/report.js'

interface ReduceOptions extends OutputOptions {
  readonly keep: string
  readonly guarantees: 'drop' | 'bridge'
  readonly to: 'cib' | 'report' | 'svg'
}

type Printer = (reduction: Reduction, full: Cluster) => Result<string> | Promise<Result<string>>

const printers: Readonly<Record<ReduceOptions['to'], Printer>> = {
  cib: ({ light }) => writeCib(light),
  report: (reduction) => success(reductionReport(reduction)),
  svg: ({ light }, full) => toSvgPair(full, light),
}

/** `lightcib reduce`: prints the light cluster, and the report on standard error. Returns the exit code. */
export async function reduce(
  name: string,
  { keep, guarantees, to, ...output }: ReduceOptions,
): Promise<number> {
  const input = await readInput(name)
  const { file, cluster: full } = input
  const ids = await idsToKeep(keep)
  if (full === undefined || ids === undefined) {
    if (full === undefined) reportUnusable(file, input.findings)
    return 2
  }
  const { output: reduction, diagnostics } = reduceCluster(full, { keep: ids, guarantees })
  const printed = reduction === undefined ? undefined : await printers[to](reduction, full)
  const later = [...diagnostics, ...(printed?.diagnostics ?? [])]
  const findings =
    reduction === undefined
      ? locate(input, later)
      : (await checkingOne(input, reduction.light))(later).findings
  report(file, findings)
  if (reduction === undefined || printed?.output === undefined || hasErrors(findings)) return 1
  if (to !== 'report') process.stderr.write(reductionReport(reduction))
  return writeOutput(printed.output, output, {
    isSecret: to === 'cib' && secretsIn(reduction.light).length > 0,
    inputs: [name, keep],
  })
}

/** The ids of a list, or of an input's resources; undefined, after printing why, if the input is unusable. */
async function idsToKeep(keep: string): Promise<readonly string[] | undefined> {
  if (!/\.(xml|raw|bz2|gz|m?[jt]s)$/.test(keep)) return keep.split(',')
  const { file, cluster, findings } = await readInput(keep)
  if (cluster === undefined) reportUnusable(file, findings)
  return cluster && resourcesOf(cluster).map(({ id }) => id)
}
