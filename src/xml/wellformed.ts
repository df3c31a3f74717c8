import { uncarryable } from './escape.js'
import { type Fault, syntax } from './fault.js'
import { limits } from './limits.js'
import { namePattern } from './names.js'
import { endTag, startTag } from './tag.js'
import { contentFault, lengthFault, outsideFault } from './text.js'

const declaration =
  /<\?xml[ \t\r\n]+version[ \t\r\n]*=[ \t\r\n]*("1\.[0-9]+"|'1\.[0-9]+')(?:[ \t\r\n]+encoding[ \t\r\n]*=[ \t\r\n]*("[A-Za-z][\w.-]*"|'[A-Za-z][\w.-]*'))?(?:[ \t\r\n]+standalone[ \t\r\n]*=[ \t\r\n]*("(?:yes|no)"|'(?:yes|no)'))?[ \t\r\n]*\?>/y
const instruction = new RegExp(`<\\?(${namePattern})(?:[ \\t\\r\\n]|(?=\\?>))`, 'uy')

/**
 * The first place where a text is no well-formed XML 1.0 document, has a DOCTYPE, or goes beyond
 * libxml2's limits; undefined where a parser without DTDs reads it in one way only.
 */
export function findFault(text: string): Fault | undefined {
  const found = uncarryable(text)
  if (found !== undefined) return { code: 'xml-character', ...found }
  const open: { readonly name: string; readonly offset: number }[] = []
  let rootSeen = false
  let at = 0
  while (at < text.length) {
    const bracket = text.indexOf('<', at)
    const next = bracket === -1 ? text.length : bracket
    const between = text.slice(at, next)
    const fault = open.length > 0 ? contentFault(between, at) : outsideFault(between, at, !rootSeen)
    if (fault !== undefined) return fault
    if (bracket === -1) break
    const second = text[bracket + 1]
    if (second === '!' || second === '?') {
      const end = second === '!' ? bangEnd(text, bracket, open.length > 0) : instructionEnd(text, bracket)
      if (typeof end !== 'number') return end
      at = end
      continue
    }
    const tag = second === '/' ? endTag(text, bracket) : startTag(text, bracket)
    if ('code' in tag) return tag
    if (second === '/') {
      const opened = open.pop()
      if (opened?.name !== tag.name) return syntax(bracket, mismatch(tag.name, opened?.name))
    } else {
      if (open.length === 0 && rootSeen) return syntax(bracket, `<${tag.name}> after the root element`)
      rootSeen = true
      if (open.length === limits.depth) return tooDeep(bracket)
      if (tag.open) open.push({ name: tag.name, offset: bracket })
    }
    at = tag.end
  }
  const unclosed = open.pop()
  if (unclosed !== undefined) return syntax(unclosed.offset, `<${unclosed.name}> is never closed`)
  return rootSeen ? undefined : syntax(0, 'there is no element')
}

function mismatch(name: string, opened: string | undefined): string {
  return opened === undefined ? `</${name}> closes nothing` : `</${name}> where </${opened}> should stand`
}

function tooDeep(offset: number): Fault {
  return { code: 'xml-limit', offset, reason: `more than ${limits.depth} elements inside one another` }
}

/** The offset after a comment or CDATA section. */
function bangEnd(text: string, offset: number, inside: boolean): number | Fault {
  if (text.startsWith('<!--', offset)) {
    const dashes = text.indexOf('--', offset + 4)
    if (dashes === -1) return syntax(offset, 'a comment is never closed')
    if (text[dashes + 2] !== '>') return syntax(dashes, '-- inside a comment')
    return lengthFault(text.slice(offset + 4, dashes), offset, 'a comment') ?? dashes + 3
  }
  if (text.startsWith('<!DOCTYPE', offset)) return { code: 'xml-doctype', offset }
  if (!inside || !text.startsWith('<![CDATA[', offset)) return syntax(offset, '<! that begins no comment')
  const end = text.indexOf(']]>', offset + 9)
  if (end === -1) return syntax(offset, 'a CDATA section is never closed')
  return lengthFault(text.slice(offset + 9, end), offset, 'a CDATA section') ?? end + 3
}

/** The offset after a processing instruction or the XML declaration. */
function instructionEnd(text: string, offset: number): number | Fault {
  const pattern =
    text.startsWith('<?xml', offset) && /[ \t\r\n]/.test(text[offset + 5] ?? '') ? declaration : instruction
  pattern.lastIndex = offset
  const found = pattern.exec(text)
  if (pattern === declaration) {
    if (offset > 0) return syntax(offset, 'the XML declaration stands at the start only')
    return found === null ? syntax(offset, 'the XML declaration is malformed') : found[0].length
  }
  if (found === null) return syntax(offset, 'a processing instruction without a name')
  if ((found[1] as string).toLowerCase() === 'xml') return syntax(offset, `<?${found[1]} is reserved`)
  const end = text.indexOf('?>', offset + 2 + (found[1] as string).length)
  if (end === -1) return syntax(offset, 'a processing instruction is never closed')
  return lengthFault(text.slice(offset, end), offset, 'a processing instruction') ?? end + 2
}
