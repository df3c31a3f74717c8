import { type Box, clonedGroup } from '../parts/boxes.js'
import { boxText, labelText, type TextLine, widthOf } from '../parts/label.js'
import type { Junction } from '../parts/lines.js'
import { boxStyleOf, boxStyles, colours, fontSizes, lineStyles } from '../parts/theme.js'
import { attributes, html, leftLabel, quoted, wideText } from './text.js'

const inchesALine = 0.1

/** A box, or a frame around its members, as lines of DOT; a box where many lines meet is higher. */
export function dotBox(box: Box, lines = 0): readonly string[] {
  return box.members.length === 0 ? [dotNode(box, lines)] : dotFrame(box)
}

/** A point where lines meet; one with labels is a small box of text. */
export function dotJunction({ key, look, labels }: Junction): string {
  const color = quoted(lineStyles[look].stroke)
  const fontsize = fontSizes.small
  return labels.length === 0
    ? `${key}${attributes({ shape: 'point', width: 0.1, height: 0.1, color, label: '""' })}`
    : `${key}${attributes({ label: wideText(labelText(labels), fontsize, 0), color, fontsize, style: 'rounded', margin: quoted('0.06,0.03') })}`
}

function dotNode(box: Box, lines = 0): string {
  const { stroke, fill, width, dashed = false } = boxStyleOf(box)
  const { sideMargin = 0.11, ...shape } = shapes[box.kind] ?? {}
  const style = [
    'filled',
    ...(box.service === 'vip' ? ['rounded'] : []),
    ...(box.kind === 'promotable' ? ['diagonals'] : []),
    ...(dashed ? ['dashed'] : []),
  ]
  return `${box.key}${attributes({
    label: labelOf(box),
    tooltip: quoted(box.id),
    ...shape,
    width: inches(widthOf(boxText(box)) / 72 + 2 * sideMargin),
    style: quoted(style.join()),
    color: quoted(stroke),
    fillcolor: quoted(fill),
    penwidth: width,
    height: lines > 4 ? inches(lines * inchesALine) : undefined,
  })}`
}

/** `sideMargin` is the first part of `margin`, in inches. */
interface Shape {
  readonly shape?: string
  readonly peripheries?: number
  readonly margin?: string
  readonly sideMargin?: number
}

const shapes: Readonly<Partial<Record<Box['kind'], Shape>>> = {
  clone: { peripheries: 2 },
  promotable: { peripheries: 2, margin: quoted('0.19,0.07'), sideMargin: 0.19 },
  bundle: { shape: 'box3d', margin: quoted('0.14,0.1'), sideMargin: 0.14 },
  node: { shape: 'house' },
  template: { shape: 'note' },
  tag: { shape: 'tab' },
}

/** A cloned group has the frame of the clone around it. */
function dotFrame(box: Box): readonly string[] {
  const name = `cluster_${box.key}`
  if (box.kind === 'group') return cluster(name, box)
  const outer = attributes({
    ...frameLabel(box),
    style: 'solid',
    color: quoted(boxStyles.group.stroke),
    margin: 5,
  })
  return [
    `subgraph ${name} {`,
    `  graph${outer}`,
    ...cluster(`${name}_inner`, clonedGroup(box)).map((line) => `  ${line}`),
    '}',
  ]
}

function frameLabel(box: Box): Readonly<Record<string, string>> {
  return {
    label: leftLabel(labelOf(box, 'LEFT').slice(1, -1), widthOf(boxText(box))),
    tooltip: quoted(box.id),
    labelloc: 't',
    labeljust: 'l',
    fontcolor: quoted(colours.ink),
  }
}

function cluster(name: string, box: Box): readonly string[] {
  const { stroke, fill, width } = boxStyleOf({ ...box, kind: 'group' })
  return [
    `subgraph ${name} {`,
    `  graph${attributes({
      ...frameLabel(box),
      margin: 8,
      style: 'filled',
      color: quoted(stroke),
      fillcolor: quoted(fill),
      penwidth: width,
    })}`,
    ...box.members.map((member) => `  ${dotNode(member)}`),
    ...chain(box.members.map(({ key }) => key)).map((line) => `  ${line}`),
    '}',
  ]
}

/** Keeps boxes in one row without a line between them. */
export function chain(keys: readonly string[]): readonly string[] {
  return keys.length < 2 ? [] : [`${keys.join(' -> ')} [style=invis]`]
}

/** Inches, rounded up. */
function inches(size: number): string {
  return (Math.ceil(size * 100) / 100).toFixed(2)
}

/** A row for each line, so that there is space between them. */
function labelOf(box: Box, align = 'CENTER'): string {
  const rows = boxText(box).map((line) => `<TR><TD ALIGN="${align}">${dotLine(line)}</TD></TR>`)
  return `<<TABLE BORDER="0" CELLBORDER="0" CELLPADDING="0" CELLSPACING="1">${rows.join('')}</TABLE>>`
}

function dotLine({ text, look }: TextLine): string {
  if (look === 'id') return `<B>${html(text)}</B>`
  const colour = look === 'good' ? colours.fine : look === 'bad' ? colours.alarm : colours.ink
  const small = `<FONT POINT-SIZE="${fontSizes.small}" COLOR="${colour}">${html(text)}</FONT>`
  return look === 'agent' ? small : `<I>${small}</I>`
}
