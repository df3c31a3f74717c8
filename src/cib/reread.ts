import { failure, type Result, success } from '../diagnostics/diagnostic.js'
import type { CibElement, Cluster } from '../model/index.js'
import { markWellFormed } from '../model/wellformed/malformed.js'
import { decodeDocument } from '../xml/decode.js'
import type { XmlElement } from '../xml/element.js'
import { parsePiece } from '../xml/parse.js'
import { locatorOf } from '../xml/position.js'
import { type StartTag, startTag } from '../xml/tag.js'
import { type Change, changeBetween } from './change.js'
import { layoutOf } from './layout/layout.js'
import { rememberPositions } from './positions.js'
import { type ReadText, readerOf } from './read.js'
import { readElement } from './read-element.js'

/** A section whose children are all in one list, in the text and in the model. */
interface ListSection {
  readonly xml: XmlElement
  /** The section's field of the configuration, and its own one. */
  readonly field: string
  readonly list: string
}

type Lists = Readonly<Record<string, readonly CibElement[]>>

/**
 * What `readCib` reads in a text that differs from one read before inside a section's children: only those that the change
 * touches are read, the others are those of before, their places moved. Undefined where the whole text has to be read. What the
 * reader finds in elements is left out, but for why there is no cluster.
 */
export function rereadCib(before: ReadText, input: string): Result<Cluster> | undefined {
  const { output: text = '' } = decodeDocument(input)
  const change = changeBetween(before.text, text)
  const section = sectionAround(before, change)
  const span = section && touchedChildren(before.text, section.xml, change)
  if (section === undefined || span === undefined) return undefined
  const around = ['cib', 'configuration', section.xml.name]
  const parsed = parsePiece(text, { start: span.start, end: span.end + change.shift, around })
  if (parsed?.output === undefined) return parsed && failure(parsed.diagnostics)
  const reader = readerOf(text)
  const read = readElement({ xml: parsed.output }, reader) as CibElement | undefined
  if (read === undefined || read.extra !== undefined) return undefined

  const { configuration } = before.cluster
  const known = (configuration as unknown as Readonly<Record<string, CibElement>>)[
    section.field
  ] as CibElement
  const itemsOf = (element: CibElement) => (element as unknown as Lists)[section.list] ?? []
  const items = [...itemsOf(known).slice(0, span.from), ...itemsOf(read), ...itemsOf(known).slice(span.to)]
  const changed = { ...known, [section.list]: items }
  const cluster: Cluster = {
    ...before.cluster,
    configuration: { ...configuration, [section.field]: changed },
  }
  const copies = new Map<object, object>([
    [cluster, before.cluster],
    [cluster.configuration, configuration],
    [changed, known],
  ])
  const movedStart = (element: object) => {
    const start = before.starts.get(copies.get(element) ?? element)
    return start === undefined || start < change.end ? start : start + change.shift
  }
  markWellFormed(cluster)
  rememberPositions(
    cluster,
    { get: (element) => reader.starts.get(element) ?? movedStart(element) },
    locatorOf(text),
  )
  return success(cluster)
}

/** The section that a change is inside of. */
function sectionAround({ root, cluster, starts }: ReadText, change: Change): ListSection | undefined {
  const inside = ({ start, end }: XmlElement) => start < change.start && change.end < end
  const configuration = root.children.find(inside)
  const xml = configuration?.children.find(inside)
  if (root.name !== 'cib' || xml === undefined || starts.get(cluster.configuration) !== configuration?.start)
    return undefined
  const field = layoutOf('configuration').slots.get(xml.name)?.field ?? ''
  const section = (cluster.configuration as unknown as Readonly<Record<string, CibElement>>)[field]
  const [list, ...others] = layoutOf(xml.name).lists
  if (section === undefined || starts.get(section) !== xml.start || list === undefined || others.length > 0)
    return undefined
  const { elements, order, text, closingComments } = section.extra ?? {}
  return (elements ?? order ?? text ?? closingComments) ? undefined : { xml, field, list }
}

/** The children from one to before another, and the text that they are in: each begins behind the one before. */
function touchedChildren(text: string, { start, end, children }: XmlElement, change: Change) {
  const { end: first, empty } = startTag(text, start) as StartTag
  if (empty) return undefined
  const ends = [first, ...children.map((child) => child.end), text.lastIndexOf('</', end)]
  const from = ends.findLastIndex((each, index) => index <= children.length && each <= change.start)
  const to = ends.findIndex((each, index) => index > from && each > change.end)
  if (from < 0 || to < 0) return undefined
  return { from, to, start: ends[from] as number, end: ends[to] as number }
}
