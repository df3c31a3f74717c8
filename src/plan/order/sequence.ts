/** The order of batches of resources that are started or stopped together. */

/** Virtual IPs and HAProxy, and what has to come after them. */
export function late(
  sorted: readonly (readonly string[])[],
  isEntry: (id: string) => boolean,
  isAfter: (id: string, other: string) => boolean,
): (id: string) => boolean {
  const found = new Set<string>()
  for (const batch of sorted) {
    if (batch.some((id) => isEntry(id) || [...found].some((other) => isAfter(id, other)))) {
      for (const id of batch) found.add(id)
    }
  }
  return (id) => found.has(id)
}

/** The batches of the lowest class first; within a class they stay in order. */
export function inClasses(
  sorted: readonly (readonly string[])[],
  classOf: (batch: readonly string[]) => number,
): readonly (readonly string[])[] {
  return [...sorted].sort((a, b) => classOf(a) - classOf(b))
}

export function firstOf(ids: readonly string[], position: ReadonlyMap<string, number>): string {
  return ids.reduce((one, id) => ((position.get(id) ?? 0) < (position.get(one) ?? 0) ? id : one))
}

export function lastOf(ids: readonly string[], position: ReadonlyMap<string, number>): string {
  return ids.reduce((one, id) => ((position.get(id) ?? 0) > (position.get(one) ?? 0) ? id : one))
}
