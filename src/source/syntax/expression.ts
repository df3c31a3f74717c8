import { quoteKey } from './quote.js'

/** An expression of the module to be, before it is laid out in lines. */
export type Doc = (
  | { readonly kind: 'literal'; readonly text: string; readonly value: string | number | boolean | null }
  | { readonly kind: 'name'; readonly text: string }
  /** The parameter of a function, or a text made of one; it means nothing outside. */
  | { readonly kind: 'local'; readonly text: string }
  | { readonly kind: 'array'; readonly items: readonly Doc[] }
  | { readonly kind: 'object'; readonly entries: readonly Entry[] }
  | { readonly kind: 'call'; readonly callee: string; readonly args: readonly Doc[] }
  | { readonly kind: 'map'; readonly list: Doc; readonly parameter: string; readonly body: Doc }
  | { readonly kind: 'thunk'; readonly body: Doc }
  | { readonly kind: 'spread'; readonly of: Doc }
) & {
  /** Comments before it. */
  readonly comments?: readonly string[]
  /** Comments after its last part. */
  readonly closing?: readonly string[]
}

/** A property of an object. */
export interface Entry {
  readonly key: string
  readonly value: Doc
}

/** The parts of an expression. */
export function partsOf(doc: Doc): readonly Doc[] {
  switch (doc.kind) {
    case 'literal':
    case 'name':
    case 'local':
      return []
    case 'array':
      return doc.items
    case 'object':
      return doc.entries.map(({ value }) => value)
    case 'call':
      return doc.args
    case 'map':
      return [doc.list, doc.body]
    case 'thunk':
      return [doc.body]
    case 'spread':
      return [doc.of]
  }
}

/** The expression with each part replaced; itself where none is. */
export function mapParts(doc: Doc, replace: (part: Doc, key: string | number) => Doc): Doc {
  const keys = doc.kind === 'object' ? doc.entries.map(({ key }) => key) : undefined
  const before = partsOf(doc)
  const parts = before.map((part, index) => replace(part, keys?.[index] ?? index))
  return parts.every((part, index) => part === before[index]) ? doc : withParts(doc, parts)
}

function withParts(doc: Doc, parts: readonly Doc[]): Doc {
  const [first = doc, second = doc] = parts
  switch (doc.kind) {
    case 'literal':
    case 'name':
    case 'local':
      return doc
    case 'array':
      return { ...doc, items: parts }
    case 'object':
      return {
        ...doc,
        entries: doc.entries.map(({ key }, index) => ({ key, value: parts[index] as Doc })),
      }
    case 'call':
      return { ...doc, args: parts }
    case 'map':
      return { ...doc, list: first, body: second }
    case 'thunk':
      return { ...doc, body: first }
    case 'spread':
      return { ...doc, of: first }
  }
}

/** Longer expressions are never compared with others, nor printed on one line. */
const longest = 5000

/** An expression on one line, and whether it may be printed so. */
interface Flat {
  readonly text: string
  readonly breaks?: boolean
}

const flats = new WeakMap<Doc, Flat | undefined>()

/** The expression as text that is equal for equal expressions; undefined where there is a comment in it, or too much. */
export function textOf(doc: Doc): string | undefined {
  return flatten(doc)?.text
}

/** The expression on one line; undefined where a part of it wants lines of its own. */
export function flat(doc: Doc): string | undefined {
  const flattened = flatten(doc)
  return flattened?.breaks ? undefined : flattened?.text
}

function flatten(doc: Doc): Flat | undefined {
  if ((doc.kind === 'literal' || doc.kind === 'name') && doc.comments === undefined) return doc
  if (flats.has(doc)) return flats.get(doc)
  const made = isCommented(doc) ? undefined : flattenParts(doc)
  flats.set(doc, made)
  return made
}

function isCommented({ comments = [], closing = [] }: Doc): boolean {
  return comments.length + closing.length > 0
}

function flattenParts(doc: Doc): Flat | undefined {
  const parts = partsOf(doc).map(flatten)
  const texts = parts.flatMap((part) => (part === undefined ? [] : [part.text]))
  const length = texts.reduce((sum, text) => sum + text.length, 0)
  if (texts.length < parts.length || length > longest) return undefined
  return { text: lineOf(doc, texts), breaks: isTable(doc) || parts.some((part) => part?.breaks) }
}

/** True for a list of several objects or lists that have several parts each: each has a line of its own. */
function isTable(doc: Doc): boolean {
  if (doc.kind !== 'array' || doc.items.length < 2) return false
  const [first] = doc.items
  const isNested = first?.kind === 'object' || first?.kind === 'array'
  return isNested && doc.items.every((item) => item.kind === first.kind && partsOf(item).length > 1)
}

function lineOf(doc: Doc, parts: readonly string[]): string {
  switch (doc.kind) {
    case 'literal':
    case 'name':
    case 'local':
      return doc.text
    case 'array':
      return `[${parts.join(', ')}]`
    case 'object':
      return doc.entries.length === 0
        ? '{}'
        : `{ ${doc.entries.map(({ key }, index) => property(key, parts[index] ?? '')).join(', ')} }`
    case 'call':
      return `${doc.callee}(${parts.join(', ')})`
    case 'map':
      return `${parts[0]}.map((${doc.parameter}) => ${parts[1]})`
    case 'thunk':
      return `() => ${doc.body.kind === 'object' ? `(${parts[0]}) as const` : parts[0]}`
    case 'spread':
      return `...${parts[0]}`
  }
}

/** A property, in short where its value is a variable of that name. */
export function property(key: string, value: string): string {
  const name = quoteKey(key)
  return name === value ? name : `${name}: ${value}`
}
