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

/** The beginning of the start tag at an offset of a text: its name, and what it has of attributes. */
export function tagAt(text: string, offset: number): Span {
  const pattern = new RegExp(tagPattern, 'y')
  pattern.lastIndex = offset
  const length = pattern.exec(text)?.[0].length ?? 1
  return { start: offset, end: Math.min(offset + length, text.length) }
}

/** The name of the first element of a text; undefined where it has none. */
export function firstElement(text: string): string | undefined {
  for (const [, element] of text.matchAll(tagPattern)) if (element !== undefined) return element
  return undefined
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
