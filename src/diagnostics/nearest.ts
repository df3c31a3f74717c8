/** The known id nearest to the one that was typed, undefined where none is near. */
export function nearest(typed: string, known: Iterable<string>): string | undefined {
  let limit = Math.max(2, Math.floor(typed.length / 3))
  let best: string | undefined
  for (const id of known) {
    if (Math.abs(id.length - typed.length) > limit) continue
    const distance = editDistance(typed, id, limit)
    if (distance > limit) continue
    best = id
    limit = distance - 1
  }
  return best
}

/** The number of characters to insert, delete or replace between two texts (Levenshtein); of more than the limit, any number above it. */
function editDistance(a: string, b: string, limit: number): number {
  let row = [0]
  for (let column = 1; column <= b.length; column++) row.push(column)
  for (let i = 0; i < a.length; i++) {
    const next = [i + 1]
    let least = i + 1
    for (let j = 0; j < b.length; j++) {
      const change = (row[j] as number) + (a[i] === b[j] ? 0 : 1)
      const distance = Math.min(change, (row[j + 1] as number) + 1, (next[j] as number) + 1)
      next.push(distance)
      least = Math.min(least, distance)
    }
    if (least > limit) return least
    row = next
  }
  return row[b.length] as number
}
