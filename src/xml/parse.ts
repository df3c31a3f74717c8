import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { diagnostic, type Result } from '../diagnostics/diagnostic.js'
import type { XmlElement } from './element.js'
import { decode } from './escape.js'
import { positionAt } from './position.js'

const attributePrefix = '@'
const attributesKey = ':@'
const metaData = XMLParser.getMetaDataSymbol() as symbol

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
  ignorePiTags: true,
  captureMetaData: true,
})

type Node = Record<string, unknown> & { [attributesKey]?: Record<string, string> }

/** The document's root element, or where and why the text is no XML that a CIB can be. */
export function parseXml(text: string): Result<XmlElement> {
  const doctype = text.indexOf('<!DOCTYPE')
  if (doctype !== -1) return failure('xml-doctype', {}, text, doctype)
  const verdict = XMLValidator.validate(text)
  if (verdict !== true) {
    const { msg, line, col } = verdict.err
    return {
      diagnostics: [diagnostic('xml-syntax', '/', { reason: msg }, { position: { line, column: col } })],
    }
  }
  const [root] = convert(parser.parse(text) as Node[]).children
  if (root === undefined) return failure('xml-syntax', { reason: 'there is no element' }, text, 0)
  return { output: root, diagnostics: [] }
}

function failure(
  code: 'xml-doctype' | 'xml-syntax',
  parameters: { reason: string } | object,
  text: string,
  offset: number,
) {
  return {
    diagnostics: [
      diagnostic(code, '/', parameters as { reason: string }, { position: positionAt(text, offset) }),
    ],
  }
}

type Content = Pick<XmlElement, 'children' | 'text' | 'closingComments'>

function convert(nodes: readonly Node[]): Content {
  const children: XmlElement[] = []
  let comments: string[] = []
  let text = ''
  for (const node of nodes) {
    const name = Object.keys(node).find((key) => key !== attributesKey) as string
    if (name === '#text') text += decode(String(node[name]))
    else if (name === '#comment') comments.push(String((node[name] as Node[])[0]?.['#text'] ?? ''))
    else {
      const attributes = Object.entries(node[attributesKey] ?? {}).map(
        ([key, value]) =>
          [key.slice(attributePrefix.length), decode(value.replace(/\r\n|[\t\n\r]/g, ' '))] as const,
      )
      const { startIndex } = (node as Record<symbol, { startIndex: number }>)[metaData] ?? { startIndex: 0 }
      const own = convert(node[name] as Node[])
      children.push({
        name,
        attributes,
        ...own,
        ...(comments.length === 0 ? {} : { comments }),
        start: startIndex,
      })
      comments = []
    }
  }
  return {
    children,
    ...(text.trim() === '' ? {} : { text }),
    ...(comments.length === 0 ? {} : { closingComments: comments }),
  }
}
