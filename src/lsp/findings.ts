import type { Diagnostic } from '../diagnostics/diagnostic.js'
import { attributesAt, type Span, tagAt, type WrittenAttribute } from './attributes.js'
import type { TextChange } from './rename.js'

/** A finding where it is in the text. */
export interface PlacedFinding {
  readonly finding: Diagnostic
  readonly span: Span
  /** What the hint of the finding suggests in place of what is there. */
  readonly suggestion?: TextChange
}

/** Findings of a check at the attribute that they are about, or at the start tag of their element. */
export function placedFindings(
  findings: readonly Diagnostic[],
  text: string,
  offsetOf: (line: number, column: number) => number,
): readonly PlacedFinding[] {
  return findings.map((finding) => {
    const { line, column } = finding.position ?? { line: 1, column: 1 }
    const start = Math.min(offsetOf(line, column), text.length)
    const own = attributesAt(text, start)
    const named = own.find(({ nameSpan }) => nameSpan.start === start)
    const attribute = named ?? own.find(({ name }) => finding.path.endsWith(`/@${name}`))
    const span = attribute?.valueSpan ?? own[0]?.tag ?? tagAt(text, start)
    const suggestion = suggestionOf(finding, own, attribute)
    return { finding, span, ...(suggestion === undefined ? {} : { suggestion }) }
  })
}

/** The hint `did you mean "vip"?` replaces the attribute's value, or that piece of it which the message quotes. */
function suggestionOf(
  { hint, message }: Diagnostic,
  own: readonly WrittenAttribute[],
  attribute: WrittenAttribute | undefined,
): TextChange | undefined {
  const text = /^did you mean "([^"\\&<]+)"\?$/.exec(hint ?? '')?.[1]
  if (text === undefined) return undefined
  const quoted = [...message.matchAll(/"([^"]+)"/g)].map(([, word]) => word as string)
  for (const { value, valueSpan } of attribute === undefined ? own : [attribute]) {
    const word =
      quoted.find((each) => each === value) ?? quoted.find((each) => value.split(',').includes(each))
    if (word === undefined) continue
    const start = valueSpan.start + (word === value ? 0 : value.indexOf(word))
    return { start, end: start + word.length, text }
  }
  return undefined
}
