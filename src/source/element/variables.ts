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
import { type Code, call, text } from '../syntax/code.js'
import type { Definition } from '../syntax/module.js'
import type { VariableNames } from '../syntax/names.js'
import { isResource, referredIds, type Scope } from './references.js'
import { resourceCode } from './resources.js'

type Definable = Resource | Tag | AclRole | AclTarget | AclGroup

/** The variables of elements; a definition is added when the code of its element is first asked for. */
export interface Variables extends Scope {
  readonly definitions: readonly Definition[]
  /** The variable of an element that has one, defined by this code; the code itself where it has none. */
  readonly define: (element: Definable, code: () => Code) => Code
}

/** Variables for all resources of the top level, and for all else that is referred to. */
export function variablesOf(cluster: Cluster, names: VariableNames): Variables {
  const definitions: Definition[] = []
  const defined = new Map<Definable, Code>()
  const byId = new Map<string, Code>()
  const variableNames = new Map(
    [...namedElements(cluster)].map((element) => [element, names.claim(String(element.id))] as const),
  )
  const known = knownIds(cluster)
  const define = (element: Definable, code: () => Code): Code => {
    const before = defined.get(element)
    if (before !== undefined) return before
    const name = variableNames.get(element)
    const { expression, value } = code()
    if (name === undefined) return { expression, value }
    definitions.push({ name, expression, id: String(element.id) })
    const variable: Code = { expression: { kind: 'name', text: name }, value }
    defined.set(element, variable)
    const id = String(element.id)
    if (!byId.has(id)) byId.set(id, { ...variable, value: { id } })
    return variable
  }
  const name = (id: string) => (known.has(id) ? text(id) : call('unchecked', text(id)))
  const variables: Variables = {
    definitions,
    define,
    name,
    refer: (id) => byId.get(id) ?? name(id),
    mention: (id) => byId.get(id) ?? text(id),
    place: (resource) => define(resource, () => resourceCode(resource, variables)),
  }
  return variables
}

/** The elements that become variables, in document order. */
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

/** The ids that the compiler lets a constraint of the module name. */
function knownIds(cluster: Cluster): ReadonlySet<string> {
  const ids = new Set<string>()
  walk(cluster.configuration, ({ element }) => {
    if (isResource(element) || element.element === 'tag') ids.add(String(element.id))
  })
  return ids
}
