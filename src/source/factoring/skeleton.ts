import { type Expression, mapParts, partsOf } from '../syntax/expression.js'
import { textOf } from '../syntax/one-line.js'

/** A text, number or variable in an expression that could be another. */
export interface Hole {
  /** Of a variable: the id of its element. */
  readonly value: string | number
  /** The property or the number of the argument that it is. */
  readonly key: string | number
  /** The function of which it is an argument. */
  readonly callee?: string
  /** The variable, where it is one. */
  readonly name?: string
}

/** An expression without what fills its holes; expressions of equal keys have the same holes. */
export interface Skeleton {
  readonly key: string
  readonly holes: readonly Hole[]
}

/** The ids of the elements that variables are for. */
export type Ids = ReadonlyMap<string, string>

/** Properties whose texts the compiler checks one by one. */
const literalTypes: readonly (string | number)[] = ['role', 'onFail', 'type', 'ordering', 'action', 'kind']

/** Calls without holes: raw XML, and rules, most of whose texts the compiler checks one by one. */
const closed: readonly string[] = ['raw', 'rule']

/**
 * The skeleton of an expression, in which the variables of `ids` are holes too; undefined where it contains a comment or
 * the parameter of a function.
 */
export function skeletonOf(expression: Expression, ids: Ids = new Map()): Skeleton | undefined {
  if (hasParameter(expression)) return undefined
  const holes: Hole[] = []
  const key = textOf(
    fillHoles(
      expression,
      (hole) => {
        holes.push(hole)
        return { kind: 'name', text: hole.name === undefined ? '?' : '??' }
      },
      ids,
    ),
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
  ids: Ids = new Map(),
  place: Pick<Hole, 'key' | 'callee'> = { key: 0 },
): Expression {
  if (expression.kind === 'literal') {
    const { value } = expression
    const isHole =
      (typeof value === 'string' || typeof value === 'number') && !literalTypes.includes(place.key)
    return isHole ? fill({ value, ...place }) : expression
  }
  if (expression.kind === 'name') {
    const id = ids.get(expression.text)
    return id === undefined ? expression : fill({ value: id, name: expression.text, ...place })
  }
  if (expression.kind === 'call' && closed.includes(expression.callee)) return expression
  const callee = expression.kind === 'call' ? { callee: expression.callee } : {}
  return mapParts(expression, (part, key) =>
    isAgent(expression, key) ? part : fillHoles(part, fill, ids, { key, ...callee }),
  )
}

/** True for the name of an agent, on which the types of its parameters depend. */
function isAgent(expression: Expression, key: string | number): boolean {
  const isNamed =
    expression.kind === 'call' && (expression.callee === 'primitive' || expression.callee === 'template')
  return isNamed && key === 1
}
