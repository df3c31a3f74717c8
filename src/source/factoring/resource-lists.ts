import { type Expression, mapParts, namesIn, substitute, walkExpression } from '../syntax/expression.js'
import type { Definition, Module } from '../syntax/module.js'
import { quote } from '../syntax/quote.js'
import { type List, variableOf, withLists } from './list-variables.js'
import type { LoopScope } from './loops.js'
import { repetitionAt } from './repetition.js'
import { commonStart } from './resource-names.js'
import { skeletonOf } from './skeleton.js'

/** This many resources in a row that a loop can return are a list. */
const worthwhile = 6

/** Builders that name a resource: its id does as well. */
const naming: readonly string[] = ['tag', 'aclRole', 'aclTarget', 'aclGroup']

/**
 * The module with one list in place of the variables of many like resources. Constraints run over
 * the list, or name one of its resources by id.
 */
export function withResourceLists(module: Module, scope: LoopScope): Module {
  const lists = resourceLists(module, scope)
  if (lists.length === 0) return module
  const byName = new Map(module.definitions.map((definition) => [definition.name, definition]))
  const listed = new Map(lists.flatMap((list) => list.items.map((item) => [item, list] as const)))
  const byId = (expression: Expression) =>
    substitute(expression, (part) => {
      const id = part.kind === 'name' && listed.has(part.text) ? byName.get(part.text)?.id : undefined
      return id === undefined ? undefined : { kind: 'literal', text: quote(id), value: id }
    })
  const inserted = (expression: Expression) => byId(withLists(expression, lists))
  const definitions = module.definitions.flatMap((definition): readonly Definition[] => {
    const list = listed.get(definition.name)
    if (list === undefined) return [{ ...definition, expression: inserted(definition.expression) }]
    if (list.items.at(-1) !== definition.name) return []
    const items = list.items.flatMap((item) => byName.get(item)?.expression ?? [])
    return [{ name: list.name, expression: { kind: 'array', items } }]
  })
  return { definitions, cluster: inserted(module.cluster) }
}

/** The resources in a row that a loop can return, and that are no part of others. */
function resourceLists({ definitions, cluster }: Module, scope: LoopScope): readonly List[] {
  const fixed = new Set(definitions.flatMap(({ expression }) => namesOfParts(expression)))
  const skeletons = new Map(
    definitions.flatMap(({ name, expression }) => {
      const skeleton = fixed.has(name) ? undefined : skeletonOf(expression, scope.ids)
      return skeleton === undefined || expression.kind !== 'call' ? [] : [[name, skeleton] as const]
    }),
  )
  const items = resourcesIn(cluster).map((item) => variableOf(item) ?? '')
  const inRow = items.map((item) => skeletons.get(item))
  const loops = loopsOf(cluster)
  const found: List[] = []
  for (let at = 0; at < items.length; ) {
    const { period = 1, count = 1 } = repetitionAt(inRow, at) ?? {}
    const names = items.slice(at, at + period * count)
    for (const segment of period === 1 ? segmentsOf(names, loops) : [names]) {
      if (segment.length < worthwhile) continue
      found.push({ items: segment, name: scope.names.claim(`${commonStart(segment)}s`) })
    }
    at += names.length
  }
  return found
}

/** For each variable the loops whose lists have it. */
function loopsOf(cluster: Expression): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  let loop = 0
  walkExpression(cluster, (expression) => {
    if (expression.kind !== 'map' || expression.list.kind !== 'array') return
    loop++
    for (const item of expression.list.items) {
      const name = variableOf(item)
      if (name !== undefined) found.set(name, `${found.get(name) ?? ''} ${loop}`)
    }
  })
  return found
}

/** The names parted where other loops begin, unless that leaves over more than one in ten. */
function segmentsOf(
  names: readonly string[],
  loops: ReadonlyMap<string, string>,
): readonly (readonly string[])[] {
  const segments: string[][] = []
  for (const [at, name] of names.entries()) {
    if (at > 0 && loops.get(name) === loops.get(names[at - 1] ?? '')) segments.at(-1)?.push(name)
    else segments.push([name])
  }
  const left = segments.filter(({ length }) => length < worthwhile).flat().length
  return left * 10 > names.length ? [names] : segments
}

/** The variables in an expression where only their values will do. */
function namesOfParts(expression: Expression): readonly string[] {
  if (expression.kind === 'call' && naming.includes(expression.callee)) return []
  return namesIn(expression)
}

function resourcesIn(cluster: Expression): readonly Expression[] {
  let found: readonly Expression[] = []
  mapParts(cluster, (options) => {
    if (options.kind !== 'object') return options
    const list = options.entries.find(({ key }) => key === 'resources')?.value
    if (list?.kind === 'array') found = list.items
    return options
  })
  return found
}
