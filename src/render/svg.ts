import { diagnostic, type Result } from '../diagnostics/diagnostic.js'
import type { Cluster } from '../model/index.js'
import { toDot } from './dot.js'
import type { PictureOptions } from './picture.js'

/** The cluster's start order and colocations as one SVG document, laid out by Graphviz (in WebAssembly). */
export async function toSvg(cluster: Cluster, options: PictureOptions = {}): Promise<Result<string>> {
  const { output: dot = '', diagnostics } = toDot(cluster, options)
  const drawn = await layOut(dot)
  return { ...drawn, diagnostics: [...diagnostics, ...drawn.diagnostics] }
}

/** What Graphviz draws of a graph in DOT. */
async function layOut(dot: string): Promise<Result<string>> {
  try {
    const { instance } = await import('@viz-js/viz')
    const graphviz = await instance()
    return { output: graphviz.renderString(dot, { format: 'svg' }), diagnostics: [] }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return { diagnostics: [diagnostic('layout-failed', '/cib', { reason })] }
  }
}
