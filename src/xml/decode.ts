import { diagnostic, failure, type Result, success } from '../diagnostics/diagnostic.js'
import { quote } from '../diagnostics/quote.js'
import { locatorOf } from './position.js'

type Decoded = { readonly text: string } | { readonly reason: string; readonly before: string }

const labels: Readonly<Record<string, string>> = {
  'UTF-8': 'utf-8',
  UTF8: 'utf-8',
  'US-ASCII': 'ascii',
  ASCII: 'ascii',
  'ISO-8859-1': 'latin1',
  'ISO-LATIN-1': 'latin1',
  LATIN1: 'latin1',
  'UTF-16': 'utf-16',
}

/**
 * The text of a document without its byte order mark. The encoding of bytes is found as libxml2 finds it,
 * by the mark, else by the first bytes, else by the XML declaration: UTF-8, UTF-16, ISO-8859-1 or ASCII.
 */
export function decodeDocument(input: string | Uint8Array): Result<string> {
  if (typeof input === 'string') return success(input.replace(/^\uFEFF/, ''))
  const decoded = decodeBytes(input)
  if ('text' in decoded) return success(decoded.text)
  const { reason, before } = decoded
  const position = locatorOf(before)(before.length)
  return failure([diagnostic('xml-encoding', '/', { reason }, { position })])
}

function decodeBytes(bytes: Uint8Array): Decoded {
  const [first, second, third, fourth] = bytes
  if (first === 0xff && second === 0xfe) return utf16(bytes.subarray(2), 'utf-16le')
  if (first === 0xfe && second === 0xff) return utf16(bytes.subarray(2), 'utf-16be')
  if (first === 0x3c && second === 0 && third === 0x3f && fourth === 0) return utf16(bytes, 'utf-16le')
  if (first === 0 && second === 0x3c && third === 0 && fourth === 0x3f) return utf16(bytes, 'utf-16be')
  const marked = first === 0xef && second === 0xbb && third === 0xbf
  const body = marked ? bytes.subarray(3) : bytes
  const declared = declaredEncoding(latin1(body.subarray(0, 1024)))
  const encoding = declared === undefined ? 'utf-8' : labels[declared.toUpperCase()]
  if (encoding === undefined)
    return { reason: `encoding ${quote(declared ?? '')} is not supported`, before: '' }
  if (encoding === 'utf-16' || (marked && encoding !== 'utf-8')) {
    return {
      reason: `the document declares the encoding ${quote(declared ?? '')}, but its bytes are in another`,
      before: '',
    }
  }
  if (encoding === 'latin1') return { text: latin1(body) }
  return encoding === 'ascii' ? ascii(body) : utf8(body)
}

function declaredEncoding(head: string): string | undefined {
  return /^<\?xml[ \t\r\n][^>]*?[ \t\r\n]encoding[ \t\r\n]*=[ \t\r\n]*["']([A-Za-z][\w.-]*)["']/.exec(
    head,
  )?.[1]
}

function utf8(bytes: Uint8Array): Decoded {
  const text = decodeStrictly(bytes, 'utf-8')
  if (text !== undefined) return { text }
  const [before = ''] = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes).split('\uFFFD', 1)
  return { reason: 'the bytes are not valid UTF-8', before }
}

/** libxml2 lets UTF-16 be named UTF-8 too, but nothing else, nor the other order of bytes. */
function utf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): Decoded {
  const text = decodeStrictly(bytes, encoding)
  if (text === undefined) return { reason: 'the bytes are not valid UTF-16', before: '' }
  const declared = declaredEncoding(text.slice(0, 1024))
  const fits = declared === undefined || /^(utf-?8|utf-?16|(iso-10646-)?ucs-2)$/i.test(declared)
  if (fits || declared.toLowerCase() === encoding) return { text }
  return {
    reason: `the document declares the encoding ${quote(declared)}, but its bytes are UTF-16`,
    before: '',
  }
}

function ascii(bytes: Uint8Array): Decoded {
  const at = bytes.findIndex((byte) => byte > 0x7f)
  if (at === -1) return { text: latin1(bytes) }
  return { reason: 'the bytes are not valid ASCII', before: latin1(bytes.subarray(0, at)) }
}

/** More arguments than this of one call overflow the stack of some engines. */
const mostArguments = 8192

function latin1(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += mostArguments) {
    text += String.fromCharCode(...bytes.subarray(at, at + mostArguments))
  }
  return text
}

function decodeStrictly(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}
