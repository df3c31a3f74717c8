import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js'
import { locatorOf } from './position.js'

/** Why a text is refused, and the offset where that shows. */
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
