import { relative, resolve } from 'node:path'
import { escapeUnseen } from '../../diagnostics/unseen.js'
import { type SourcePlace, textOf } from './source-place.js'

/** Characters of a line that are shown around a column. */
const width = 100

/** The line of a place with a mark below the column, and the line before it; nothing where the file cannot be read. */
export function codeFrame({ file, line, column }: SourcePlace): readonly string[] {
  const lines = textOf(file)?.split(/\r?\n/) ?? []
  const text = lines[line - 1]
  if (text === undefined) return []
  const margin = String(line).length
  const shown = (content: string, from: number) =>
    escapeUnseen(content.replaceAll('\t', ' ').slice(from, from + width))
  const from = text.length <= width ? 0 : Math.max(0, column - width / 2)
  const indent = ' '.repeat(shown(text.slice(0, column - 1), from).length)
  const before = lines[line - 2]
  return [
    ...(before === undefined || before.trim() === ''
      ? []
      : [`${String(line - 1).padStart(margin)} | ${shown(before, from)}`]),
    `${line} | ${shown(text, from)}`,
    `${' '.repeat(margin)} | ${indent}^`,
  ].map((each) => `  ${each}`)
}

/** The file as a message names it: from the current folder where it is in there. */
export function shownFile(file: string): string {
  const path = relative(process.cwd(), file)
  return path.startsWith('..') ? resolve(file) : path
}
