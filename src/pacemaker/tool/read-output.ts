import { XMLParser } from 'fast-xml-parser'
import { PacemakerError } from './pacemaker-error.js'

/** An element of what a tool prints: its attributes, its text, and its children by their names. */
export interface OutputElement {
  readonly attributes: Readonly<Record<string, string>>
  readonly text: string
  readonly children: (name: string) => readonly OutputElement[]
  readonly first: (name: string) => OutputElement | undefined
}

type Parsed = Readonly<Record<string, readonly Parsed[] | string | Readonly<Record<string, string>>>>

const [ofAttributes, ofText] = ['@', '#']

const parser = new XMLParser({
  ignoreAttributes: false,
  attributesGroupName: ofAttributes,
  attributeNamePrefix: '',
  textNodeName: ofText,
  alwaysCreateTextNode: true,
  parseTagValue: false,
  parseAttributeValue: false,
  htmlEntities: true,
  isArray: (_name, _path, _isLeaf, isAttribute) => !isAttribute,
})

/** The element `<pacemaker-result>` that a tool prints with `--output-as=xml`. */
export function readOutput(program: string, text: string): OutputElement {
  const root = readXml(text, 'pacemaker-result')
  if (root !== undefined) return root
  throw new PacemakerError(`"${program}" prints no XML: Pacemaker 2.1 or later is needed`)
}

/** The root element of a document, undefined where that has another name. What is malformed throws, where that is looked at. */
export function readXml(text: string, name: string, isChecked = false): OutputElement | undefined {
  const root = (parser.parse(text, isChecked) as { readonly [name: string]: readonly Parsed[] | undefined })[
    name
  ]?.[0]
  return root && elementOf(root)
}

function elementOf(parsed: Parsed): OutputElement {
  const children = (name: string) => ((parsed[name] ?? []) as readonly Parsed[]).map(elementOf)
  return {
    attributes: (parsed[ofAttributes] ?? {}) as Readonly<Record<string, string>>,
    text: String(parsed[ofText] ?? ''),
    children,
    first: (name) => children(name)[0],
  }
}
