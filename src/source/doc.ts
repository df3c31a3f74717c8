import { quoteKey } from './quote.js'

/** An expression of the module to be, before it is laid out in lines. */
export type Doc = (
  | { readonly kind: 'literal'; readonly text: string; readonly value: string | number | boolean | null }
  | { readonly kind: 'name'; readonly text: string }
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
  const each = (parts: readonly Doc[]) => parts.map(replace)
  switch (doc.kind) {
    case 'literal':
    case 'name':
      return doc
    case 'array':
      return { ...doc, items: each(doc.items) }
    case 'object':
      return { ...doc, entries: doc.entries.map(({ key, value }) => ({ key, value: replace(value, key) })) }
    case 'call':
      return { ...doc, args: each(doc.args) }
    case 'map':
      return { ...doc, list: replace(doc.list, 'list'), body: replace(doc.body, 'body') }
    case 'thunk':
      return { ...doc, body: replace(doc.body, 'body') }
    case 'spread':
      return { ...doc, of: replace(doc.of, 'of') }
  }
}

const flats = new WeakMap<Doc, { readonly text: string | undefined }>()

/** The expression on one line; undefined where a comment in it needs lines of its own. */
export function flat(doc: Doc): string | undefined {
  const made = flats.get(doc)
  if (made !== undefined) return made.text
  const text = isCommented(doc) ? undefined : flatten(doc)
  flats.set(doc, { text })
  return text
}

function isCommented({ comments = [], closing = [] }: Doc): boolean {
  return comments.length + closing.length > 0
}

function flatten(doc: Doc): string | undefined {
  const parts = partsOf(doc).map(flat)
  if (parts.includes(undefined)) return undefined
  switch (doc.kind) {
    case 'literal':
    case 'name':
      return doc.text
    case 'array':
      return `[${parts.join(', ')}]`
    case 'object':
      return doc.entries.length === 0
        ? '{}'
        : `{ ${doc.entries.map(({ key }, index) => property(key, parts[index] as string)).join(', ')} }`
    case 'call':
      return `${doc.callee}(${parts.join(', ')})`
    case 'map':
      return `${parts[0]}.map((${doc.parameter}) => ${parts[1]})`
    case 'thunk':
      return `() => ${doc.body.kind === 'object' ? `(${parts[0]})` : parts[0]}`
    case 'spread':
      return `...${parts[0]}`
  }
}

/** A property, in short where its value is a variable of that name. */
export function property(key: string, value: string): string {
  const name = quoteKey(key)
  return name === value ? name : `${name}: ${value}`
}
