import { toBootstrap } from '../bootstrap/index.js'
import { check } from '../check/check.js'
import { writeCib } from '../cib/write.js'
import { type Diagnostic, failure, hasErrors, type Result } from '../diagnostics/diagnostic.js'
import type { Cluster } from '../model/index.js'
import { type PcsVersion, toPcs } from '../pcs/index.js'
import { toDot, toHtml, toMermaid, toSvg } from '../render/index.js'
import { toSource } from '../source/index.js'
import { readInput } from './input.js'
import { locate } from './locate.js'
import { writeOutput } from './output.js'
import { report, reportUnusable } from './report.js'

interface CompileOptions {
  readonly to: 'cib' | 'pcs' | 'bootstrap' | 'source' | 'dot' | 'mermaid' | 'svg' | 'html'
  readonly schema?: string
  readonly pcs?: PcsVersion
  readonly strategy?: 'commands' | 'xml'
  readonly output?: string
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

const target = ({ pcs, strategy }: CompileOptions) => ({
  ...(pcs === undefined ? {} : { pcs }),
  ...(strategy === undefined ? {} : { strategy }),
})

/** What a cluster becomes that has errors: source, to mend them in; all else is not printed. */
const forMending: readonly CompileOptions['to'][] = ['source']

/** `lightcib compile`: nothing is printed of a cluster that has errors, but its source. */
export async function compile(name: string, options: CompileOptions): Promise<number> {
  const input = await readInput(name)
  const { file, cluster } = input
  const withFile = (findings: readonly Diagnostic[]) => findings.map((finding) => ({ file, ...finding }))
  if (cluster === undefined) {
    reportUnusable(withFile(input.findings))
    return 2
  }
  const checked = check(cluster)
  const refused = hasErrors([...input.findings, ...checked]) && !forMending.includes(options.to)
  const result = refused ? failure([]) : await backEnds[options.to](cluster, options)
  const findings = locate(input, [...checked, ...result.diagnostics])
  report(withFile(findings))
  if (result.output === undefined || hasErrors(result.diagnostics)) return 1
  return Math.max(finish(result.output, options.output), hasErrors(findings) ? 1 : 0)
}

/** Writes the output; 0, or 2 with the reason where the file cannot be written. */
export function finish(text: string, file: string | undefined): number {
  const failure = writeOutput(text, file)
  if (failure === undefined) return 0
  process.stderr.write(`lightcib: ${failure}\n`)
  return 2
}
