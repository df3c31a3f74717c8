import { failure, type Result, success } from '../../diagnostics/diagnostic.js'
import type { Cluster } from '../../model/index.js'
import { malformed } from '../../model/wellformed/malformed.js'
import type { Box } from '../parts/boxes.js'
import { lookOf } from '../parts/lines.js'
import { textWidth } from '../parts/text-width.js'
import { colours, fontSizes, layoutFont } from '../parts/theme.js'
import { leftOutOf } from '../picture/left-out.js'
import { type Picture, type PictureOptions, pictureOf } from '../picture/picture.js'
import type { ConstraintKinds } from '../picture/resource-picture.js'
import { chain, dotBox, dotJunction } from './boxes.js'
import { dotEdges } from './edges.js'
import { dotHeader, dotLegend } from './header.js'
import { dotStartLevels } from './start-levels.js'
import { attributes, html, leftLabel, quoted } from './text.js'

/**
 * The cluster's start order and colocations as a graph for Graphviz: `dot -Tsvg`.
 *
 * @example
 * ```ts
 * const web = cluster({ nodes: ['node1'], resources: [systemd('web')] })
 * const result = toDot(web, { of: 'order' })
 * if (!result.ok) throw new Error(result.diagnostics[0]?.message)
 * const graph: string = result.output
 * ```
 */
export function toDot(cluster: Cluster, options: PictureOptions = {}): Result<string> {
  const faults = malformed(cluster)
  if (faults.length > 0) return failure(faults)
  return success(dotOf(pictureOf(cluster, options)), leftOutOf(cluster))
}

/** The picture in DOT, its label an HTML-like one in angle brackets or a text in quotes. */
export function dotOf(picture: Picture, label = dotHeader(picture)): string {
  const connected = new Set(
    picture.edges.filter((edge) => lookOf(edge) !== 'member').flatMap(({ from, to }) => [from.key, to.key]),
  )
  const isConnected = ({ key, members }: Box) =>
    picture.startLevels !== undefined ||
    connected.has(key) ||
    members.some((member) => connected.has(member.key))
  const degrees = degreesOf(picture)
  const lines = [
    `graph${attributes({ ...graphLook, ...font(fontSizes.id), label })}`,
    `node${attributes({ shape: 'box', margin: quoted('0.11,0.05'), height: 0, ...font(fontSizes.id) })}`,
    `edge${attributes({ arrowsize: 0.7, ...font(fontSizes.small) })}`,
    ...unconnectedBoxes(
      picture.boxes.filter((box) => !isConnected(box)),
      picture.of,
    ),
    ...picture.boxes.filter(isConnected).flatMap((box) => dotBox(box, degrees.get(box.key))),
    ...picture.junctions.map(dotJunction),
    ...dotEdges(picture),
    ...(picture.startLevels === undefined ? [] : dotStartLevels(picture.boxes, picture.startLevels)),
  ]
  return `digraph cluster {\n${lines.map((line) => `  ${line}\n`).join('')}}\n`
}

const graphLook = {
  rankdir: 'LR',
  compound: 'true',
  nodesep: 0.16,
  ranksep: 0.45,
  labelloc: 't',
  labeljust: 'l',
}

/** The legend alone. */
export function dotOfLegend({ legend }: Picture): string {
  return `digraph legend { graph${attributes({ ...font(fontSizes.id), label: dotLegend(legend) })} }`
}

function font(fontsize: number): Readonly<Record<string, string | number>> {
  return { fontname: quoted(layoutFont), fontsize, fontcolor: quoted(colours.ink) }
}

/** The boxes without lines, in rows of their own. */
function unconnectedBoxes(boxes: readonly Box[], of: ConstraintKinds): readonly string[] {
  if (boxes.length === 0) return []
  const perRow = Math.max(3, Math.ceil(Math.sqrt(boxes.length * 0.6)))
  const rows = Array.from({ length: Math.ceil(boxes.length / perRow) }, (_, row) =>
    boxes.slice(row * perRow, (row + 1) * perRow),
  )
  const label = `without ${of === 'both' ? 'order and colocation' : of}`
  const look = {
    label: leftLabel(html(label), textWidth(label, fontSizes.id)),
    style: 'dotted',
    color: quoted(colours.muted),
    fontcolor: quoted(colours.muted),
  }
  const upwards = [...rows].reverse().flat()
  return [
    'subgraph cluster_free {',
    `  graph${attributes({ ...look, labelloc: 't', labeljust: 'l' })}`,
    ...upwards.flatMap((box) => dotBox(box)).map((line) => `  ${line}`),
    ...rows.flatMap((row) => chain(row.map(({ key, members }) => members[0]?.key ?? key))),
    '}',
  ]
}

/** How many lines meet at the fuller side of each box. */
function degreesOf({ edges }: Picture): ReadonlyMap<string, number> {
  const leaving = countOf(edges.map(({ from }) => from.key))
  const coming = countOf(edges.map(({ to }) => to.key))
  return new Map(
    [...leaving, ...coming].map(([key]) => [key, Math.max(leaving.get(key) ?? 0, coming.get(key) ?? 0)]),
  )
}

function countOf(keys: readonly string[]): ReadonlyMap<string, number> {
  const count = new Map<string, number>()
  for (const key of keys) count.set(key, (count.get(key) ?? 0) + 1)
  return count
}
