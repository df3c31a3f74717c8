import { type Expression, mapParts, namesIn, substitute } from '../syntax/expression.js'
import { VariableNames } from '../syntax/names.js'
import { textOf } from '../syntax/one-line.js'

/** This many calls in a row that differ in one variable are worth a loop. */
const worthwhile = 3

/**
 * The expression with `...[a, b, c].map((each) => order(each, d))` in place of calls in a row that differ
 * in one of these variables.
 */
export function withLoops(expression: Expression, variables: ReadonlySet<string>): Expression {
  if (expression.kind === 'call' && expression.callee === 'raw') return expression
  const inside = mapParts(expression, (part) => withLoops(part, variables))
  return inside.kind === 'array' ? { ...inside, items: loopsIn(inside.items, variables) } : inside
}

function loopsIn(items: readonly Expression[], variables: ReadonlySet<string>): readonly Expression[] {
  const patterns = items.map((item) => patternOf(item, variables))
  const joined: Expression[] = []
  for (let at = 0; at < items.length; ) {
    const item = items[at] as Expression
    const names = repeatedFrom(patterns, at)
    joined.push(names === undefined ? item : { kind: 'spread', of: loopOver(item, names) })
    at += names?.length ?? 1
  }
  return joined
}

/** A call and the variables in it: calls of equal keys differ in their variables only. */
interface Pattern {
  readonly key: string
  readonly names: readonly string[]
}

function patternOf(expression: Expression, variables: ReadonlySet<string>): Pattern | undefined {
  if (expression.kind !== 'call') return undefined
  const names: string[] = []
  const blank = substitute(expression, (part) => {
    if (part.kind !== 'name' || !variables.has(part.text)) return undefined
    names.push(part.text)
    return { kind: 'name', text: '?' }
  })
  const key = textOf(blank)
  return key === undefined || names.length === 0 ? undefined : { key, names }
}

/**
 * The variable of each call that repeats the one at `start`. The first two calls show which places vary; a
 * further call belongs to them while it has one variable in all of those, and in the others what the first has.
 */
function repeatedFrom(
  patterns: readonly (Pattern | undefined)[],
  start: number,
): readonly string[] | undefined {
  const [first, second] = [patterns[start], patterns[start + 1]]
  if (first === undefined || second?.key !== first.key) return undefined
  const varying = first.names.findIndex((name, place) => name !== second.names[place])
  if (varying === -1) return undefined
  const varies = first.names.map((name, place) => name !== second.names[place])
  const belongs = ({ names }: Pattern) =>
    names.every((name, place) => name === (varies[place] ? names[varying] : first.names[place]))
  const repeated: string[] = []
  for (let at = start; ; at++) {
    const pattern = patterns[at]
    const name = pattern?.names[varying]
    if (name === undefined || pattern?.key !== first.key || !belongs(pattern)) break
    repeated.push(name)
  }
  return repeated.length < worthwhile ? undefined : repeated
}

/** The repeated calls as one loop over the variable that differs in them. */
function loopOver(call: Expression, names: readonly string[]): Expression {
  const [first = ''] = names
  const constant = namesIn(call).filter((name) => name !== first)
  const parameter = new VariableNames(constant).claim(commonStart(names))
  const body = substitute(call, (part) =>
    part.kind === 'name' && part.text === first ? { kind: 'local', text: parameter } : undefined,
  )
  const items = names.map((text): Expression => ({ kind: 'name', text }))
  return { kind: 'map', list: { kind: 'array', items }, parameter, body }
}

/** The words that the names start with, without numbers: `ip` for `ip10_0_0_1` and `ip10_0_0_2`. */
function commonStart(names: readonly string[]): string {
  const [first = ''] = names
  let length = first.length
  while (!names.every((name) => name.startsWith(first.slice(0, length)))) length--
  const words = first.slice(0, length).match(/^[a-z]+|[A-Z][a-z]+/g) ?? []
  const start = words.join('')
  return start.length < 2 ? 'resource' : start
}
