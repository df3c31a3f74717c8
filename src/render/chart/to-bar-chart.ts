import { encodeAttribute, encodeText } from '../../xml/escape.js'
import { colours, drawnFonts } from '../parts/theme.js'
import { darkStyle } from '../svg/dark.js'

/** A row of a bar chart: a label, and a number of each of the two clusters. */
interface BarRow {
  readonly label: string
  readonly values: readonly [number, number]
}

export interface BarChart {
  readonly title: string
  /** What the two clusters are called. */
  readonly names: readonly [string, string]
  readonly rows: readonly BarRow[]
}

const [margin, labelWidth, barWidth, barHeight, rowHeight] = [16, 220, 400, 12, 36] as const
const fills = ['#8a949e', colours.fine] as const
const [top, fontSize, widestCharacter] = [64, 12, 0.62] as const

/** Horizontal bars, two a row, with their numbers; one SVG document. */
export function toBarChart({ title, names, rows }: BarChart): string {
  const most = Math.max(1, ...rows.flatMap(({ values }) => values))
  const [width, height] = [margin * 2 + labelWidth + barWidth + 40, top + rows.length * rowHeight + margin]
  const bars = rows.flatMap(({ label, values }, row) => {
    const y = top + row * rowHeight
    return [
      text(margin + labelWidth - 10, y + barHeight + 4, shortened(label), 'end'),
      ...values.flatMap((value, at) => {
        const length = (value / most) * barWidth
        const barTop = y + at * (barHeight + 2)
        return [
          `<rect x="${margin + labelWidth}" y="${barTop}" width="${length.toFixed(1)}" height="${barHeight}" fill="${fills[at]}"/>`,
          text(margin + labelWidth + length + 5, barTop + barHeight - 2, String(value)),
        ]
      }),
    ]
  })
  const legend = names.flatMap((name, at) => [
    `<rect x="${margin + labelWidth + at * 200}" y="36" width="${barHeight}" height="${barHeight}" fill="${fills[at]}"/>`,
    text(margin + labelWidth + at * 200 + 18, 46, shortened(name, 170)),
  ])
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${encodeAttribute(drawnFonts)}" font-size="${fontSize}" role="img">`,
    `<title>${encodeText(title)}</title>`,
    `<rect width="100%" height="100%" fill="${colours.paper}"/>`,
    `<text x="${margin}" y="22" font-size="15" font-weight="bold" fill="${colours.ink}">${encodeText(title)}</text>`,
    darkStyle,
    ...legend,
    ...bars,
    '</svg>\n',
  ].join('\n')
}

function text(x: number, y: number, content: string, anchor: 'start' | 'end' = 'start'): string {
  return `<text x="${x.toFixed(1)}" y="${y}" text-anchor="${anchor}" fill="${colours.ink}">${encodeText(content)}</text>`
}

/** As much of it as fits, by the widest of the usual fonts. */
function shortened(content: string, width: number = labelWidth - 10): string {
  const most = Math.floor(width / (fontSize * widestCharacter))
  const characters = [...content]
  return characters.length <= most ? content : `${characters.slice(0, most - 1).join('')}…`
}
