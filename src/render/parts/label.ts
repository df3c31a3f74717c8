import { replaceUnseen } from '../../diagnostics/unseen.js'
import type { Box, HaproxyGuarantee } from '../parts/boxes.js'
import type { Edge } from './lines.js'
import { textWidth } from './text-width.js'
import { fontSizes } from './theme.js'

/** The text with a visible character for each that cannot be drawn or seen: `␊` for a newline, `�` for all others. */
export function visible(text: string): string {
  return replaceUnseen(text, (character) =>
    character < ' ' ? String.fromCharCode(0x2400 + character.charCodeAt(0)) : '\uFFFD',
  )
}

/** The same in quotes where there is nothing to see: no line of a label is empty. */
function shown(text: string): string {
  return visible(text.trim() === '' ? `"${text}"` : text)
}

/** The same without the end of a very long text, for a title: Graphviz reads no text of more than 16,000 bytes. */
export function clipped(text: string): string {
  const letters = [...visible(text.slice(0, 1000))]
  return text.length <= 1000 ? letters.join('') : `${letters.slice(0, -1).join('')}…`
}

/**
 * The text with an invisible character after each backslash: Graphviz replaces `\N` by the key of the box
 * and Mermaid breaks the line at `\n`, and neither has an escape that works in all its outputs.
 */
export function guarded(text: string): string {
  return text.replaceAll('\\', '\\\u2060')
}

/** The text before `guarded`; Graphviz's JSON has backslashes twice. */
export function unguarded(drawn: string): string {
  return drawn.replace(/\\+\u2060/g, '\\')
}

/** Lines of at most `width` characters, broken after `-`, `_`, `.`, `:`, `/` or a blank where there is one. */
function wrap(text: string, width: number, maxLines: number): readonly string[] {
  const lines: string[] = []
  let rest = [...text]
  while (rest.length > width && lines.length < maxLines - 1) {
    const end = breakBefore(rest, width)
    lines.push(rest.slice(0, end).join(''))
    rest = rest.slice(end)
  }
  const last = rest.length > width ? [...rest.slice(0, width - 1), '…'] : rest
  return [...lines, last.join('')]
}

function breakBefore(letters: readonly string[], width: number): number {
  for (let end = width; end > width / 3; end--) {
    if (/[-_.:/ ]/.test(letters[end - 1] as string)) return end
  }
  return width
}

/** One line of text in a box. */
export interface TextLine {
  readonly text: string
  readonly look: 'id' | 'agent' | 'badge' | 'good' | 'bad'
}

const wordsOfKinds: readonly Box['kind'][] = ['promotable', 'template', 'tag', 'node']

/** The text in a box: its id, its agent, and its properties. */
export function boxText({ id, agent, badge, kind, guarantee, lineLength = 24 }: Box): readonly TextLine[] {
  const word = wordsOfKinds.includes(kind) ? kind : undefined
  const badges = [word, badge].filter((part) => part !== undefined)
  const longer = Math.ceil(lineLength * 1.6)
  return [
    ...wrap(shown(id), lineLength, 4).map((text) => ({ text, look: 'id' as const })),
    ...(agent === undefined
      ? []
      : wrap(shown(agent), longer, 3).map((text) => ({ text, look: 'agent' as const }))),
    ...(badges.length === 0
      ? []
      : wrap(shown(badges.join(', ')), longer, 3).map((text) => ({ text, look: 'badge' as const }))),
    ...(guarantee === undefined ? [] : linesOf(guarantees[guarantee], longer)),
  ]
}

function linesOf({ text, look }: TextLine, length: number): readonly TextLine[] {
  return wrap(text, length, 3).map((line) => ({ text: line, look }))
}

/** The width of the widest line in points, in any font. */
export function widthOf(lines: readonly TextLine[]): number {
  return Math.max(
    0,
    ...lines.map(({ text, look }) => textWidth(text, look === 'id' ? fontSizes.id : fontSizes.small)),
  )
}

const guarantees: Readonly<Record<HaproxyGuarantee, TextLine>> = {
  guaranteed: { text: '✓ runs only with HAProxy', look: 'good' },
  unknown: { text: '? may run without HAProxy', look: 'bad' },
  other: { text: 'bound to another resource', look: 'badge' },
  'not-guaranteed': { text: '✗ can run without HAProxy', look: 'bad' },
}

/** The text beside an edge. */
export function edgeText(edge: Edge): readonly string[] {
  return edge.line === 'implied' ? [] : labelText(edge.labels)
}

/** The text in a junction. */
export function labelText(labels: readonly string[]): readonly string[] {
  return labels.flatMap((label) => wrap(shown(label), 30, 3))
}
