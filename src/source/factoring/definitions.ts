import {
  type AclGroup,
  type AclRole,
  type AclTarget,
  type Cluster,
  type Resource,
  resourcesOf,
  type Tag,
  walk,
} from '../../model/index.js'
import { isResource, referredIds } from '../element/references.js'
import { resourceCode } from '../element/resources.js'
import type { Scope } from '../element/scope.js'
import { type Code, call, text } from '../syntax/code.js'
import type { Doc } from '../syntax/expression.js'
import type { VariableNames } from '../syntax/names.js'

/** A variable of the module. */
export interface Definition {
  readonly name: string
  readonly doc: Doc
  /** The parameters of a function, with their types: `(ip: string)`. */
  readonly parameters?: string
}

type Definable = Resource | Tag | AclRole | AclTarget | AclGroup

/** The variables of a module, filled while its code is made, and what that code needs of them. */
export interface Definitions extends Scope {
  readonly list: readonly Definition[]
  /** The variable of an element that has one, defined by this code; the code itself where it has none. */
  readonly define: (element: Definable, code: () => Code) => Code
}

/** Variables for all resources of the top level, and for all else that is referred to. */
export function definitionsOf(cluster: Cluster, names: VariableNames): Definitions {
  const list: Definition[] = []
  const made = new Map<Definable, Code>()
  const byId = new Map<string, Code>()
  const named = namedElements(cluster)
  const variables = new Map([...named].map((element) => [element, names.claim(String(element.id))] as const))
  const known = knownIds(cluster)
  const define = (element: Definable, code: () => Code): Code => {
    const before = made.get(element)
    if (before !== undefined) return before
    const name = variables.get(element)
    const { doc, value } = code()
    if (name === undefined) return { doc, value }
    list.push({ name, doc })
    const variable: Code = { doc: { kind: 'name', text: name }, value }
    made.set(element, variable)
    const id = String(element.id)
    if (!byId.has(id)) byId.set(id, { ...variable, value: { id } })
    return variable
  }
  const name = (id: string) => (known.has(id) ? text(id) : call('unchecked', text(id)))
  const definitions: Definitions = {
    list,
    define,
    name,
    refer: (id) => byId.get(id) ?? name(id),
    mention: (id) => byId.get(id) ?? text(id),
    place: (resource) => define(resource, () => resourceCode(resource, definitions)),
  }
  return definitions
}

/** The elements that become variables, in the order of the document. */
function namedElements(cluster: Cluster): ReadonlySet<Definable> {
  const referred = referredIds(cluster)
  const found = new Set<Definable>(resourcesOf(cluster))
  walk(cluster.configuration, ({ element }) => {
    const { element: name } = element
    if (name !== 'primitive' && name !== 'group' && name !== 'tag' && name !== 'acl_role') return
    if (element.id !== undefined && referred.has(element.id)) found.add(element)
  })
  return found
}

/** The ids that a constraint of the module may name: what the compiler knows of. */
function knownIds(cluster: Cluster): ReadonlySet<string> {
  const ids = new Set<string>()
  walk(cluster.configuration, ({ element }) => {
    if (isResource(element) || element.element === 'tag') ids.add(String(element.id))
  })
  return ids
}
