import type { BoxLook } from '../parts/boxes.js'
import type { LegendEntry } from '../parts/legend.js'
import { textWidth } from '../parts/text-width.js'
import { boxStyles, colours, fontSizes, lineStyles } from '../parts/theme.js'
import type { Picture } from '../picture/picture.js'
import { html } from './text.js'

/** Title and legend as one HTML-like label of the whole graph. */
export function dotHeader({ title, subtitle, legend }: Picture): string {
  return table([
    row(title, fontSizes.title, `<FONT POINT-SIZE="${fontSizes.title}"><B>${html(title)}</B></FONT>`),
    row(subtitle, fontSizes.id, `<FONT COLOR="${colours.muted}">${html(subtitle)}</FONT>`),
    ...legendRows(legend),
  ])
}

/** The legend as an HTML-like label: boxes in the first rows, lines in the next. */
export function dotLegend(legend: readonly LegendEntry[]): string {
  return table(legendRows(legend))
}

function table(rows: readonly string[]): string {
  return `<<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="5" CELLPADDING="1">${rows.join('')}</TABLE>>`
}

const entriesInRow = 3
const legendSize = 10

function legendRows(legend: readonly LegendEntry[]): readonly string[] {
  const boxes = legend.filter(({ sample }) => sample === 'box')
  const lines = legend.filter(({ sample }) => sample !== 'box')
  return [...entryRows(boxes), ...entryRows(lines)]
}

function row(text: string, size: number, content: string): string {
  return `<TR><TD ALIGN="LEFT" COLSPAN="${2 * entriesInRow}" WIDTH="${textWidth(text, size)}">${content}</TD></TR>`
}

/** Two columns for each entry, a sample and its meaning. */
function entryRows(entries: readonly LegendEntry[]): readonly string[] {
  return Array.from({ length: Math.ceil(entries.length / entriesInRow) }, (_, at) => {
    const cells = entries.slice(at * entriesInRow, (at + 1) * entriesInRow).map(cellsOf)
    return `<TR>${cells.join('')}</TR>`
  })
}

function cellsOf(entry: LegendEntry): string {
  const text = `<TD ALIGN="LEFT" WIDTH="${textWidth(entry.text, legendSize)}"><FONT POINT-SIZE="${legendSize}">${html(entry.text)}</FONT></TD>`
  if (entry.sample === 'box') return boxSample(entry.look) + text
  const { stroke, dash, head } = entry.sample === 'line' ? lineStyles[entry.look] : others[entry.sample]
  return `<TD><FONT COLOR="${stroke}"><B>${strokes[dash]}${heads[head]}</B></FONT></TD>${text}`
}

function boxSample(look: BoxLook): string {
  const { stroke, fill } = boxStyles[look]
  const style = look === 'vip' ? ' STYLE="rounded"' : ''
  const isDouble = look === 'clone' || look === 'promotable'
  const size = `FIXEDSIZE="TRUE" ${isDouble ? 'WIDTH="24" HEIGHT="10"' : 'WIDTH="30" HEIGHT="16"'}`
  const sign = signOf(look)
  const content = `<FONT POINT-SIZE="${sign === undefined ? 4 : 8}" COLOR="${stroke}">${sign ?? '&#160;'}</FONT>`
  const cell = `<TD BORDER="1" COLOR="${stroke}" BGCOLOR="${fill}" ${size}${style}>${content}</TD>`
  const around = `<TABLE BORDER="1" COLOR="${stroke}" CELLSPACING="3" CELLPADDING="0"><TR>${cell}</TR></TABLE>`
  return isDouble ? `<TD>${around}</TD>` : cell
}

/** Instead of a border that a cell cannot have; Graphviz's JSON lacks dashed ones. */
function signOf(look: BoxLook): string | undefined {
  if (look === 'bundle') return '❒'
  return boxStyles[look].dashed === true ? '╌╌' : undefined
}

const others = {
  junction: { stroke: colours.ink, dash: 'none', head: 'dot' },
  cycle: { stroke: colours.alarm, dash: 'thick', head: 'arrow' },
  added: { stroke: colours.fine, dash: 'thick', head: 'none' },
  removed: { stroke: colours.alarm, dash: 'dashed', head: 'none' },
} as const
const strokes = { solid: '───', dashed: '╌╌╌', dotted: '┈┈┈', none: '', thick: '━━━' } as const
const heads = { arrow: '▶', vee: '❯', bar: '┤', dot: '●', none: '' } as const
