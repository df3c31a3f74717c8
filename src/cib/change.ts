/** The only difference of two texts: a piece of the first, and by how much what follows it moves. */
export interface Change {
  readonly start: number
  readonly end: number
  readonly shift: number
}

/** The smallest piece of a text that has to be replaced to make another one of it. */
export function changeBetween(before: string, after: string): Change {
  const shorter = Math.min(before.length, after.length)
  const shift = after.length - before.length
  const start = commonLength(shorter, (from, to) => before.slice(from, to) === after.slice(from, to))
  const rest = commonLength(
    shorter - start,
    (from, to) =>
      before.slice(before.length - to, before.length - from) ===
      after.slice(after.length - to, after.length - from),
  )
  return { start, end: before.length - rest, shift }
}

/** Up to where all pieces are the same; long ones are compared first, as the engine does that fastest. */
function commonLength(most: number, isSame: (from: number, to: number) => boolean): number {
  let length = 0
  for (let step = 65_536; step > 0; step = step >> 2) {
    while (length + step <= most && isSame(length, length + step)) length += step
  }
  return length
}
