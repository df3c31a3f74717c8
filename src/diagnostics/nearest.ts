/** The known id nearest to the one that was typed, undefined where none is near. */
export function nearest(typed: string, known: Iterable<string>): string | undefined {
  const limit = Math.max(2, Math.floor(typed.length / 3))
  let best: { readonly id: string; readonly distance: number } | undefined
  for (const id of known) {
    if (Math.abs(id.length - typed.length) > limit) continue
    const distance = editDistance(typed, id)
    if (distance <= limit && (best === undefined || distance < best.distance)) best = { id, distance }
  }
  return best?.id
}

/** The number of characters to insert, delete or replace between two texts (Levenshtein). */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let i = 0; i < a.length; i++) {
    const next = [i + 1]
    for (let j = 0; j < b.length; j++) {
      const change = (row[j] as number) + (a[i] === b[j] ? 0 : 1)
      next.push(Math.min(change, (row[j + 1] as number) + 1, (next[j] as number) + 1))
    }
    row = next
  }
  return row[b.length] as number
}
