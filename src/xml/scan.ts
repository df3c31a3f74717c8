import { decodeText, unifyLines, unrepresentable } from './escape.js'
import { contentFault, type Fault, lengthFault, outsideFault, syntax } from './fault.js'
import { limits } from './limits.js'
import { namePattern } from './names.js'
import { endTag, type StartTag, startTag } from './tag.js'

const declaration =
  /<\?xml[ \t\r\n]+version[ \t\r\n]*=[ \t\r\n]*("1\.[0-9]+"|'1\.[0-9]+')(?:[ \t\r\n]+encoding[ \t\r\n]*=[ \t\r\n]*("[A-Za-z][\w.-]*"|'[A-Za-z][\w.-]*'))?(?:[ \t\r\n]+standalone[ \t\r\n]*=[ \t\r\n]*("(?:yes|no)"|'(?:yes|no)'))?[ \t\r\n]*\?>/y
const instruction = new RegExp(`<\\?(${namePattern})(?:[ \\t\\r\\n]|(?=\\?>))`, 'uy')

/** What a document consists of, in its order. */
export interface Sink {
  readonly open: (tag: StartTag, offset: number) => unknown
  /** `end` is behind the end tag, or the tag that is its own end. */
  readonly close: (end: number) => void
  /** Text inside the root, with its references replaced. */
  readonly text: (text: string) => void
  readonly comment: (text: string) => unknown
  readonly instruction: (target: string, offset: number) => void
}

/** A piece of an element's content by its offsets, and the names of the elements that are open around it. */
export interface Piece {
  readonly start: number
  readonly end: number
  readonly around: readonly string[]
}

/** Where the scanner stopped without a fault. */
interface Reached {
  readonly at: number
  readonly open: readonly { readonly name: string; readonly offset: number }[]
  readonly rootSeen: boolean
}

/**
 * Passes all of a document to the sink, up to the first place where the text is no well-formed XML 1.0, has
 * a DOCTYPE, or goes beyond libxml2's limits; that place is returned.
 */
export function scan(text: string, sink: Sink): Fault | undefined {
  const reached = scanPart(text, sink, { start: 0, end: text.length, around: [] })
  if ('code' in reached) return reached
  const unclosed = reached.open.at(-1)
  if (unclosed !== undefined) return syntax(unclosed.offset, `<${unclosed.name}> is never closed`)
  return reached.rootSeen ? undefined : syntax(0, 'there is no element')
}

/**
 * The same for a piece of a document that has no fault before it; `crossed` where what begins in the piece does not end in
 * it, or something ends that is around it.
 */
export function scanPiece(text: string, sink: Sink, piece: Piece): Fault | 'crossed' | undefined {
  const reached = scanPart(text, sink, piece)
  if ('code' in reached) return reached
  return reached.at === piece.end && reached.open.length === piece.around.length ? undefined : 'crossed'
}

function scanPart(text: string, sink: Sink, { start, end, around }: Piece): Fault | Reached {
  const found = unrepresentable(text.slice(start, end))
  if (found !== undefined) return { code: 'xml-invalid-character', ...found, offset: start + found.offset }
  const open = around.map((name) => ({ name, offset: start }))
  let rootSeen = open.length > 0
  let at = start
  while (at < end) {
    const bracket = text.indexOf('<', at)
    const next = bracket === -1 ? text.length : bracket
    if (next > end) break
    const between = text.slice(at, next)
    const fault = open.length > 0 ? contentFault(between, at) : outsideFault(between, at, !rootSeen)
    if (fault !== undefined) return fault
    if (open.length > 0 && between !== '') sink.text(decodeText(between))
    at = next
    if (next === end) break
    const second = text[bracket + 1]
    if (second === '!' || second === '?') {
      const after =
        second === '!' ? readBang(text, bracket, open.length > 0, sink) : readInstruction(text, bracket, sink)
      if (typeof after !== 'number') return after
      at = after
    } else if (second === '/') {
      const tag = endTag(text, bracket)
      if ('code' in tag) return tag
      if (around.length > 0 && open.length === around.length) break
      const opened = open.pop()
      if (opened?.name !== tag.name) return syntax(bracket, mismatch(tag.name, opened?.name))
      sink.close(tag.end)
      at = tag.end
    } else {
      const tag = startTag(text, bracket)
      if ('code' in tag) return tag
      if (open.length === 0 && rootSeen) return syntax(bracket, `<${tag.name}> after the root element`)
      if (open.length === limits.depth) return tooDeep(bracket)
      rootSeen = true
      sink.open(tag, bracket)
      if (tag.empty) sink.close(tag.end)
      else open.push({ name: tag.name, offset: bracket })
      at = tag.end
    }
  }
  return { at, open, rootSeen }
}

function mismatch(name: string, opened: string | undefined): string {
  return opened === undefined ? `</${name}> without its start tag` : `</${name}> in place of </${opened}>`
}

function tooDeep(offset: number): Fault {
  return { code: 'xml-limit', offset, reason: `more than ${limits.depth} elements inside one another` }
}

/** The offset after a comment or CDATA section. */
function readBang(text: string, offset: number, inside: boolean, sink: Sink): number | Fault {
  if (text.startsWith('<!--', offset)) {
    const dashes = text.indexOf('--', offset + 4)
    if (dashes === -1) return syntax(offset, 'a comment is never closed')
    if (text[dashes + 2] !== '>') return syntax(dashes, '-- inside a comment')
    const comment = text.slice(offset + 4, dashes)
    sink.comment(unifyLines(comment))
    return lengthFault(comment, offset, 'a comment') ?? dashes + 3
  }
  if (text.startsWith('<!DOCTYPE', offset)) return { code: 'xml-doctype', offset }
  if (!inside || !text.startsWith('<![CDATA[', offset)) return syntax(offset, '<! that begins no comment')
  const end = text.indexOf(']]>', offset + 9)
  if (end === -1) return syntax(offset, 'a CDATA section is never closed')
  const section = text.slice(offset + 9, end)
  sink.text(unifyLines(section))
  return lengthFault(section, offset, 'a CDATA section') ?? end + 3
}

/** The offset after a processing instruction or the XML declaration. */
function readInstruction(text: string, offset: number, sink: Sink): number | Fault {
  const pattern =
    text.startsWith('<?xml', offset) && /[ \t\r\n]/.test(text[offset + 5] ?? '') ? declaration : instruction
  pattern.lastIndex = offset
  const found = pattern.exec(text)
  if (pattern === declaration) {
    if (offset > 0) return syntax(offset, 'an XML declaration after the start of the document')
    return found === null ? syntax(offset, 'the XML declaration is malformed') : found[0].length
  }
  if (found === null) return syntax(offset, 'a processing instruction without a name')
  const [, target = ''] = found
  if (target.toLowerCase() === 'xml') return syntax(offset, `<?${target} is reserved`)
  const end = text.indexOf('?>', offset + 2 + target.length)
  if (end === -1) return syntax(offset, 'a processing instruction is never closed')
  sink.instruction(target, offset)
  return lengthFault(text.slice(offset, end), offset, 'a processing instruction') ?? end + 2
}
