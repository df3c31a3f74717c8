import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js'
import { codeName, unrepresentable } from './escape.js'
import { isLongerThan, limits } from './limits.js'
import { namePattern } from './names.js'
import { locatorOf } from './position.js'

/** Why a text is rejected, and the offset of the cause. */
export type Fault =
  | { readonly code: 'xml-syntax' | 'xml-limit'; readonly offset: number; readonly reason: string }
  | { readonly code: 'xml-doctype'; readonly offset: number }
  | { readonly code: 'xml-invalid-character'; readonly offset: number; readonly character: string }

/** The fault `reason` at an offset. */
export function syntax(offset: number, reason: string): Fault {
  return { code: 'xml-syntax', offset, reason }
}

/** The finding that a fault is. */
export function toDiagnostic(fault: Fault, text: string): Diagnostic {
  const where = { position: locatorOf(text)(fault.offset) }
  switch (fault.code) {
    case 'xml-doctype':
      return diagnostic(fault.code, '/', {}, where)
    case 'xml-invalid-character':
      return diagnostic(fault.code, '/', { what: 'the text', character: fault.character }, where)
    default:
      return diagnostic(fault.code, '/', { reason: fault.reason }, where)
  }
}

const reference = /&(?:#x([0-9a-fA-F]+)|#([0-9]+)|(amp|lt|gt|quot|apos));/y
const unknownEntity = new RegExp(`&(${namePattern});`, 'uy')

/** The first `&` that begins no character reference and none of XML's five entities. */
export function referenceFault(value: string, offset: number): Fault | undefined {
  for (let at = value.indexOf('&'); at !== -1; at = value.indexOf('&', at + 1)) {
    reference.lastIndex = at
    const [, hex, decimal] = reference.exec(value) ?? []
    if (reference.lastIndex === 0) return syntax(offset + at, reasonAgainst(value, at))
    const digits = hex ?? decimal
    if (digits === undefined) continue
    const codePoint = Number.parseInt(digits, hex === undefined ? 10 : 16)
    if (codePoint > 0x10ffff || unrepresentable(String.fromCodePoint(codePoint)) !== undefined) {
      return { code: 'xml-invalid-character', offset: offset + at, character: codeName(codePoint) }
    }
  }
  return undefined
}

function reasonAgainst(value: string, at: number): string {
  unknownEntity.lastIndex = at
  const name = unknownEntity.exec(value)?.[1]
  return name === undefined
    ? 'a bare & (write &amp;)'
    : `the entity &${name.slice(0, 40)}; is not one of XML's five`
}

/** What is wrong with the text between two tags. */
export function contentFault(value: string, offset: number): Fault | undefined {
  const end = value.indexOf(']]>')
  if (end !== -1) return syntax(offset + end, ']]> in text (write ]]&gt;)')
  return lengthFault(value, offset, 'text') ?? referenceFault(value, offset)
}

/** What is wrong with text outside the root element. */
export function outsideFault(value: string, offset: number, before: boolean): Fault | undefined {
  const at = value.search(/[^ \t\r\n]/)
  if (at === -1) return undefined
  return syntax(offset + at, `text ${before ? 'before' : 'after'} the root element`)
}

/** A text that is longer than libxml2 accepts. */
export function lengthFault(value: string, offset: number, what: string): Fault | undefined {
  if (!isLongerThan(value, limits.text)) return undefined
  return { code: 'xml-limit', offset, reason: `${what} of more than ${limits.text} bytes` }
}
