import { type Doc, textOf } from '../syntax/expression.js'
import { camelCase, type VariableNames } from '../syntax/names.js'
import { Apart } from './disjoint.js'
import type { Module } from './lists.js'
import { longestRepeats } from './repeats.js'
import { replaceDoc } from './skeleton.js'

/** The module with a variable for each part that repeats; a part that holds another comes after it. */
export function withShared(module: Module, names: VariableNames): Module {
  const shared = new Set<string>()
  let { definitions, cluster } = module
  for (;;) {
    const docs = [...definitions.map(({ doc }) => doc), cluster]
    const apart = new Apart(docs)
    const repeats = longestRepeats(docs, shared).filter(({ docs }) => apart.take(docs))
    if (repeats.length === 0) return { definitions, cluster }
    const made = repeats.map(({ docs: [doc], name }) => ({ name: names.claim(camelCase(name)), doc }))
    const variables = new Map(made.map(({ name, doc }) => [textOf(doc), name]))
    const replace = (doc: Doc): Doc | undefined => {
      const name = variables.get(textOf(doc))
      return name === undefined ? undefined : { kind: 'name', text: name }
    }
    for (const { name } of made) shared.add(name)
    cluster = replaceDoc(cluster, replace)
    const rest = definitions.map((definition) => ({
      ...definition,
      doc: replaceDoc(definition.doc, replace),
    }))
    definitions = [...made, ...rest]
  }
}
