import { check } from '../check/check.js'
import { hasErrors } from '../diagnostics/diagnostic.js'
import { toDot, toHtml, toMermaid, toSvg } from '../render/index.js'
import { finish } from './compile.js'
import { readInput } from './input.js'
import { locate } from './locate.js'
import { report, reportUnusable } from './report.js'

interface GraphOptions {
  readonly of: 'order' | 'colocation' | 'both'
  readonly format: 'svg' | 'dot' | 'mermaid' | 'html'
  readonly by: 'resource' | 'action'
  readonly waves?: boolean
  readonly output?: string
}

const drawings = { svg: toSvg, dot: toDot, mermaid: toMermaid, html: toHtml } as const

/** `lightcib graph`: draws also what has errors, for they are often seen best in a picture. */
export async function graph(
  name: string,
  { of, by, waves = false, format, output }: GraphOptions,
): Promise<number> {
  const input = await readInput(name)
  const { file, cluster } = input
  if (cluster === undefined) {
    reportUnusable(input.findings.map((finding) => ({ file, ...finding })))
    return 2
  }
  const picture = await drawings[format](cluster, { of, by, waves })
  const findings = locate(input, [...check(cluster), ...picture.diagnostics])
  report(findings.map((finding) => ({ file, ...finding })))
  const written = picture.output === undefined ? 1 : finish(picture.output, output)
  return Math.max(written, hasErrors(findings) ? 1 : 0)
}
