/** How many milliseconds each unit of an interval is; none is seconds. */
const units: Readonly<Record<string, number>> = {
  '': 1000,
  s: 1000,
  sec: 1000,
  ms: 1,
  msec: 1,
  us: 0.001,
  usec: 0.001,
  m: 60_000,
  min: 60_000,
  h: 3_600_000,
  hr: 3_600_000,
}

const isoDuration =
  /^P(?=.)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/

const isoUnits = [31_536_000, 2_592_000, 604_800, 86_400, 3600, 60, 1]

/**
 * The milliseconds of an interval, timeout or delay as Pacemaker reads it: a number with a unit (`20s`, `1min`,
 * `100ms`, none is seconds), or an ISO 8601 duration (`PT20S`). Undefined where Pacemaker cannot read it.
 */
export function durationMs(text: string): number | undefined {
  const trimmed = text.trim()
  if (trimmed.startsWith('P')) {
    const parts = isoDuration.exec(trimmed)?.slice(1)
    return parts?.reduce((sum, part, at) => sum + Number(part ?? 0) * 1000 * (isoUnits[at] as number), 0)
  }
  const [, number, unit] = /^([+-]?\d+)\s*([a-z]*)/i.exec(trimmed) ?? []
  const factor = unit === undefined ? undefined : units[unit.toLowerCase()]
  return factor === undefined ? undefined : Math.floor(Number(number) * factor)
}

/** True for a score: an integer with or without a sign, or INFINITY. */
export function isScore(text: string): boolean {
  return /^[+-]?(\d+|INFINITY)$/.test(text.trim())
}

/** True for text that Pacemaker reads a whole number from; what follows the digits it ignores. */
export function isInteger(text: string): boolean {
  return /^\s*[+-]?\d+/.test(text)
}
