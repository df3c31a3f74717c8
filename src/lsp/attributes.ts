import { decodeAttribute } from '../xml/escape.js'

/** A piece of a text, in UTF-16 code units; `end` is behind it. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** An attribute where it is written. */
export interface WrittenAttribute {
  /** The element that has it, and where its start tag begins. */
  readonly element: string
  readonly tag: Span
  readonly name: string
  readonly value: string
  readonly nameSpan: Span
  /** Between the quotes. */
  readonly valueSpan: Span
}

const tagPattern =
  /<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<([A-Za-z_][\w.-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)/g
const attributePattern = /([\w:.-]+)(\s*=\s*)(?:"([^"]*)"|'([^']*)')/g

/** All attributes of a text, in its order; what is not well-formed is passed over. */
export function attributesIn(text: string): readonly WrittenAttribute[] {
  return [...text.matchAll(tagPattern)].flatMap(attributesOf)
}

/** The attributes of the start tag that begins at an offset of a text, or of which an attribute does. */
export function attributesAt(text: string, offset: number): readonly WrittenAttribute[] {
  const pattern = new RegExp(tagPattern, 'y')
  pattern.lastIndex = Math.max(text.lastIndexOf('<', offset), 0)
  const found = pattern.exec(text)
  const attributes = found === null ? [] : attributesOf(found)
  const isHere = attributes.some(({ tag, nameSpan }) => tag.start === offset || nameSpan.start === offset)
  return isHere ? attributes : []
}

function attributesOf({
  index,
  0: tag,
  1: element,
  2: attributes = '',
}: RegExpExecArray): WrittenAttribute[] {
  if (element === undefined) return []
  const from = index + 1 + element.length
  return [...attributes.matchAll(attributePattern)].map((found): WrittenAttribute => {
    const [, name = '', equals = '', double, single] = found
    const start = from + found.index
    const raw = double ?? single ?? ''
    const valueStart = start + name.length + equals.length + 1
    return {
      element,
      tag: { start: index, end: index + tag.length },
      name,
      value: decodeAttribute(raw),
      nameSpan: { start, end: start + name.length },
      valueSpan: { start: valueStart, end: valueStart + raw.length },
    }
  })
}
