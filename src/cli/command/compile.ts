import { toBootstrap } from '../../bootstrap/index.js'
import { secretsIn } from '../../cib/secrets.js'
import { writeCib } from '../../cib/write.js'
import { failure, hasErrors, type Result } from '../../diagnostics/diagnostic.js'
import type { Cluster } from '../../model/index.js'
import { type PcsVersion, toPcs } from '../../pcs/index.js'
import { toDot, toHtml, toMermaid, toSvg } from '../../render/index.js'
import { toSource } from '../../source/index.js'
import { checkingOne } from '../checking.js'
import { isModule, readInput } from '../input.js'
import { type OutputOptions, writeOutput } from '../output.js'
import { report, reportUnusable } from '../report.js'

interface CompileOptions extends OutputOptions {
  readonly to: 'cib' | 'pcs' | 'bootstrap' | 'source' | 'dot' | 'mermaid' | 'svg' | 'html'
  readonly schema?: string
  readonly pcs?: PcsVersion
  readonly strategy?: 'commands' | 'xml'
  readonly ids?: 'exact' | 'pcs'
}

type BackEnd = (cluster: Cluster, options: CompileOptions) => Result<string> | Promise<Result<string>>

const backEnds: Readonly<Record<CompileOptions['to'], BackEnd>> = {
  cib: (cluster, { schema }) => writeCib(cluster, schema === undefined ? {} : { schema }),
  pcs: (cluster, options) => toPcs(cluster, target(options)),
  bootstrap: (cluster, options) => toBootstrap(cluster, target(options)),
  source: (cluster) => toSource(cluster),
  dot: (cluster) => toDot(cluster),
  mermaid: (cluster) => toMermaid(cluster),
  svg: (cluster) => toSvg(cluster),
  html: (cluster) => toHtml(cluster),
}

const target = ({ pcs, strategy, ids }: CompileOptions) => ({
  ...(pcs === undefined ? {} : { pcs }),
  ...(strategy === undefined ? {} : { strategy }),
  ...(ids === undefined ? {} : { ids }),
})

/** Formats that are printed for a cluster with errors too: source is where they are corrected. */
const despiteErrors: readonly CompileOptions['to'][] = ['source']

/** Formats that have the values of parameters, passwords among them. */
const withValues: readonly CompileOptions['to'][] = ['cib', 'pcs', 'bootstrap', 'source', 'html']

/** `lightcib compile`: prints a cluster in another format, or nothing if it has errors. Returns the exit code. */
export async function compile(name: string, options: CompileOptions): Promise<number> {
  const input = await readInput(name)
  const { file, cluster } = input
  if (cluster === undefined) {
    reportUnusable(file, input.findings)
    return 2
  }
  const settled = await checkingOne(input, cluster)
  const rejected = hasErrors(settled().findings) && !despiteErrors.includes(options.to)
  const result = rejected ? failure([]) : await backEnds[options.to](cluster, options)
  const { findings } = settled(result.diagnostics)
  report(file, findings)
  if (result.output === undefined || hasErrors(result.diagnostics)) return 1
  const written = writeOutput(result.output, options, {
    isSecret: withValues.includes(options.to) && secretsIn(cluster).length > 0,
    inputs: options.to === 'cib' && !isModule(name) ? [] : [name],
  })
  return Math.max(written, hasErrors(findings) ? 1 : 0)
}
