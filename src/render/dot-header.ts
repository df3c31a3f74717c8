import { html } from './dot-text.js'
import type { BoxLook, LegendEntry } from './legend.js'
import type { Picture } from './picture.js'
import { boxStyles, colours, fontSizes, lineStyles } from './theme.js'

/** Title and legend as one HTML-like label of the whole graph: boxes in one row, lines in the next. */
export function dotHeader({ title, subtitle, legend }: Picture): string {
  return [
    '<<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="3" CELLPADDING="1">',
    row(`<FONT POINT-SIZE="${fontSizes.title}"><B>${html(title)}</B></FONT>`),
    row(`<FONT COLOR="${colours.muted}">${html(subtitle)}</FONT>`),
    ...legendRow(legend.filter(({ sample }) => sample === 'box')),
    ...legendRow(legend.filter(({ sample }) => sample !== 'box')),
    '</TABLE>>',
  ].join('')
}

function row(content: string): string {
  return `<TR><TD ALIGN="LEFT">${content}</TD></TR>`
}

function legendRow(entries: readonly LegendEntry[]): readonly string[] {
  if (entries.length === 0) return []
  const cells = entries.map(
    (entry) => `${sampleOf(entry)}<TD><FONT POINT-SIZE="10">${html(entry.text)}&#160;&#160;</FONT></TD>`,
  )
  return [row(`<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="4"><TR>${cells.join('')}</TR></TABLE>`)]
}

function sampleOf(entry: LegendEntry): string {
  if (entry.sample === 'junction') return '<TD>●</TD>'
  if (entry.sample === 'line') {
    const { stroke, dash, head } = lineStyles[entry.look]
    return `<TD><FONT COLOR="${stroke}"><B>${strokes[dash]}${heads[head]}</B></FONT></TD>`
  }
  const { stroke, fill, dashed = false } = boxStyles[entry.look]
  const style = entry.look === 'vip' ? ' STYLE="rounded"' : dashed ? ' STYLE="dashed"' : ''
  const inner = insides[entry.look] ?? '&#160;'
  const box = `BORDER="1" COLOR="${stroke}" BGCOLOR="${fill}" FIXEDSIZE="TRUE" WIDTH="30" HEIGHT="15"`
  return `<TD ${box}${style}><FONT POINT-SIZE="8">${inner}</FONT></TD>`
}

/** What a cell cannot show by its border. */
const insides: Readonly<Partial<Record<BoxLook, string>>> = { bundle: '❒' }
const strokes = { solid: '───', dashed: '╌╌╌', dotted: '┈┈┈' } as const
const heads = { arrow: '▶', vee: '❯', bar: '┤', none: '' } as const
