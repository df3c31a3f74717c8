import { type Box, type BoxLook, lookOfBox } from '../parts/boxes.js'
import { type Edge, type LineLook, lookOf } from '../parts/lines.js'

/** The sans-serif font whose widths are built into Graphviz. */
export const layoutFont = 'Helvetica'

/** Fonts as wide as that one, then any sans-serif; none is loaded. */
export const drawnFonts = 'Helvetica, Arial, sans-serif'

/** Points, also of the layout. */
export const fontSizes = { id: 12, small: 9, title: 18 } as const

/** Colours that colour-blind readers can distinguish; in black and white the line styles do the same. */
export const colours = {
  ink: '#1b2733',
  muted: '#66717d',
  paper: '#ffffff',
  colocation: '#a83e87',
  alarm: '#c1121f',
  fine: '#00684a',
} as const

/** What each colour becomes on a dark ground: fills stay darker than text, so that all of it can be read. */
export const darkColours: Readonly<Record<string, string>> = {
  [colours.ink]: '#e4e9ee',
  [colours.muted]: '#a7b1bc',
  [colours.paper]: '#14191f',
  [colours.colocation]: '#e58fcb',
  [colours.alarm]: '#ff8a94',
  [colours.fine]: '#5fd0a5',
  '#ece8f6': '#2c2840',
  '#f4f6f8': '#1f2730',
  '#e4f0ea': '#1c332a',
  '#fff5f5': '#331d20',
  '#00639c': '#7cc4ff',
  '#c4e5f8': '#123a54',
  '#8a5200': '#f0b35a',
  '#f9c74f': '#4d3800',
  '#d5f0e3': '#173c2d',
  '#fbdcde': '#4a1f24',
}

/** How a box is drawn. */
interface BoxStyle {
  readonly stroke: string
  readonly fill: string
  readonly width: number
  readonly dashed?: boolean
}

const plain: BoxStyle = { stroke: colours.ink, fill: colours.paper, width: 1 }

/** The styles of boxes. */
export const boxStyles: Readonly<Record<BoxLook, BoxStyle>> = {
  primitive: plain,
  clone: plain,
  promotable: { ...plain, fill: '#ece8f6' },
  group: { ...plain, fill: '#f4f6f8' },
  bundle: plain,
  template: { ...plain, stroke: colours.muted, dashed: true },
  tag: { ...plain, stroke: colours.muted },
  node: { ...plain, fill: '#e4f0ea' },
  rule: { ...plain, stroke: colours.muted, dashed: true },
  missing: { stroke: colours.alarm, fill: '#fff5f5', width: 1.5, dashed: true },
  vip: { stroke: '#00639c', fill: '#c4e5f8', width: 1.5 },
  haproxy: { stroke: '#8a5200', fill: '#f9c74f', width: 2.5 },
}

/** How a line is drawn; the head is at its `to`. */
export interface LineStyle {
  readonly stroke: string
  readonly width: number
  readonly dash: 'solid' | 'dashed' | 'dotted'
  readonly head: 'arrow' | 'vee' | 'bar' | 'none'
}

const order: LineStyle = { stroke: colours.ink, width: 1.3, dash: 'solid', head: 'arrow' }
const colocation: LineStyle = { stroke: colours.colocation, width: 1.6, dash: 'solid', head: 'vee' }
const implied: LineStyle = { stroke: colours.muted, width: 0.8, dash: 'solid', head: 'arrow' }

/** The styles of lines. */
export const lineStyles: Readonly<Record<LineLook, LineStyle>> = {
  Mandatory: order,
  Optional: { ...order, dash: 'dashed' },
  Serialize: { ...order, dash: 'dotted', width: 1.8 },
  infinity: colocation,
  positive: { ...colocation, width: 1.2, dash: 'dashed' },
  negative: { stroke: colours.alarm, width: 1.8, dash: 'dashed', head: 'bar' },
  zero: { stroke: colours.muted, width: 1, dash: 'dotted', head: 'vee' },
  member: implied,
  rule: implied,
  part: { ...implied, dash: 'dotted', head: 'none' },
  prefers: { stroke: colours.fine, width: 1.2, dash: 'solid', head: 'vee' },
  avoids: { stroke: colours.alarm, width: 1.2, dash: 'dotted', head: 'bar' },
  fences: { stroke: '#8a5200', width: 1.6, dash: 'dashed', head: 'arrow' },
}

/** What only one of two clusters has. */
const differenceStyles = {
  added: {
    box: { stroke: colours.fine, fill: '#d5f0e3', width: 2.5 },
    line: { stroke: colours.fine, width: 2.2 },
  },
  removed: {
    box: { stroke: colours.alarm, fill: '#fbdcde', width: 2.5, dashed: true },
    line: { stroke: colours.alarm, width: 2.2 },
  },
} as const

/** The style of a box; in an ordering cycle it is red. */
export function boxStyleOf(box: Box): BoxStyle {
  const style = boxStyles[lookOfBox(box)]
  if (box.difference !== undefined) return { ...style, ...differenceStyles[box.difference].box }
  return box.inCycle === true ? { ...style, stroke: colours.alarm, width: 3 } : style
}

/** The style of an edge; in an ordering cycle it is red and thick. */
export function lineStyleOf(edge: Edge): LineStyle {
  const style = lineStyles[lookOf(edge)]
  if (edge.difference !== undefined) return { ...style, ...differenceStyles[edge.difference].line }
  return edge.inCycle === true ? { ...style, stroke: colours.alarm, width: 3 } : style
}
