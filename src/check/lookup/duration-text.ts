/** A duration for a message, in its largest whole unit: `90 s`, `5 min`. */
export function durationText(milliseconds: number): string {
  const unit = units.find(([, factor]) => milliseconds > 0 && milliseconds % factor === 0) ?? ['ms', 1]
  return milliseconds === 0 ? '0 s' : `${milliseconds / unit[1]} ${unit[0]}`
}

const units: readonly (readonly [name: string, milliseconds: number])[] = [
  ['days', 86_400_000],
  ['h', 3_600_000],
  ['min', 60_000],
  ['s', 1000],
]
