import { type Doc, mapParts, partsOf, textOf } from '../syntax/expression.js'

/** A place in an expression where another text or number may stand, with the key that it stands under. */
export interface Hole {
  readonly value: string | number
  readonly key: string | number
}

/** An expression apart from its texts and numbers: equal keys have the same holes. */
export interface Skeleton {
  readonly key: string
  readonly holes: readonly Hole[]
}

/** Properties whose texts are words that the compiler checks one by one. */
const worded: readonly (string | number)[] = ['role', 'onFail', 'type', 'ordering', 'action', 'kind']

/** Calls that are the same or are not: raw XML, and rules, whose words the compiler checks one by one. */
const closed: readonly string[] = ['raw', 'rule']

/** The skeleton of an expression; undefined where a comment or the parameter of a function stands in it. */
export function skeletonOf(doc: Doc): Skeleton | undefined {
  if (hasLocal(doc)) return undefined
  const holes: Hole[] = []
  const key = textOf(
    fillHoles(doc, (hole) => {
      holes.push(hole)
      return { kind: 'name', text: '?' }
    }),
  )
  return key === undefined ? undefined : { key, holes }
}

function hasLocal(doc: Doc): boolean {
  return doc.kind === 'local' || partsOf(doc).some(hasLocal)
}

/** The expression with each of its holes filled anew, in order. */
export function fillHoles(doc: Doc, fill: (hole: Hole) => Doc, key: string | number = 0): Doc {
  if (doc.kind === 'literal') {
    const { value } = doc
    const isHole = (typeof value === 'string' || typeof value === 'number') && !worded.includes(key)
    return isHole ? fill({ value, key }) : doc
  }
  if (doc.kind === 'call' && closed.includes(doc.callee)) return doc
  return mapParts(doc, (part, partKey) => (isAgent(doc, partKey) ? part : fillHoles(part, fill, partKey)))
}

/** True for the name of an agent: the types of its parameters hang on it. */
function isAgent(doc: Doc, key: string | number): boolean {
  return doc.kind === 'call' && (doc.callee === 'primitive' || doc.callee === 'template') && key === 1
}

/** Calls `visit` for the expression and all in it, except what stands there as raw XML. */
export function walkDoc(doc: Doc, visit: (doc: Doc) => void): void {
  if (doc.kind === 'call' && doc.callee === 'raw') return
  visit(doc)
  for (const part of partsOf(doc)) walkDoc(part, visit)
}

/** The expression with what `replace` returns in place of each part, the outermost first. */
export function replaceDoc(doc: Doc, replace: (doc: Doc) => Doc | undefined): Doc {
  return replace(doc) ?? mapParts(doc, (part) => replaceDoc(part, replace))
}

/** The variables and functions that an expression names. */
export function namesIn(doc: Doc): readonly string[] {
  const found: string[] = []
  walkDoc(doc, (part) => {
    if (part.kind === 'name') found.push(part.text)
    if (part.kind === 'call') found.push(part.callee)
  })
  return found
}
