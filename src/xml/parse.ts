import { XMLParser } from 'fast-xml-parser'
import { diagnostic, type Result } from '../diagnostics/diagnostic.js'
import type { XmlElement } from './element.js'
import { decodeAttribute, decodeText } from './escape.js'
import { toDiagnostic } from './fault.js'
import { limits } from './limits.js'
import { locatorOf } from './position.js'
import { findFault } from './wellformed.js'

const attributePrefix = '@'
const attributesKey = ':@'
const metaData = XMLParser.getMetaDataSymbol() as symbol

/** Reads what `findFault` has found to be well-formed; by itself this parser takes much that is not. */
const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: attributePrefix,
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  processEntities: false,
  commentPropName: '#comment',
  ignoreDeclaration: true,
  captureMetaData: true,
  jPath: false,
  maxNestedTags: limits.depth,
  onDangerousProperty: (name: string) => name,
  tagValueProcessor: (_, value) => (isBlank(value) ? '' : value),
})

type Node = Record<string, unknown> & { [attributesKey]?: Record<string, string> }

/** The document's root element, or where and why the text is no XML that a CIB can be. */
export function parseXml(text: string): Result<XmlElement> {
  const fault = findFault(text)
  if (fault !== undefined) return { diagnostics: [toDiagnostic(fault, text)] }
  const instructions: Instruction[] = []
  const { children, closingComments } = convert(parser.parse(text) as Node[], instructions)
  const root = children[0] as XmlElement
  const comments = [...(root.closingComments ?? []), ...(closingComments ?? [])]
  const locate = locatorOf(text)
  return {
    output: comments.length === 0 ? root : { ...root, closingComments: comments },
    diagnostics: instructions.map(({ target, start }) =>
      diagnostic('xml-instruction', '/', { target }, { position: locate(start) }),
    ),
  }
}

interface Instruction {
  readonly target: string
  readonly start: number
}

type Content = Pick<XmlElement, 'children' | 'text' | 'closingComments'>

/** At most as deep as `limits.depth`, so its recursion is safe. */
function convert(nodes: readonly Node[], instructions: Instruction[]): Content {
  const children: XmlElement[] = []
  let comments: string[] = []
  let text = ''
  for (const node of nodes) {
    const name = Object.keys(node).find((key) => key !== attributesKey) as string
    if (name === '#text') text += decodeText(String(node[name]))
    else if (name === '#comment') comments.push(commentOf(node[name] as Node[]))
    else if (name.startsWith('?')) instructions.push({ target: name.slice(1), start: startOf(node) })
    else {
      children.push({
        name,
        attributes: attributesOf(node),
        ...convert(node[name] as Node[], instructions),
        ...(comments.length === 0 ? {} : { comments }),
        start: startOf(node),
      })
      comments = []
    }
  }
  return {
    children,
    ...(isBlank(text) ? {} : { text: nodes.length === 1 ? text : trim(text) }),
    ...(comments.length === 0 ? {} : { closingComments: comments }),
  }
}

/** Blank to XML; `trim` takes a no-break space too. */
function isBlank(text: string): boolean {
  return !/[^ \t\r\n]/.test(text)
}

/** Text between elements without the white space that lays it out. */
function trim(text: string): string {
  return text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '')
}

function attributesOf(node: Node): XmlElement['attributes'] {
  return Object.entries(node[attributesKey] ?? {}).map(
    ([key, value]) => [key.slice(attributePrefix.length), decodeAttribute(value)] as const,
  )
}

function commentOf(content: readonly Node[]): string {
  return String(content[0]?.['#text'] ?? '')
}

function startOf(node: Node): number {
  return (node as Record<symbol, { startIndex: number } | undefined>)[metaData]?.startIndex ?? 0
}
