import {
  type Diagnostic,
  diagnostic,
  failure,
  type Position,
  type Result,
  success,
} from '../diagnostics/diagnostic.js'
import type { Cluster } from '../model/index.js'
import { markWellFormed } from '../model/wellformed/malformed.js'
import { decodeDocument } from '../xml/decode.js'
import type { XmlElement } from '../xml/element.js'
import { parseXml } from '../xml/parse.js'
import { type Locator, locatorOf } from '../xml/position.js'
import { attributeOffsets } from '../xml/tag.js'
import { rememberPositions, type Starts } from './positions.js'
import { type Reader, readElement } from './read-element.js'
import { cibAround, isSection } from './section.js'
import { type Locate, validateXml } from './validate/validate.js'

/** How a CIB is read. */
export interface ReadOptions {
  /** Also where the CIB violates the schema that it names, as `xmllint --relaxng` would find it. */
  readonly validate?: boolean
}

/** A text with the cluster in it, and where that is: what is needed to read it again after a change. */
export interface ReadText {
  readonly text: string
  readonly root: XmlElement
  readonly cluster: Cluster
  readonly starts: Starts
}

/**
 * The cluster in a CIB's XML, given as text or as the bytes of a file; a configuration or section alone (`cibadmin --query
 * --scope`) is one whose other parts are empty. What the model has no field
 * for is extra: written back and reported. What is no XML or no CIB gives no output.
 *
 * @example
 * ```ts
 * const result = readCib('<cib validate-with="pacemaker-3.9"><configuration/></cib>', { validate: true })
 * if (result.ok) check(result.output)
 * ```
 */
export function readCib(input: string | Uint8Array, options: ReadOptions = {}): Result<Cluster> {
  const { output, diagnostics } = readText(input, options)
  return output === undefined ? failure(diagnostics) : success(output.cluster, diagnostics)
}

/** The same, with where everything is. */
export function readText(
  input: string | Uint8Array,
  { validate = false }: ReadOptions = {},
): Result<ReadText> {
  const { output: text, diagnostics: undecoded } = decodeDocument(input)
  if (text === undefined) return failure(undecoded)
  const { output: root, diagnostics } = parseXml(text)
  if (root === undefined) return failure(diagnostics)
  const reader = readerOf(text, diagnostics)
  const cib = root.name === 'cib' ? root : cibAround(root)
  const position = reader.locate(root.start)
  if (cib === undefined) {
    return failure([diagnostic('not-a-cib', `/${root.name}`, { root: root.name }, { position })])
  }
  const cluster = readElement({ xml: cib }, reader) as Cluster | undefined
  if (validate) addMissing(reader.diagnostics, validateXml(cib, locateIn(reader)))
  if (isSection(root)) noteSection(reader.diagnostics, root.name, position)
  if (cluster === undefined) return failure(reader.diagnostics)
  markWellFormed(cluster)
  rememberPositions(cluster, reader.starts, reader.locate)
  return success({ text, root, cluster, starts: reader.starts }, reader.diagnostics)
}

/** A reader of this text, with what is found in it already. */
export function readerOf(text: string, found: readonly Diagnostic[] = []): Reader {
  const locate = locatorOf(text)
  return {
    locate,
    locateAttribute: attributeLocator(text, locate),
    diagnostics: [...found],
    starts: new Map(),
  }
}

/** What a section alone refers to is in other sections. */
function noteSection(findings: Diagnostic[], section: string, position: Position): void {
  const others = findings.filter(({ code }) => code !== 'unknown-reference')
  const path = `/cib/configuration/${section}`
  findings.splice(0, findings.length, ...others, diagnostic('cib-section', path, { section }, { position }))
}

/** Adds what is not reported yet; the schema finds again some of what the reader has found. */
function addMissing(findings: Diagnostic[], more: readonly Diagnostic[]): void {
  const reported = new Set(findings.map(({ code, path }) => `${code} ${path}`))
  for (const finding of more) if (!reported.has(`${finding.code} ${finding.path}`)) findings.push(finding)
}

function locateIn({ locate, locateAttribute }: Reader): Locate {
  return (element, attribute) =>
    attribute === undefined
      ? locate((element as XmlElement).start)
      : locateAttribute(element as XmlElement, attribute)
}

/** Finds attributes; the last tag is remembered, so that one with many is read once. */
function attributeLocator(text: string, locate: Locator): (element: XmlElement, name: string) => Position {
  let last = { start: -1, offsets: new Map<string, number>() as ReadonlyMap<string, number> }
  return ({ start }, name) => {
    if (last.start !== start) last = { start, offsets: attributeOffsets(text, start) }
    return locate(last.offsets.get(name) ?? start)
  }
}
