import { failure, type Result, success } from '../../diagnostics/diagnostic.js'
import type { Cluster } from '../../model/index.js'
import { malformed } from '../../model/wellformed/malformed.js'
import { encodeAttribute } from '../../xml/escape.js'
import { dotOf } from '../dot/to-dot.js'
import type { Box } from '../parts/boxes.js'
import { visible } from '../parts/label.js'
import { type Edge, lookOf } from '../parts/lines.js'
import { drawnFonts } from '../parts/theme.js'
import { leftOutOf } from '../picture/left-out.js'
import { type Picture, type PictureOptions, pictureOf } from '../picture/picture.js'
import { darkStyle } from './dark.js'
import { svgOf } from './draw-ops.js'
import { type Layout, layOut, type Placed } from './layout.js'

const margin = 12
const framePrefix = 'cluster_'

/**
 * The cluster's start order and colocations as one SVG document, laid out by Graphviz.
 *
 * @example
 * ```ts
 * const web = cluster({ nodes: ['node1'], resources: [systemd('web')] })
 * const result = await toSvg(web)
 * if (!result.ok) throw new Error(result.diagnostics[0]?.message)
 * const image: string = result.output
 * ```
 */
export async function toSvg(cluster: Cluster, options: PictureOptions = {}): Promise<Result<string>> {
  const faults = malformed(cluster)
  if (faults.length > 0) return failure(faults)
  const picture = pictureOf(cluster, options)
  const { output: layout, diagnostics } = await layOut(dotOf(picture))
  return layout === undefined
    ? failure(diagnostics)
    : success(svgDocument(picture, layout), [...diagnostics, ...leftOutOf(cluster)])
}

/** A laid out picture as SVG. */
export function svgDocument(picture: Picture, layout: Layout): string {
  const [, height = 0, width = 0] = layout.bb.split(',').map(Number)
  const box = [-margin, -margin, Math.ceil(width + 2 * margin), Math.ceil(height + 2 * margin)]
  const size = `width="${box[2]}" height="${box[3]}" viewBox="${box.join(' ')}"`
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} role="img" font-family="${drawnFonts}">`,
    `<title>${text(picture.title)}</title>`,
    `<desc>${text(picture.subtitle)}</desc>`,
    darkStyle,
    `<rect x="${box[0]}" y="${box[1]}" width="100%" height="100%" fill="#ffffff"/>`,
    ...layers(picture, layout),
    '</svg>\n',
  ].join('\n')
}

/** Frames lie below edges, edges below boxes. */
function layers({ boxes, edges }: Picture, layout: Layout): readonly string[] {
  const objects = layout.objects ?? []
  const isFrame = ({ name = '' }: Placed) => name.startsWith(framePrefix)
  const boxOf = new Map(boxes.flatMap((box) => [box, ...box.members]).map((box) => [box.key, box]))
  const edgeOf = new Map(edges.map((edge) => [edge.key, edge]))
  return [
    ...svgOf(layout._ldraw_ ?? [], 'start'),
    ...objects.filter(isFrame).map((frame) => {
      const key = frame.name?.slice(framePrefix.length) ?? ''
      return group(key, 'frame', boxOf.get(key)?.id, [
        ...svgOf(frame._draw_ ?? [], 'start'),
        ...svgOf(frame._ldraw_ ?? [], 'start'),
      ])
    }),
    ...(layout.edges ?? []).flatMap((placed) => {
      const edge = edgeOf.get(placed.id ?? '')
      return edge === undefined ? [] : [edgeGroup(edge, placed)]
    }),
    ...objects
      .filter((object) => !isFrame(object))
      .map((object) => boxGroup(object, boxOf.get(object.name ?? ''))),
  ]
}

function edgeGroup(edge: Edge, { _draw_ = [], _hdraw_ = [], _tdraw_ = [], _ldraw_ = [] }: Placed): string {
  const title = edge.line === 'implied' ? undefined : edge.constraint
  const drawn = [_draw_, _hdraw_, _tdraw_, _ldraw_].flatMap((steps) => svgOf(steps, 'middle'))
  return group(edge.key, `edge ${edge.line} ${lookOf(edge)}`, title, drawn)
}

function boxGroup({ name = '', _draw_ = [], _ldraw_ = [] }: Placed, box: Box | undefined): string {
  const drawn = [...svgOf(_draw_, 'middle'), ...svgOf(_ldraw_, 'middle')]
  if (box === undefined)
    return group(name, name.startsWith('l') ? 'start-level' : 'junction', undefined, drawn)
  return group(name, `box ${box.kind} ${box.service ?? ''}`.trimEnd(), box.id, drawn)
}

function group(key: string, classes: string, title: string | undefined, drawn: readonly string[]): string {
  const titled = title === undefined ? '' : `<title>${text(title)}</title>`
  return `<g id="${key}" class="${classes}">${titled}${drawn.join('')}</g>`
}

function text(value: string): string {
  return encodeAttribute(visible(value))
}
