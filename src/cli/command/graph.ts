import { hasErrors } from '../../diagnostics/diagnostic.js'
import { type Shown, toDot, toHtml, toMermaid, toSvg } from '../../render/index.js'
import { checkingOne } from '../checking.js'
import { imageOf } from '../files/image.js'
import { readInput } from '../input.js'
import { type OutputOptions, writeOutput } from '../output.js'
import { report, reportUnusable } from '../terminal/report.js'
import { UsageError } from '../usage-error.js'

interface GraphOptions extends OutputOptions {
  readonly of: 'order' | 'colocation' | 'both'
  readonly format: keyof typeof renderers
  readonly by: 'resource' | 'action'
  readonly startLevels?: boolean
  readonly show?: readonly Shown[]
  readonly collapseGroups?: boolean
}

const renderers = {
  svg: toSvg,
  png: toSvg,
  pdf: toSvg,
  dot: toDot,
  mermaid: toMermaid,
  html: toHtml,
} as const

/** `lightcib graph`: draws a cluster, also one with errors: a picture often shows them best. Returns the exit code. */
export async function graph(
  name: string,
  { of, by, startLevels = false, show = [], collapseGroups = false, format, ...output }: GraphOptions,
): Promise<number> {
  const input = await readInput(name)
  const { file, cluster } = input
  if (cluster === undefined) {
    reportUnusable(file, input.findings)
    return 2
  }
  const picture = await renderers[format](cluster, { of, by, startLevels, show, collapseGroups })
  const { findings } = (await checkingOne(input, cluster))(picture.diagnostics)
  report(file, findings)
  if (picture.output === undefined) return 1
  const isImage = format === 'png' || format === 'pdf'
  if (isImage && output.output === undefined && process.stdout.isTTY) {
    throw new UsageError(`${format} is not text for a terminal: write it to a file with -o`)
  }
  const content = isImage ? imageOf(picture.output, format) : picture.output
  const written = writeOutput(content, output, { inputs: [name] })
  return Math.max(written, hasErrors(findings) ? 1 : 0)
}
