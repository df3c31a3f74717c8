import { formsOf } from './forms.js'
import { cib } from './grammar/cib.js'
import type { Definition } from './grammar/pattern.js'
import { schemaVersions } from './grammar/versions.js'

interface Known {
  readonly attributes: Set<string>
  readonly children: Set<string>
}

let known: ReadonlyMap<string, Known> | undefined

/** True where some version of the schema has that attribute on some element of that name. */
export function isKnownAttribute(element: string, name: string): boolean {
  known ??= collect()
  return known.get(element)?.attributes.has(name) === true
}

/** True where some version of the schema has that element in some element of the parent's name. */
export function isKnownChild(parent: string, name: string): boolean {
  known ??= collect()
  return known.get(parent)?.children.has(name) === true
}

function collect(): ReadonlyMap<string, Known> {
  const found = new Map<string, Known>()
  for (const version of schemaVersions) {
    const seen = new Set<Definition>([cib])
    for (const definition of seen) {
      const { attributes, children } = found.get(definition.name) ?? {
        attributes: new Set(),
        children: new Set(),
      }
      found.set(definition.name, { attributes, children })
      for (const form of formsOf(definition, version) ?? []) {
        for (const name of form.attributes.keys()) attributes.add(name)
        for (const below of form.groups.flat().flatMap(({ accepts }) => [...accepts.values()])) {
          children.add(below.name)
          seen.add(below)
        }
      }
    }
  }
  return found
}
