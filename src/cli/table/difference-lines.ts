import pc from 'picocolors'
import { escapeUnseen } from '../../diagnostics/unseen.js'
import { colorsFor } from '../terminal/colors.js'

/** A line of a difference, or a title of a part of it (`#`). */
export interface Line {
  readonly sign: '+' | '-' | '~' | '#' | ' '
  readonly text: string
}

/** The lines as text, coloured on a terminal; for a file, plain. */
export function differenceText(lines: readonly Line[], file: string | undefined): string {
  const { green, red, yellow, bold } = file === undefined ? colorsFor(process.stdout) : pc.createColors(false)
  const paint = { '+': green, '-': red, '~': yellow, '#': bold, ' ': (text: string) => text }
  return lines
    .map(({ sign, text }) => `${paint[sign](escapeUnseen(sign === '#' ? text : `${sign} ${text}`))}\n`)
    .join('')
}
