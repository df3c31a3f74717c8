import { decodeAttribute } from './escape.js'
import { type Fault, lengthFault, referenceFault, syntax } from './fault.js'
import { isLongerThan, limits } from './limits.js'
import { namePattern } from './names.js'

const opening = new RegExp(`<(${namePattern})`, 'uy')
const closing = new RegExp(`</(${namePattern})[ \\t\\r\\n]*>`, 'uy')
const attribute = new RegExp(`[ \\t\\r\\n]+(${namePattern})[ \\t\\r\\n]*=[ \\t\\r\\n]*(["'])`, 'uy')
const ending = /[ \t\r\n]*(\/?)>/y

/** A start tag: its name and attributes, the offset after it, and whether it is its own end. */
export interface StartTag {
  readonly name: string
  readonly attributes: readonly (readonly [name: string, value: string])[]
  readonly end: number
  readonly empty: boolean
}

/** The start tag or empty element at an offset. */
export function startTag(text: string, offset: number): StartTag | Fault {
  const name = matchAt(opening, text, offset)?.[1]
  if (name === undefined) return syntax(offset, 'a < that begins no tag (write &lt;)')
  if (isLongerThan(name, limits.name)) return nameFault(offset)
  let at = offset + 1 + name.length
  const attributes: [name: string, value: string][] = []
  const names = new Set<string>()
  for (let found = matchAt(attribute, text, at); found !== null; found = matchAt(attribute, text, at)) {
    const [matched, attributeName = '', quote = ''] = found
    const nameAt = at + matched.search(/[^ \t\r\n]/)
    if (names.has(attributeName)) return syntax(nameAt, `duplicate attribute ${attributeName}`)
    if (isLongerThan(attributeName, limits.name)) return nameFault(nameAt)
    names.add(attributeName)
    const from = at + matched.length
    const to = text.indexOf(quote, from)
    if (to === -1) return syntax(from - 1, `the value of ${attributeName} has no closing quote`)
    const value = text.slice(from, to)
    const fault = valueFault(value, from, attributeName)
    if (fault !== undefined) return fault
    attributes.push([attributeName, decodeAttribute(value)])
    at = to + 1
  }
  const end = matchAt(ending, text, at)
  if (end === null) return syntax(at, `in <${name}>: expected an attribute as name="value", or > or />`)
  return { name, attributes, end: at + end[0].length, empty: end[1] === '/' }
}

/** From each attribute of the well-formed tag at an offset to the offset of its name. */
export function attributeOffsets(text: string, offset: number): ReadonlyMap<string, number> {
  const offsets = new Map<string, number>()
  const tagName = matchAt(opening, text, offset)?.[1] ?? ''
  let at = offset + 1 + tagName.length
  for (let found = matchAt(attribute, text, at); found !== null; found = matchAt(attribute, text, at)) {
    const [matched, name = '', quote = ''] = found
    offsets.set(name, at + matched.search(/[^ \t\r\n]/))
    at = text.indexOf(quote, at + matched.length) + 1
  }
  return offsets
}

/** The end tag at an offset. */
export function endTag(
  text: string,
  offset: number,
): { readonly name: string; readonly end: number } | Fault {
  const found = matchAt(closing, text, offset)
  if (found === null) return syntax(offset, '</ that is no end tag')
  return { name: found[1] as string, end: offset + found[0].length }
}

function valueFault(value: string, offset: number, name: string): Fault | undefined {
  const bracket = value.indexOf('<')
  if (bracket !== -1) return syntax(offset + bracket, `< in the value of ${name} (write &lt;)`)
  return lengthFault(value, offset, `a value of ${name}`) ?? referenceFault(value, offset)
}

function matchAt(pattern: RegExp, text: string, offset: number): RegExpExecArray | null {
  pattern.lastIndex = offset
  return pattern.exec(text)
}

function nameFault(offset: number): Fault {
  return { code: 'xml-limit', offset, reason: `a name of more than ${limits.name} bytes` }
}
