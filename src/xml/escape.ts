import { escapeUnseen, replaceUnseen } from '../diagnostics/unseen.js'

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Text with line ends as XML reads them. */
export function unifyLines(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
}

/** Text with line ends as XML reads them and with its references replaced. */
export function decodeText(text: string): string {
  return decode(unifyLines(text))
}

/** An attribute's value: raw white space is blanks to XML, a reference is the character that it names. */
export function decodeAttribute(text: string): string {
  return decode(text.replace(/\r\n|[\t\n\r]/g, ' '))
}

function decode(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#x([0-9a-fA-F]+)|#([0-9]+)|(amp|lt|gt|quot|apos));/g, (_, hex, decimal, name) => {
    if (name !== undefined) return entities[name] as string
    return String.fromCodePoint(hex === undefined ? Number.parseInt(decimal, 10) : Number.parseInt(hex, 16))
  })
}

/** The text for between double quotes: what a parser would fold and what cannot be seen is a reference. */
export function encodeAttribute(text: string): string {
  return replaceUnseen(text.replace(/[&<>"\t\n\r]/g, reference), reference)
}

/** The text for between tags; what a parser would fold and what cannot be seen, but blanks, is a reference. */
export function encodeText(text: string): string {
  return replaceUnseen(text.replace(/[&<>]/g, reference), (character) =>
    character === '\n' || character === '\t' ? character : reference(character),
  )
}

/** The text for a comment, where XML has no references: what cannot be seen, but blanks, is an escape that people read. */
export function encodeComment(text: string): string {
  return replaceUnseen(text, (character) =>
    character === '\n' || character === '\t' ? character : escapeUnseen(character),
  )
}

function reference(character: string): string {
  return references[character] ?? `&#${character.codePointAt(0)};`
}

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
}

const notInXml = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u

/** The first character that XML 1.0 cannot represent and its offset; undefined where there is none. */
export function unrepresentable(
  text: string,
): { readonly character: string; readonly offset: number } | undefined {
  const found = notInXml.exec(text)
  if (found === null) return undefined
  return { character: codeName(found[0].codePointAt(0) as number), offset: found.index }
}

/** `U+0007` for 7. */
export function codeName(codePoint: number): string {
  return `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`
}
