import { clipped, guarded, visible } from '../parts/label.js'
import { textWidth } from '../parts/text-width.js'

/** The text between double quotes, as Graphviz reads it back: no escape, entity or line break is left in it. */
export function quoted(text: string): string {
  return `"${clipped(text).replace(/&/g, '&amp;').replace(/[\\"]/g, '\\$&')}"`
}

/** The text inside an HTML-like label. */
export function html(text: string): string {
  return guarded(visible(text)).replace(/[^\p{L}\p{N}\\_.:,/=+-]/gu, (character) =>
    character === ' ' ? '&#160;' : `&#${character.codePointAt(0)};`,
  )
}

/** Lines as an HTML-like label with `padding` points around it, wide enough for any font. */
export function wideText(lines: readonly string[], size: number, padding: number): string {
  const width = Math.max(...lines.map((line) => textWidth(line, size)))
  const cell = `<TD WIDTH="${width + 2 * padding}">${lines.map(html).join('<BR/>')}</TD>`
  return `<<TABLE BORDER="0" CELLSPACING="0" CELLPADDING="${padding}"><TR>${cell}</TR></TABLE>>`
}

/** The label of a frame: it begins at the left, and the frame is at least `width` points wide. */
export function leftLabel(label: string, width: number): string {
  return `<<TABLE BORDER="0" CELLPADDING="0" CELLSPACING="0"><TR><TD ALIGN="LEFT" WIDTH="${width}">${label}</TD></TR></TABLE>>`
}

/** ` [a=1, b=2]`, empty where none is set. */
export function attributes(pairs: Readonly<Record<string, string | number | undefined>>): string {
  const set = Object.entries(pairs).filter(([, value]) => value !== undefined)
  return set.length === 0 ? '' : ` [${set.map(([name, value]) => `${name}=${value}`).join(', ')}]`
}
