import { type Expression, mapParts, namesIn, walkExpression } from '../syntax/expression.js'
import type { Definition, Module } from '../syntax/module.js'
import type { VariableNames } from '../syntax/names.js'

/** A list of variables that several loops run over, and the variable for it. */
export interface List {
  readonly name: string
  readonly items: readonly string[]
}

/**
 * The module with a variable for each list that several loops run over, in place of the variables in
 * it where nothing else names them.
 */
export function withListVariables(module: Module, names: VariableNames): Module {
  const lists = repeatedLists(module.cluster, names)
  if (lists.length === 0) return module
  const cluster = withLists(module.cluster, lists)
  return { definitions: withListDefinitions({ ...module, cluster }, lists), cluster }
}

function repeatedLists(cluster: Expression, names: VariableNames): readonly List[] {
  const found = new Map<string, { items: readonly string[]; parameter: string; count: number }>()
  walkExpression(cluster, (expression) => {
    if (expression.kind !== 'map' || expression.list.kind !== 'array') return
    const items = expression.list.items.flatMap((item) => variableOf(item) ?? [])
    if (items.length < expression.list.items.length) return
    const key = items.join()
    const before = found.get(key)
    const [parameter = ''] = expression.parameters
    if (before === undefined) found.set(key, { items, parameter, count: 1 })
    else before.count++
  })
  return [...found.values()]
    .filter(({ count }) => count > 1)
    .map(({ items, parameter }) => ({ items, name: names.claim(`${parameter}s`) }))
}

/** The name of an item that is a variable without comments. */
export function variableOf(item: Expression | undefined): string | undefined {
  return item?.kind === 'name' && item.comments === undefined ? item.text : undefined
}

/** The expression with variables in place of these lists, and of the same items in a row in longer lists. */
export function withLists(expression: Expression, lists: readonly List[]): Expression {
  const whole = new Map(lists.map((list) => [list.items.join(), list]))
  const byFirst = new Map<string | undefined, List[]>()
  for (const list of lists) {
    const [first] = list.items
    byFirst.set(first, [...(byFirst.get(first) ?? []), list])
  }
  const insert = (expression: Expression): Expression => {
    if (expression.kind === 'call' && expression.callee === 'raw') return expression
    if (expression.kind !== 'array') return mapParts(expression, insert)
    const isPlain = expression.comments === undefined && expression.closing === undefined
    const list = isPlain && whole.get(expression.items.map(variableOf).join())
    if (list) return { kind: 'name', text: list.name }
    return { ...expression, items: spreadLists(expression.items.map(insert), byFirst) }
  }
  return insert(expression)
}

/** The items with `...list` where the items of a list first occur; of two that overlap, the one that starts first. */
function spreadLists(
  items: readonly Expression[],
  byFirst: ReadonlyMap<string | undefined, readonly List[]>,
): readonly Expression[] {
  const starts = new Map<List, number[]>()
  for (const [at, item] of items.entries()) {
    for (const list of byFirst.get(variableOf(item) ?? '') ?? []) {
      const before = starts.get(list)
      if (before === undefined) starts.set(list, [at])
      else before.push(at)
    }
  }
  if (starts.size === 0) return items
  const spread = new Map<number, List>()
  const covered = new Set<number>()
  for (const [list, ats] of starts) {
    const fits = (start: number) =>
      list.items.every((name, at) => !covered.has(start + at) && variableOf(items[start + at]) === name)
    const start = ats.find(fits)
    if (start === undefined) continue
    spread.set(start, list)
    for (const at of list.items.keys()) covered.add(start + at)
  }
  return items.flatMap((item, at): Expression | readonly Expression[] => {
    const list = spread.get(at)
    if (list !== undefined) return { kind: 'spread', of: { kind: 'name', text: list.name } }
    return covered.has(at) ? [] : item
  })
}

/** The definitions with those of the lists, each behind those of its items, or in place of them. */
function withListDefinitions(
  { definitions, cluster }: Module,
  lists: readonly List[],
): readonly Definition[] {
  const expressions = [...definitions.map(({ expression }) => expression), cluster]
  const uses = new Map<string, number>()
  const count = (name: string) => uses.set(name, (uses.get(name) ?? 0) + 1)
  for (const expression of expressions) for (const name of namesIn(expression)) count(name)
  for (const { items } of lists) for (const name of items) count(name)
  const byName = new Map(definitions.map(({ name, expression }, index) => [name, { expression, index }]))
  const inlined = new Set<string>()
  const added = new Map<number, Definition[]>()
  for (const { name, items } of lists) {
    const isUsed = items.some((item) => uses.get(item) !== 1)
    const parts = items.map((item): Expression => {
      if (!isUsed) inlined.add(item)
      return (isUsed ? undefined : byName.get(item)?.expression) ?? { kind: 'name', text: item }
    })
    const last = items.reduce((most, item) => Math.max(most, byName.get(item)?.index ?? 0), 0)
    const list: Definition = { name, expression: { kind: 'array', items: parts } }
    added.set(last, [...(added.get(last) ?? []), list])
  }
  return definitions.flatMap((definition, index) => [
    ...(inlined.has(definition.name) ? [] : [definition]),
    ...(added.get(index) ?? []),
  ])
}
