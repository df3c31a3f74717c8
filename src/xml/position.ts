import type { Position } from '../diagnostics/diagnostic.js'

/** Finds line and column, both from 1, of offsets in one text. */
export type Locator = (offset: number) => Position

/** The locator of a text; the lines are counted at the first question, then each answer is a search in halves. */
export function locatorOf(text: string): Locator {
  let starts: number[] | undefined
  return (offset) => {
    starts ??= lineStarts(text)
    let low = 0
    let high = starts.length
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if ((starts[middle] as number) <= offset) low = middle
      else high = middle
    }
    return { line: low + 1, column: offset - (starts[low] as number) + 1 }
  }
}

function lineStarts(text: string): number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}
