/** Scores at and beyond this are INFINITY to Pacemaker. */
export const INFINITY_SCORE = 1_000_000

/**
 * The number that Pacemaker reads from a score, clamped to plus and minus 1000000.
 * A text that is none (`inf`, `abc`) is 0, as it is to Pacemaker (`char2score`).
 */
export function scoreOf(value: string | undefined): number {
  if (value === undefined) return 0
  if (value === 'INFINITY' || value === '+INFINITY') return INFINITY_SCORE
  if (value === '-INFINITY') return -INFINITY_SCORE
  const number = Number.parseInt(value, 10)
  if (Number.isNaN(number)) return 0
  return Math.max(-INFINITY_SCORE, Math.min(INFINITY_SCORE, number))
}
