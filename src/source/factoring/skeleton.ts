import { type Expression, mapParts, partsOf } from '../syntax/expression.js'
import { textOf } from '../syntax/one-line.js'

/** A text or number in an expression that could be another, and the key that it is under. */
export interface Hole {
  readonly value: string | number
  readonly key: string | number
}

/** An expression without its texts and numbers; expressions of equal keys have the same holes. */
export interface Skeleton {
  readonly key: string
  readonly holes: readonly Hole[]
}

/** Properties whose texts the compiler checks one by one. */
const literalTypes: readonly (string | number)[] = ['role', 'onFail', 'type', 'ordering', 'action', 'kind']

/** Calls without holes: raw XML, and rules, most of whose texts the compiler checks one by one. */
const closed: readonly string[] = ['raw', 'rule']

/** The skeleton of an expression; undefined where it contains a comment or the parameter of a function. */
export function skeletonOf(expression: Expression): Skeleton | undefined {
  if (hasParameter(expression)) return undefined
  const holes: Hole[] = []
  const key = textOf(
    fillHoles(expression, (hole) => {
      holes.push(hole)
      return { kind: 'name', text: '?' }
    }),
  )
  return key === undefined ? undefined : { key, holes }
}

function hasParameter(expression: Expression): boolean {
  return expression.kind === 'local' || partsOf(expression).some(hasParameter)
}

/** The expression with each of its holes filled anew, in order. */
export function fillHoles(
  expression: Expression,
  fill: (hole: Hole) => Expression,
  key: string | number = 0,
): Expression {
  if (expression.kind === 'literal') {
    const { value } = expression
    const isHole = (typeof value === 'string' || typeof value === 'number') && !literalTypes.includes(key)
    return isHole ? fill({ value, key }) : expression
  }
  if (expression.kind === 'call' && closed.includes(expression.callee)) return expression
  return mapParts(expression, (part, partKey) =>
    isAgent(expression, partKey) ? part : fillHoles(part, fill, partKey),
  )
}

/** True for the name of an agent, on which the types of its parameters depend. */
function isAgent(expression: Expression, key: string | number): boolean {
  const isNamed =
    expression.kind === 'call' && (expression.callee === 'primitive' || expression.callee === 'template')
  return isNamed && key === 1
}
