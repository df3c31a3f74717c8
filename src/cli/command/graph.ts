import { hasErrors } from '../../diagnostics/diagnostic.js'
import { toDot, toHtml, toMermaid, toSvg } from '../../render/index.js'
import { checkingOne } from '../checking.js'
import { readInput } from '../input.js'
import { type OutputOptions, writeOutput } from '../output.js'
import { report, reportUnusable } from '../terminal/report.js'

interface GraphOptions extends OutputOptions {
  readonly of: 'order' | 'colocation' | 'both'
  readonly format: 'svg' | 'dot' | 'mermaid' | 'html'
  readonly by: 'resource' | 'action'
  readonly startLevels?: boolean
}

const renderers = { svg: toSvg, dot: toDot, mermaid: toMermaid, html: toHtml } as const

/** `lightcib graph`: draws a cluster, also one with errors: a picture often shows them best. Returns the exit code. */
export async function graph(
  name: string,
  { of, by, startLevels = false, format, ...output }: GraphOptions,
): Promise<number> {
  const input = await readInput(name)
  const { file, cluster } = input
  if (cluster === undefined) {
    reportUnusable(file, input.findings)
    return 2
  }
  const picture = await renderers[format](cluster, { of, by, startLevels })
  const { findings } = (await checkingOne(input, cluster))(picture.diagnostics)
  report(file, findings)
  const written = picture.output === undefined ? 1 : writeOutput(picture.output, output, { inputs: [name] })
  return Math.max(written, hasErrors(findings) ? 1 : 0)
}
