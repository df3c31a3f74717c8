import { type Doc, mapParts, textOf } from '../syntax/expression.js'
import type { VariableNames } from '../syntax/names.js'
import type { Definition } from './definitions.js'
import { namesIn, walkDoc } from './skeleton.js'

/** What a module is made of. */
export interface Module {
  readonly definitions: readonly Definition[]
  readonly cluster: Doc
}

type List = Doc & { readonly kind: 'array' }

/**
 * The module with a variable for each list that several loops run over, in place of the variables in
 * it where nothing else names them.
 */
export function withLists(module: Module, names: VariableNames): Module {
  let { definitions, cluster } = module
  for (const { list, parameter } of repeatedLists(cluster)) {
    const name = names.claim(`${parameter}s`)
    cluster = withList(cluster, list, name)
    definitions = define(definitions, cluster, list, name)
  }
  return { definitions, cluster }
}

function repeatedLists(cluster: Doc): readonly { readonly list: List; readonly parameter: string }[] {
  const found = new Map<string, { list: List; parameter: string; count: number }>()
  walkDoc(cluster, (doc) => {
    if (doc.kind !== 'map' || doc.list.kind !== 'array') return
    const text = textOf(doc.list) ?? ''
    const before = found.get(text)
    if (before === undefined) found.set(text, { list: doc.list, parameter: doc.parameter, count: 1 })
    else before.count++
  })
  return [...found.values()].filter(({ count }) => count > 1)
}

/** The cluster with the variable in place of the list, and of the same items in a row in longer lists. */
function withList(cluster: Doc, list: List, name: string): Doc {
  const text = textOf(list)
  const variable: Doc = { kind: 'name', text: name }
  const spread: Doc = { kind: 'spread', of: variable }
  const insert = (doc: Doc): Doc => {
    if (textOf(doc) === text && doc.kind === 'array') return variable
    if (doc.kind === 'call' && doc.callee === 'raw') return doc
    const inside = mapParts(doc, insert)
    if (inside.kind !== 'array') return inside
    const at = inside.items.findIndex((_, start) => isAt(inside.items, start, list.items))
    if (at === -1) return inside
    return { ...inside, items: inside.items.toSpliced(at, list.items.length, spread) }
  }
  return insert(cluster)
}

function isAt(items: readonly Doc[], start: number, list: readonly Doc[]): boolean {
  return list.every((item, at) => {
    const other = items[start + at]
    return other !== undefined && other.kind === 'name' && textOf(other) === textOf(item)
  })
}

/** The definitions with that of the list, behind those of its items or in place of them. */
function define(
  definitions: readonly Definition[],
  cluster: Doc,
  list: List,
  name: string,
): readonly Definition[] {
  const items = new Set(list.items.map((item) => textOf(item) ?? ''))
  const isItem = (definition: Definition) => items.has(definition.name)
  const last = definitions.findLastIndex(isItem)
  const docs = [...definitions.map(({ doc }) => doc), cluster]
  const isUsed = docs.flatMap(namesIn).some((used) => items.has(used))
  const byName = new Map(definitions.map((definition) => [definition.name, definition.doc]))
  const inside = isUsed ? list.items : list.items.map((item) => byName.get(textOf(item) ?? '') ?? item)
  const made: Definition = { name, doc: { kind: 'array', items: inside } }
  return definitions.flatMap((definition, index) => {
    const kept = isUsed || !isItem(definition) ? [definition] : []
    return index === last ? [...kept, made] : kept
  })
}
