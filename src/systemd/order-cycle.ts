import type { SystemdService } from '../model/index.js'

/** Units of which each starts after the next, and the last after the first; undefined where After= makes no cycle. */
export function orderCycle(
  services: readonly Required<Pick<SystemdService, 'unit' | 'after'>>[],
): readonly string[] | undefined {
  const left = new Map(services.map(({ unit, after }) => [unit, after]))
  const waits = (unit: string) => left.get(unit)?.find((other) => left.has(other))
  for (let before = -1; before !== left.size; ) {
    before = left.size
    for (const unit of left.keys()) if (waits(unit) === undefined) left.delete(unit)
  }
  const path: string[] = []
  for (let unit = left.keys().next().value; unit !== undefined; unit = waits(unit)) {
    const start = path.indexOf(unit)
    if (start >= 0) return path.slice(start)
    path.push(unit)
  }
  return undefined
}
