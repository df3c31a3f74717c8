import { type Expression, mapParts } from '../syntax/expression.js'
import type { VariableNames } from '../syntax/names.js'
import { columnExpression, filling } from './parameters.js'
import { type Repetition, repetitionAt } from './repetition.js'
import { commonStart } from './resource-names.js'
import { fillHoles, type Hole, type Ids, type Skeleton, skeletonOf } from './skeleton.js'

/** What names of loops and of their parameters depend on. */
export interface LoopScope {
  readonly names: VariableNames
  /** The ids of the elements that variables are for. */
  readonly ids: Ids
  /** The parameters of the functions of the module. */
  readonly parameters: ReadonlyMap<string, readonly string[]>
}

/**
 * The expression with `...[a, b, c].map((each) => order(each, d))` in place of calls in a row that differ in a few
 * variables, texts or numbers: over values, or over rows of them.
 */
export function withLoops(expression: Expression, scope: LoopScope): Expression {
  if (expression.kind === 'call' && expression.callee === 'raw') return expression
  const inside = mapParts(expression, (part) => withLoops(part, scope))
  return inside.kind === 'array' ? { ...inside, items: loopsIn(inside.items, scope) } : inside
}

function loopsIn(items: readonly Expression[], scope: LoopScope): readonly Expression[] {
  const skeletons = items.map((item) => (item.kind === 'call' ? skeletonOf(item, scope.ids) : undefined))
  const joined: Expression[] = []
  for (let at = 0; at < items.length; ) {
    const found = repetitionAt(skeletons, at)
    if (found === undefined) joined.push(items[at] as Expression)
    else joined.push({ kind: 'spread', of: loopOver(items.slice(at, at + found.period), found, scope) })
    at += found === undefined ? 1 : found.period * found.count
  }
  return joined
}

/** The repeated calls as one loop over what differs in them. */
function loopOver(calls: readonly Expression[], { table, count }: Repetition, scope: LoopScope): Expression {
  const holes = calls.flatMap((call) => (skeletonOf(call, scope.ids) as Skeleton).holes)
  const inOrder = table.parameters
    .map((parameter, index) => ({ ...parameter, index }))
    .sort((one, other) => one.hole - other.hole)
  const names: string[] = []
  for (const { hole, holes: filled } of inOrder) {
    names.push(scope.names.claimParameter(parameterName(holes[hole] as Hole, filled, scope), names))
  }
  const byIndex = table.parameters.map((_, at) => names[inOrder.findIndex(({ index }) => index === at)] ?? '')
  let at = 0
  const bodies = calls.map((call) =>
    fillHoles(call, (hole) => columnExpression(table.columns[at++], hole, table, byIndex), scope.ids),
  )
  const rows = Array.from({ length: count }, (_, row): Expression => {
    const [first, ...others] = inOrder.map(({ holes: filled }) => filling(filled[row] as Hole))
    return others.length === 0 && first !== undefined
      ? first
      : { kind: 'array', items: first === undefined ? [] : [first, ...others] }
  })
  const [body = { kind: 'array', items: [] }, ...further] = bodies
  const isFlat = further.length > 0
  return {
    kind: 'map',
    list: { kind: 'array', items: rows },
    parameters: names,
    body: isFlat ? { kind: 'array', items: bodies } : body,
    ...(isFlat ? { isFlat } : {}),
  }
}

/** What the arguments of some builders are. */
const argumentNames: Readonly<Record<string, readonly string[]>> = {
  location: ['resource', 'node', 'score'],
  fencingLevel: ['target', 'level'],
}

/** After what the variables have in common, else after the property or the argument. */
function parameterName(
  { key, callee = '' }: Hole,
  filled: readonly Hole[],
  { parameters }: LoopScope,
): string {
  const variables = filled.flatMap(({ name }) => name ?? [])
  if (variables.length > 0) return commonStart(variables)
  if (typeof key === 'string') return key
  return parameters.get(callee)?.[key] ?? argumentNames[callee]?.[key] ?? (key === 0 ? 'id' : 'value')
}
