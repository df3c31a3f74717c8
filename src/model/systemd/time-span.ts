/** The units of systemd.time(7) up to days; `m` is minutes there as well. */
const units: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1000,
  sec: 1000,
  m: 60_000,
  min: 60_000,
  h: 3_600_000,
  d: 86_400_000,
}

/** The milliseconds of a time span as systemd reads it: `90`, `500ms`, `1min 30s`. Undefined for what is none. */
export function spanMs(text: string): number | undefined {
  const parts = [...text.matchAll(/\s*(\d+)\s*([a-z]*)/gy)]
  if (parts.length === 0 || parts.map(([part]) => part).join('') !== text) return undefined
  const times = parts.map(([, number, unit]) => Number(number) * (units[unit || 's'] ?? Number.NaN))
  const sum = times.reduce((total, time) => total + time, 0)
  return Number.isSafeInteger(sum) ? sum : undefined
}

/** The time span as a drop-in has it: in seconds where they are whole. */
export function spanText(milliseconds: number): string {
  return milliseconds % 1000 === 0 ? `${milliseconds / 1000}s` : `${milliseconds}ms`
}
