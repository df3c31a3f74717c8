import type { Span } from './attributes.js'

/** Where spans of a text are after one change of it; undefined for one that the change touches. */
export function moved(before: string, after: string): (span: Span) => Span | undefined {
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++
  let rest = 0
  const shift = after.length - before.length
  const isSame = (at: number) => before.charCodeAt(at) === after.charCodeAt(at + shift)
  while (rest < shorter - start && isSame(before.length - 1 - rest)) rest++
  const end = before.length - rest
  return (span) => {
    if (span.end < start) return span
    return span.start > end ? { start: span.start + shift, end: span.end + shift } : undefined
  }
}
