/** The factors of the units that Pacemaker distinguishes, by what a unit starts with, the longer first. */
const units: readonly (readonly [start: string, milliseconds: number])[] = [
  ['ms', 1],
  ['us', 0.001],
  ['s', 1000],
  ['m', 60_000],
  ['h', 3_600_000],
]

/** Unsigned 32 bit: longer durations are clipped. */
const longest = 4_294_967_295
const largest = 2n ** 63n - 1n

/**
 * The milliseconds of an interval or of a cluster option as Pacemaker reads it: a number with a unit (`20s`, `1min`,
 * `100ms`, none is seconds), or an ISO 8601 duration (`PT20S`). Undefined where Pacemaker cannot read it. A unit counts
 * by its first letters only, a fraction is cut off, and a duration in days is one day short: see `isPlainDuration`.
 */
export function durationMs(text: string): number | undefined {
  return text.startsWith('P') ? isoMs(text) : timeoutMs(text)
}

/**
 * The milliseconds of a timeout or of a delay of an operation, which Pacemaker reads as `durationMs` does but for
 * ISO 8601 durations: those it cannot read here.
 */
export function timeoutMs(text: string): number | undefined {
  const [, number, unit = ''] = /^[ \t\n\r\f]*(\d+)[\d.]*[ \t\n\r\f]*(.*)$/s.exec(text) ?? []
  const factor = unit === '' ? 1000 : units.find(([start]) => unit.toLowerCase().startsWith(start))?.[1]
  if (number === undefined || factor === undefined || BigInt(number) > largest) return undefined
  return Math.min(longest, Math.floor(Number(number) * factor))
}

/** Pacemaker counts years and days of a duration from 1, as in a date. */
const isoSeconds: Readonly<Record<string, (count: number) => number>> = {
  years: (count) => Math.max(0, count - 1) * 31_536_000,
  months: (count) => count * 2_592_000,
  days: (count) => Math.max(0, count - 1) * 86_400,
  seconds: (count) => count,
}

function isoMs(text: string): number | undefined {
  const [, body] = /^P(T?(?:\d+[YMWDHS]T?)+)(?:[ /\t].*)?$/s.exec(text) ?? []
  if (body === undefined) return undefined
  const sums = { years: 0, months: 0, days: 0, seconds: 0 }
  let isTime = false
  for (const [part, number, unit] of body.matchAll(/T|(\d+)([YMWDHS])/g)) {
    const count = Number(number)
    if (part === 'T') isTime = true
    else if (unit === 'Y') sums.years += count
    else if (unit === 'W') sums.days += count * 7
    else if (unit === 'D') sums.days += count
    else if (unit === 'H') sums.seconds += count * 3600
    else if (unit === 'S') sums.seconds += count
    else if (isTime) sums.seconds += count * 60
    else sums.months += count
  }
  const total = Object.entries(sums).reduce((sum, [unit, count]) => sum + (isoSeconds[unit]?.(count) ?? 0), 0)
  return Math.min(longest, total * 1000)
}

/** True for a duration that means what is written: a whole number with a unit in full, or ISO 8601 without days and years. */
export function isPlainDuration(text: string): boolean {
  return (
    /^\s*\d+\s*(us|usec|ms|msec|s|sec|secs|seconds?|m|min|mins|minutes?|h|hr|hrs|hours?)?\s*$/i.test(text) ||
    /^P(?:\d+M)?T?(?:\d+H)?(?:\d+M)?(?:\d+S)?$/.test(text)
  )
}

/** True for text that Pacemaker reads a score from. */
export const isScore = isInteger

/** True for text that Pacemaker reads a number from: at most 64 bit, whatever follows it, or INFINITY as a whole. */
export function isInteger(text: string): boolean {
  return /^[+-]?INFINITY$/.test(text) || (isNumber(text) && !isOutOfRange(text))
}

/** True for a number that is followed by something: Pacemaker uses the number and ignores the rest. */
export function hasTrailingText(text: string): boolean {
  return isNumber(text) && !/^\s*[+-]?\d+$/.test(text)
}

function isNumber(text: string): boolean {
  return /^\s*[+-]?\d/.test(text)
}

function isOutOfRange(text: string): boolean {
  const [digits = '0'] = /\d+/.exec(text) ?? []
  return BigInt(digits) > largest
}

/** True for a number below 0. */
export function isNegative(text: string): boolean {
  return /^\s*-\s*(?:0*[1-9]|INFINITY)/.test(text)
}
