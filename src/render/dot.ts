import type { Result } from '../diagnostics/diagnostic.js'
import type { Cluster } from '../model/index.js'
import type { Box } from './boxes.js'
import { chain, dotBox, dotJunction } from './dot-boxes.js'
import { dotEdges } from './dot-edges.js'
import { dotHeader } from './dot-header.js'
import { attributes, html, quoted } from './dot-text.js'
import { lookOf } from './edges.js'
import { type Picture, type PictureOptions, pictureOf } from './picture.js'
import { colours, fontSizes, fonts } from './theme.js'

/** The cluster's start order and colocations as a graph for Graphviz: `dot -Tsvg`. */
export function toDot(cluster: Cluster, options: PictureOptions = {}): Result<string> {
  const picture = pictureOf(cluster, options)
  const header = { label: dotHeader(picture), labelloc: 't', labeljust: 'l' }
  return { output: dotOf(picture, header), diagnostics: [] }
}

/** The picture in DOT, with more attributes for the graph as a whole. */
export function dotOf(picture: Picture, graph: Readonly<Record<string, string>> = {}): string {
  const tied = new Set(
    picture.edges.filter((edge) => lookOf(edge) !== 'member').flatMap(({ from, to }) => [from.key, to.key]),
  )
  const isTied = ({ key, members }: Box) => tied.has(key) || members.some((member) => tied.has(member.key))
  const lines = [
    `graph${attributes({ rankdir: 'LR', compound: 'true', nodesep: 0.16, ranksep: 0.45, ...font(fontSizes.id), ...graph })}`,
    `node${attributes({ shape: 'box', margin: quoted('0.11,0.05'), height: 0, ...font(fontSizes.id) })}`,
    `edge${attributes({ arrowsize: 0.7, ...font(fontSizes.small) })}`,
    ...picture.boxes.filter(isTied).flatMap(dotBox),
    ...picture.junctions.map(dotJunction),
    ...dotEdges(picture),
    ...freeBoxes(picture.boxes.filter((box) => !isTied(box))),
  ]
  return `digraph cluster {\n${lines.map((line) => `  ${line}\n`).join('')}}\n`
}

function font(fontsize: number): Readonly<Record<string, string | number>> {
  return { fontname: quoted(fonts), fontsize, fontcolor: quoted(colours.ink) }
}

/** What no line leads to, in rows of its own. */
function freeBoxes(boxes: readonly Box[]): readonly string[] {
  if (boxes.length === 0) return []
  const perRow = Math.max(3, Math.ceil(Math.sqrt(boxes.length * 0.6)))
  const rows = Array.from({ length: Math.ceil(boxes.length / perRow) }, (_, row) =>
    boxes.slice(row * perRow, (row + 1) * perRow),
  )
  return [
    'subgraph cluster_free {',
    `  graph${attributes({ label: `<${html('without order and colocation')}>`, labelloc: 't', labeljust: 'l', style: 'dotted', color: quoted(colours.muted), fontcolor: quoted(colours.muted) })}`,
    ...boxes.flatMap(dotBox).map((line) => `  ${line}`),
    ...rows.flatMap((row) => chain(row.map(({ key, members }) => members[0]?.key ?? key))),
    '}',
  ]
}
