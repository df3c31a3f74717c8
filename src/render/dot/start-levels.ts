import type { Box } from '../picture/boxes.js'
import { colours } from '../picture/theme.js'
import { chain } from './boxes.js'
import { attributes, quoted } from './text.js'

/** A heading for each start wave, and its boxes in one column below; members of frames stay in their frames. */
export function dotStartLevels(boxes: readonly Box[], waves: ReadonlyMap<string, number>): readonly string[] {
  const columns = new Map<number, string[]>()
  for (const { key, members } of boxes) {
    const wave = waves.get(key)
    if (wave === undefined) continue
    const column = columns.get(wave) ?? []
    columns.set(wave, column)
    if (members.length === 0) column.push(key)
  }
  const numbers = [...columns.keys()].sort((a, b) => a - b)
  return [
    ...numbers.map(
      (wave) =>
        `w${wave}${attributes({ label: quoted(`wave ${wave}`), shape: 'plaintext', fontcolor: quoted(colours.muted) })}`,
    ),
    ...chain(numbers.map((wave) => `w${wave}`)),
    ...numbers.map((wave) => `{ rank=same; ${[`w${wave}`, ...(columns.get(wave) ?? [])].join('; ')} }`),
  ]
}
