import { type Diagnostic, diagnostic, failure, type Result, success } from '../diagnostics/diagnostic.js'
import type { XmlElement } from './element.js'
import { toDiagnostic } from './fault.js'
import { locatorOf } from './position.js'
import { type Piece, type Sink, scan, scanPiece } from './scan.js'
import type { StartTag } from './tag.js'

/** The document's root element, or where and why the text is no well-formed XML within the limits. */
export function parseXml(text: string): Result<XmlElement> {
  const diagnostics: Diagnostic[] = []
  const document = begin({ name: '', attributes: [] }, 0)
  const fault = scan(text, sinkInto(document, text, diagnostics))
  if (fault !== undefined) return failure([toDiagnostic(fault, text)])
  const root = document.children[0] as XmlElement
  const closingComments = [...(root.closingComments ?? []), ...document.comments]
  return success(closingComments.length === 0 ? root : { ...root, closingComments }, diagnostics)
}

/**
 * What a piece of a document contains, in an element named as the one around it; undefined where the whole text has to be read. Before
 * the piece the document has no fault.
 */
export function parsePiece(text: string, piece: Piece): Result<XmlElement> | undefined {
  const diagnostics: Diagnostic[] = []
  const content = begin({ name: piece.around.at(-1) ?? '', attributes: [] }, piece.start)
  const fault = scanPiece(text, sinkInto(content, text, diagnostics), piece)
  if (fault === 'crossed') return undefined
  return fault === undefined
    ? success(finish(content, [], piece.end), diagnostics)
    : failure([toDiagnostic(fault, text)])
}

/** Builds the tree of what is scanned, in this element. */
function sinkInto(content: Unfinished, text: string, diagnostics: Diagnostic[]): Sink {
  const locate = locatorOf(text)
  const open = [content]
  const innermost = () => open.at(-1) as Unfinished
  return {
    open: (tag, offset) => open.push(begin(tag, offset)),
    close: (end) => {
      const element = open.pop() as Unfinished
      const parent = innermost()
      parent.children.push(finish(element, parent.comments, end))
      parent.comments = []
    },
    text: (more) => {
      innermost().text += more
    },
    comment: (comment) => innermost().comments.push(comment),
    instruction: (target, offset) => {
      diagnostics.push(
        diagnostic('xml-processing-instruction', '/', { target }, { position: locate(offset) }),
      )
    },
  }
}

/** An element whose end has not been read. */
interface Unfinished {
  readonly tag: Pick<StartTag, 'name' | 'attributes'>
  readonly start: number
  readonly children: XmlElement[]
  text: string
  /** Those since the last child. */
  comments: string[]
}

function begin(tag: Unfinished['tag'], start: number): Unfinished {
  return { tag, start, children: [], text: '', comments: [] }
}

function finish(
  { tag, start, children, text, comments }: Unfinished,
  before: readonly string[],
  end: number,
): XmlElement {
  const element: Mutable<XmlElement> = { name: tag.name, attributes: tag.attributes, children, start, end }
  if (!isBlank(text)) element.text = children.length + comments.length === 0 ? text : trim(text)
  if (before.length > 0) element.comments = before
  if (comments.length > 0) element.closingComments = comments
  return element
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

/** Blank to XML; `trim` would remove a no-break space too. */
function isBlank(text: string): boolean {
  return !/[^ \t\r\n]/.test(text)
}

/** Text between elements without the white space that lays it out. */
function trim(text: string): string {
  return text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '')
}
