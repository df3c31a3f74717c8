import { encodeAttribute } from '../../xml/escape.js'
import { unguarded } from '../parts/label.js'
import { hasKnownWidth } from '../parts/text-width.js'

/** One step of Graphviz's own drawing, as its `json` format has it. */
export interface DrawOp {
  readonly op: string
  readonly color?: string
  readonly style?: string
  readonly size?: number
  /** 1 bold, 2 italic. */
  readonly fontchar?: number
  readonly points?: readonly Point[]
  /** Centre and half axes. */
  readonly rect?: readonly [x: number, y: number, halfWidth: number, halfHeight: number]
  readonly pt?: Point
  readonly width?: number
  readonly text?: string
}

type Point = readonly [x: number, y: number]

interface Pen {
  stroke: string
  fill: string
  width: number
  dash: string
  size: number
  font: number
}

/** Steps of Graphviz's drawing as SVG elements. Text in a box is centred, since fonts differ in width;
 * text of which no width is known is as wide as Graphviz has planned. */
export function svgOf(steps: readonly DrawOp[], align: 'start' | 'middle'): readonly string[] {
  const pen: Pen = { stroke: '#000000', fill: 'none', width: 1, dash: '', size: 12, font: 0 }
  return steps.flatMap((step) => {
    if (step.op === 'T') return [textOf(step, pen, align)]
    const shape = shapeOf(step)
    if (shape === undefined) setPen(step, pen)
    return shape === undefined ? [] : [painted(shape, step.op, pen)]
  })
}

function setPen({ op, color = '', style = '', size = 0, fontchar = 0 }: DrawOp, pen: Pen): void {
  if (op === 'c') pen.stroke = colourOf(color)
  if (op === 'C') pen.fill = colourOf(color)
  if (op === 'F') pen.size = size
  if (op === 't') pen.font = fontchar
  if (op !== 'S') return
  const width = /^setlinewidth\((.+)\)$/.exec(style)?.[1]
  if (width !== undefined) pen.width = Number(width)
  else pen.dash = dashes[style] ?? ''
}

const dashes: Readonly<Record<string, string>> = { dashed: '5,3', dotted: '1,3' }

/** Graphviz writes no colour as a transparent one. */
function colourOf(color: string): string {
  return /^#[0-9a-f]{6}00$/i.test(color) ? 'none' : color
}

function shapeOf({ op, points = [], rect }: DrawOp): string | undefined {
  switch (op) {
    case 'P':
    case 'p':
      return `<polygon points="${points.map(pointOf).join(' ')}"`
    case 'L':
      return `<polyline points="${points.map(pointOf).join(' ')}"`
    case 'B':
    case 'b':
      return `<path d="M${points.slice(0, 1).map(pointOf)}C${points.slice(1).map(pointOf).join(' ')}"`
    case 'E':
    case 'e':
      return `<ellipse cx="${rect?.[0]}" cy="${rect?.[1]}" rx="${rect?.[2]}" ry="${rect?.[3]}"`
    default:
      return undefined
  }
}

/** Capitals are filled. */
function painted(shape: string, op: string, { stroke, fill, width, dash }: Pen): string {
  const filled = op === op.toUpperCase() && op !== 'L'
  const strokeWidth = width === 1 ? '' : ` stroke-width="${width}"`
  const dashed = dash === '' ? '' : ` stroke-dasharray="${dash}" `
  return `${shape} fill="${filled ? fill : 'none'}" stroke="${stroke}"${strokeWidth}${dashed.trimEnd()}/>`
}

function textOf({ pt = [0, 0], width = 0, text = '' }: DrawOp, pen: Pen, align: 'start' | 'middle'): string {
  const x = align === 'middle' ? pt[0] + width / 2 : pt[0]
  const drawn = unguarded(text)
  const attributes = [
    `x="${number(x)}" y="${number(pt[1])}"`,
    `font-size="${pen.size}"`,
    ...(pen.font & 1 ? ['font-weight="bold"'] : []),
    ...(pen.font & 2 ? ['font-style="italic"'] : []),
    ...(align === 'middle' ? ['text-anchor="middle"'] : []),
    ...(hasKnownWidth(drawn) ? [] : [`textLength="${number(width)}" lengthAdjust="spacingAndGlyphs"`]),
    `fill="${pen.stroke}"`,
  ]
  return `<text ${attributes.join(' ')}>${encodeAttribute(drawn)}</text>`
}

function pointOf([x, y]: Point): string {
  return `${number(x)},${number(y)}`
}

function number(value: number): string {
  return String(Math.round(value * 100) / 100)
}
