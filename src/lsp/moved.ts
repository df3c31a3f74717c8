import { changeBetween } from '../cib/change.js'
import type { Span } from './attributes.js'

/** Where spans of a text are after one change of it; undefined for one that the change touches. */
export function moved(before: string, after: string): (span: Span) => Span | undefined {
  const { start, end, shift } = changeBetween(before, after)
  return (span) => {
    if (span.end < start) return span
    return span.start > end ? { start: span.start + shift, end: span.end + shift } : undefined
  }
}
