import { type Frames, framesOf } from '../parts/frames.js'
import { edgeText } from '../parts/label.js'
import type { Edge, End } from '../parts/lines.js'
import { fontSizes, type LineStyle, lineStyleOf } from '../parts/theme.js'
import type { Picture } from '../picture/picture.js'
import { attributes, quoted, wideText } from './text.js'

/** All edges as lines of DOT; Graphviz draws a line to a frame as one to a member, cut at the frame. */
export function dotEdges({ boxes, junctions, edges }: Picture): readonly string[] {
  const around: Around = {
    frames: framesOf(boxes),
    junctions: new Set(junctions.map(({ key }) => key)),
    ordered: new Set(edges.flatMap((edge) => (edge.line === 'order' ? pair(edge.from, edge.to) : []))),
    ranked: new Set(edges.flatMap(({ line, from, to }) => (line === 'order' ? [from.key, to.key] : []))),
  }
  return edges.map((edge) => dotEdge(edge, around))
}

interface Around {
  readonly frames: Frames
  readonly junctions: ReadonlySet<string>
  /** Pairs that an order connects, in its direction. */
  readonly ordered: ReadonlySet<string>
  /** The boxes that orders place in columns. */
  readonly ranked: ReadonlySet<string>
}

function dotEdge(edge: Edge, around: Around): string {
  const { frames, junctions, ordered, ranked } = around
  const style = lineStyleOf(edge)
  const text = edgeText(edge)
  const head = junctions.has(edge.to.key) ? 'none' : heads[style.head]
  const isBack = edge.line === 'colocation' && ordered.has(pair(edge.to, edge.from))
  const [left, right] = isBack ? [edge.to, edge.from] : [edge.from, edge.to]
  const isPlaced = ranked.has(left.key) && ranked.has(right.key)
  const follows = edge.line === 'colocation' && (isPlaced || edge.strength === 'negative')
  return `${frames.anchor(left, 'last')} -> ${frames.anchor(right, 'first')}${attributes({
    id: edge.key,
    label: text.length === 0 ? undefined : wideText(text, fontSizes.small, 3),
    fontcolor: text.length === 0 ? undefined : quoted(style.stroke),
    tooltip: edge.line === 'implied' ? undefined : quoted(edge.constraint),
    style: style.dash === 'solid' ? undefined : style.dash,
    color: quoted(style.stroke),
    penwidth: style.width,
    dir: style.head === 'bar' ? 'both' : isBack ? 'back' : undefined,
    arrowhead: head,
    arrowtail: head,
    ltail: frames.isFrame(left, right) ? `cluster_${left.key}` : undefined,
    lhead: frames.isFrame(right, left) ? `cluster_${right.key}` : undefined,
    constraint: follows && !ordered.has(pair(left, right)) ? 'false' : undefined,
  })}`
}

function pair(from: End, to: End): string {
  return `${from.key} ${to.key}`
}

const heads: Readonly<Record<LineStyle['head'], string>> = {
  arrow: 'normal',
  vee: 'vee',
  bar: 'tee',
  none: 'none',
}
