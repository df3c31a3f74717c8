import { diagnostic, failure, type Result, success } from '../../diagnostics/diagnostic.js'
import type { DrawOp } from './draw-ops.js'

/** Something that Graphviz has placed: the graph, a box, a frame, an edge. */
export interface Placed {
  readonly name?: string
  readonly id?: string
  readonly _draw_?: readonly DrawOp[]
  readonly _hdraw_?: readonly DrawOp[]
  readonly _tdraw_?: readonly DrawOp[]
  readonly _ldraw_?: readonly DrawOp[]
}

/** A graph that Graphviz has laid out, y downwards. */
export interface Layout extends Placed {
  /** Left, bottom, right, top in points. */
  readonly bb: string
  readonly objects?: readonly Placed[]
  readonly edges?: readonly Placed[]
}

/** Where Graphviz, as WebAssembly, puts everything in a graph in DOT. */
export async function layOut(dot: string): Promise<Result<Layout>> {
  try {
    const { instance } = await import('@viz-js/viz')
    const graphviz = await instance()
    const json = graphviz.renderString(dot, { format: 'json', yInvert: true })
    return success(JSON.parse(json) as Layout)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return failure([diagnostic('layout-failed', '/cib', { reason })])
  }
}
