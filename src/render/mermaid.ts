import { failure, type Result, success } from '../diagnostics/diagnostic.js'
import type { Cluster } from '../model/index.js'
import { malformed } from '../model/wellformed/malformed.js'
import { type Box, type BoxLook, clonedGroup, lookOfBox } from './parts/boxes.js'
import { type Frames, framesOf } from './parts/frames.js'
import { boxText, edgeText, guarded, labelText, visible } from './parts/label.js'
import { type Edge, type Junction, lookOf } from './parts/lines.js'
import { boxStyles, colours, type LineStyle, lineStyleOf, lineStyles } from './parts/theme.js'
import { leftOutOf } from './picture/left-out.js'
import { type PictureOptions, pictureOf } from './picture/picture.js'

/**
 * The cluster's start order and colocations as a Mermaid flowchart, for Markdown pages.
 *
 * @example
 * ```ts
 * const web = cluster({ nodes: ['node1'], resources: [systemd('web')] })
 * const result = toMermaid(web)
 * if (!result.ok) throw new Error(result.diagnostics[0]?.message)
 * const diagram: string = result.output
 * ```
 */
export function toMermaid(cluster: Cluster, options: PictureOptions = {}): Result<string> {
  const faults = malformed(cluster)
  if (faults.length > 0) return failure(faults)
  const { title, boxes, junctions, edges } = pictureOf(cluster, options)
  const points = new Set(junctions.map(({ key }) => key))
  const frames = framesOf(boxes)
  const lines = [
    ...boxes.flatMap(boxLines),
    ...junctions.map(junctionLine),
    ...edges.map((edge) => edgeLine(edge, frames, points)),
    ...edgeStyles(edges),
    ...boxClasses(boxes),
    ...boxes
      .filter(isFrame)
      .flatMap((box) => (box.kind === 'group' ? [box] : [box, clonedGroup(box)]))
      .map(({ key }) => `style ${key} ${boxCss('group')}`),
    ...boxes
      .flatMap((box) => [box, ...box.members])
      .filter(({ inCycle }) => inCycle)
      .map(({ key }) => `style ${key} stroke:${colours.alarm},stroke-width:3px`),
  ]
  const head = `---\ntitle: ${JSON.stringify(plainText(title))}\n---\nflowchart LR\n`
  return success(`${head}${lines.map((line) => `  ${line}\n`).join('')}`, leftOutOf(cluster))
}

/** Lines in quotes. */
function label(lines: readonly string[]): string {
  return `"${lines.join('<br/>')}"`
}

/** Characters with a meaning in Mermaid, Markdown or HTML are character codes. */
function escaped(text: string): string {
  return guarded(visible(text)).replace(
    /[^\p{L}\p{N} _.:,/=→×-]/gu,
    (character) => `#${character.codePointAt(0) as number};`,
  )
}

/** Mermaid removes markup from a title and decodes no entities in it. */
function plainText(text: string): string {
  return visible(text).replace(/[<>&]/g, (character) => lookalikes[character] as string)
}

const lookalikes: Readonly<Record<string, string>> = { '<': '‹', '>': '›', '&': '+' }

function boxLines(box: Box): readonly string[] {
  const text = label(
    boxText(box).map(({ text, look }) => (look === 'id' ? `<b>${escaped(text)}</b>` : escaped(text))),
  )
  if (box.members.length === 0) {
    const [open, close] = (box.service === 'vip' ? shapes.vip : shapes[box.kind]) ?? ['[', ']']
    return [`${box.key}${open}${text}${close}:::${lookOfBox(box)}`]
  }
  const inner = box.kind === 'group' ? box.members : [clonedGroup(box)]
  const members = inner.flatMap(boxLines).map((line) => `  ${line}`)
  return [`subgraph ${box.key}[${text}]`, '  direction LR', ...members, 'end']
}

const shapes: Readonly<Partial<Record<BoxLook, readonly [string, string]>>> = {
  vip: ['([', '])'],
  clone: ['[[', ']]'],
  promotable: ['[[', ']]'],
  bundle: ['{{', '}}'],
  template: ['[/', '/]'],
  tag: ['>', ']'],
}

function junctionLine({ key, labels }: Junction): string {
  return labels.length === 0 ? `${key}((" "))` : `${key}([${label(labelText(labels).map(escaped))}])`
}

function edgeLine(edge: Edge, frames: Frames, points: ReadonlySet<string>): string {
  const { from, to } = edge
  const { dash, head } = lineStyles[lookOf(edge)]
  const tip = points.has(to.key) ? 'none' : head
  const start = tip === 'bar' ? 'x' : ''
  const end = { arrow: '>', vee: '>', bar: 'x', none: dash === 'solid' ? '-' : '' }[tip]
  const text = edgeText(edge).map(escaped)
  return [
    frames.isFrame(from, to) ? from.key : frames.anchor(from, 'last'),
    `${start}${dash === 'solid' ? '--' : '-.-'}${end}${text.length === 0 ? '' : `|${label(text)}|`}`,
    frames.isFrame(to, from) ? to.key : frames.anchor(to, 'first'),
  ].join(' ')
}

function edgeStyles(edges: readonly Edge[]): readonly string[] {
  const numbers = new Map<string, number[]>()
  edges.forEach((edge, index) => {
    const { stroke, width, dash } = lineStyleOf(edge)
    const style = `stroke:${stroke},stroke-width:${width}px,stroke-dasharray:${dashes[dash]}`
    const indexes = numbers.get(style) ?? []
    indexes.push(index)
    numbers.set(style, indexes)
  })
  return [...numbers].map(([style, indexes]) => `linkStyle ${indexes.join()} ${style}`)
}

const dashes: Readonly<Record<LineStyle['dash'], string>> = { solid: '0', dashed: '5 4', dotted: '1 4' }

function boxClasses(boxes: readonly Box[]): readonly string[] {
  const looks = new Set(boxes.flatMap((box) => (isFrame(box) ? box.members : [box])).map(lookOfBox))
  return [...looks].map((look) => `classDef ${look} ${boxCss(look)}`)
}

function boxCss(look: BoxLook): string {
  const { stroke, fill, width, dashed = false } = boxStyles[look]
  const dash = dashed ? `,stroke-dasharray:${dashes.dashed}` : ''
  return `fill:${fill},stroke:${stroke},stroke-width:${width}px,color:#000${dash}`
}

function isFrame({ members }: Box): boolean {
  return members.length > 0
}
