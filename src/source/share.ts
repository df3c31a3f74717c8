import { type Doc, textOf } from './doc.js'
import type { Module } from './lists.js'
import { camelCase, type VariableNames } from './names.js'
import { longestRepeat } from './repeats.js'
import { replaceDoc } from './skeleton.js'

/** The definitions with a variable for each part that repeats; a part that holds another comes after it. */
export function withShared(module: Module, names: VariableNames): Module {
  const shared = new Set<string>()
  let { definitions, cluster } = module
  for (;;) {
    const best = longestRepeat([...definitions.map(({ doc }) => doc), cluster], shared)
    if (best === undefined) return { definitions, cluster }
    const name = names.claim(camelCase(best.name))
    const text = textOf(best.doc)
    const replace = (doc: Doc): Doc | undefined =>
      textOf(doc) === text ? { kind: 'name', text: name } : undefined
    shared.add(name)
    cluster = replaceDoc(cluster, replace)
    definitions = [
      { name, doc: best.doc },
      ...definitions.map((definition) => ({ ...definition, doc: replaceDoc(definition.doc, replace) })),
    ]
  }
}
