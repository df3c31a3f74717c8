import { type Diagnostic, diagnostic, type Result } from '../diagnostics/diagnostic.js'
import type { Cluster } from '../model/index.js'
import { decodeDocument } from '../xml/decode.js'
import type { XmlElement } from '../xml/element.js'
import { parseXml } from '../xml/parse.js'
import { locatorOf } from '../xml/position.js'
import { attributeOffset } from '../xml/tag.js'
import { type Reader, readElement } from './read-element.js'
import { type Locate, validateXml } from './validate/validate.js'

/** How a CIB is read. */
export interface ReadOptions {
  /** Also all that keeps the CIB from the schema that it names, as `xmllint --relaxng` would find it. */
  readonly validate?: boolean
}

/**
 * The cluster in a CIB's XML, given as text or as the bytes of a file. What the model has no field
 * for is kept, written back and reported; what is no XML or no CIB gives no output.
 */
export function readCib(input: string | Uint8Array, { validate = false }: ReadOptions = {}): Result<Cluster> {
  const { output: text, diagnostics: undecoded } = decodeDocument(input)
  if (text === undefined) return { diagnostics: undecoded }
  const { output: root, diagnostics } = parseXml(text)
  if (root === undefined) return { diagnostics }
  const reader: Reader = { text, locate: locatorOf(text), diagnostics: [...diagnostics] }
  if (root.name !== 'cib') {
    const position = reader.locate(root.start)
    return { diagnostics: [diagnostic('not-a-cib', `/${root.name}`, { root: root.name }, { position })] }
  }
  const output = readElement({ xml: root }, reader) as Cluster | undefined
  if (validate) addMissing(reader.diagnostics, validateXml(root, locateIn(reader)))
  return { ...(output === undefined ? {} : { output }), diagnostics: reader.diagnostics }
}

/** Adds what is not said yet; the schema finds again some of what the reader has found. */
function addMissing(findings: Diagnostic[], more: readonly Diagnostic[]): void {
  const said = new Set(findings.map(({ code, path }) => `${code} ${path}`))
  findings.push(...more.filter(({ code, path }) => !said.has(`${code} ${path}`)))
}

function locateIn({ text, locate }: Reader): Locate {
  return (element, attribute) => {
    const { start } = element as XmlElement
    return locate(attribute === undefined ? start : attributeOffset(text, start, attribute))
  }
}
