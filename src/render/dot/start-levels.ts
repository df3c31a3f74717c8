import type { Box } from '../parts/boxes.js'
import { colours } from '../parts/theme.js'
import { chain } from './boxes.js'
import { attributes, quoted } from './text.js'

/** A heading for each start level, and its boxes in one column below; members of frames stay in their frames. */
export function dotStartLevels(
  boxes: readonly Box[],
  startLevels: ReadonlyMap<string, number>,
): readonly string[] {
  const columns = new Map<number, string[]>()
  for (const { key, members } of boxes) {
    const level = startLevels.get(key)
    if (level === undefined) continue
    const column = columns.get(level) ?? []
    columns.set(level, column)
    if (members.length === 0) column.push(key)
  }
  const levels = [...columns.keys()].sort((a, b) => a - b)
  const heading = { shape: 'plaintext', fontcolor: quoted(colours.muted) }
  return [
    ...levels.map((level) => `l${level}${attributes({ label: quoted(`start level ${level}`), ...heading })}`),
    ...chain(levels.map((level) => `l${level}`)),
    ...levels.map((level) => `{ rank=same; ${[`l${level}`, ...(columns.get(level) ?? [])].join('; ')} }`),
  ]
}
