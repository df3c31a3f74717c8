import type { ColocationLine, ImpliedLine, LineLook, OrderLine } from './lines.js'

/** A line of the drawing with a name that is safe in every output; ids are not. */
export type Edge = (OrderLine | ColocationLine | ImpliedLine) & {
  readonly key: string
  /** True where it closes a circle of orders. */
  readonly inCycle?: boolean
}

/** The edges of lines, their keys counted from `e0`. */
export function edgesOf(lines: readonly (OrderLine | ColocationLine | ImpliedLine)[]): readonly Edge[] {
  return lines.map((line, index) => ({ key: `e${index}`, ...line }))
}

/** The look of an edge. */
export function lookOf(edge: Edge): LineLook {
  switch (edge.line) {
    case 'order':
      return edge.kind
    case 'colocation':
      return edge.strength
    case 'implied':
      return edge.why
  }
}
