import type { Random } from './random.js'

/** What breaks, closes or comments out what is around it, and what does not. */
const pieces = [
  ...[
    '<',
    '>',
    '"',
    "'",
    '/',
    '&',
    '&amp;',
    '&#10;',
    '&#xD800;',
    ']]>',
    '--',
    '-->',
    '<!--',
    '<![CDATA[',
    '\u0007',
  ],
  ...[
    '\n',
    '\r\n',
    ' ',
    'x',
    '\u{1F600}',
    '\uD83D',
    '<?pi ?>',
    '<?xml version="1.0"?>',
    '<!DOCTYPE cib>',
    ' id="x"',
  ],
  ...[
    '<!-- -->',
    'text',
    '</resources>',
    '</primitive>',
    '</constraints>',
    '<resources>',
    '<group id="g">',
    '<cib>',
  ],
  '<primitive id="new" class="ocf" provider="heartbeat" type="Dummy"/>',
  '<rsc_order id="other" first="new" then="vip"/>',
  '<group id="empty"/>',
  '<unknown odd="1"/>',
]

/** A piece of a text, and what is written in its place. */
export interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** A key, a paste or the removal of a piece. */
export function randomEdit(text: string, random: Random): Edit {
  const at = random.between(0, text.length)
  const start = random.chance(0.3) ? Math.max(text.lastIndexOf('>', at) + 1, 0) : at
  const removed = random.weighted({ none: 6, one: 3, some: 2, many: 0.5 })
  const length = { none: 0, one: 1, some: random.between(2, 40), many: random.between(40, 600) }[removed]
  const inserted = removed === 'none' || random.chance(0.3) ? random.pick(pieces) : ''
  return { start, end: Math.min(start + length, text.length), text: inserted }
}

/** How many changes there are at once: mostly one. */
export function editsAtOnce(random: Random): number {
  return Number(random.weighted({ 1: 6, 2: 1, 3: 1 }))
}

/** The text after some edits at once. */
export function typed(text: string, random: Random): string {
  let changed = text
  for (let left = editsAtOnce(random); left > 0; left--) {
    const edit = randomEdit(changed, random)
    changed = changed.slice(0, edit.start) + edit.text + changed.slice(edit.end)
  }
  return changed
}
