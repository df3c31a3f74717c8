import { type Expression, substitute } from '../syntax/expression.js'
import type { Definition } from '../syntax/module.js'
import type { VariableNames } from '../syntax/names.js'
import { bestParameterisedCalls, type Call, type ParameterisedCalls } from './parameterised-calls.js'
import { type Column, columnExpression, filling } from './parameters.js'
import { helperName } from './resource-names.js'
import { fillHoles, type Hole, skeletonOf } from './skeleton.js'

/**
 * The definitions with a function for resources that are equal but for one or two values, such as
 * virtual IPs or clones of systemd units. The functions come first, those that others call before them.
 */
export function withHelperFunctions(
  definitions: readonly Definition[],
  names: VariableNames,
): readonly Definition[] {
  let all = definitions
  for (;;) {
    const found = bestParameterisedCalls(all.map(({ expression }) => expression))
    if (found.length === 0) return all
    const helpers = found.map((calls) => helperFor(calls, names))
    const replacements = new Map(helpers.flatMap((helper) => [...helper.replacements]))
    const rest = all.map((definition) => ({
      ...definition,
      expression: substitute(definition.expression, (part) => replacements.get(part)),
    }))
    all = [...helpers.map(({ definition }) => definition), ...rest]
  }
}

interface Parameter {
  readonly name: string
  readonly type: string
  /** True where an id is built from it, so that its type must stay literal. */
  readonly isId: boolean
}

interface Helper {
  readonly definition: Definition
  /** From each call to the call of the function that replaces it. */
  readonly replacements: ReadonlyMap<Expression, Expression>
}

/** The function for these calls, and the call of it in place of each. */
function helperFor({ calls, table }: ParameterisedCalls, names: VariableNames): Helper {
  const [first] = calls as readonly [Call, ...Call[]]
  const holes = skeletonOf(first)?.holes ?? []
  const inOrder = table.parameters
    .map((parameter, index) => ({ ...parameter, index }))
    .sort((one, other) => one.hole - other.hole)
  const own: string[] = []
  const parameters = inOrder.map(({ index, hole, holes: values }): Parameter & { index: number } => {
    const isId = table.columns.some((column, at) => varies(column, index) && isIdHole(holes[at]))
    const key = holes[hole]?.key
    const name = names.claimParameter(typeof key === 'string' ? key : 'id', own)
    own.push(name)
    return { name, type: typeOf(values), isId, index }
  })
  const byIndex = table.parameters.map((_, at) => parameters.find(({ index }) => index === at)?.name ?? '')
  let at = 0
  const body = fillHoles(first, (hole) => columnExpression(table.columns[at++], hole, table, byIndex))
  const name = names.claim(helperName(first))
  const replacements = calls.map((call, row): [Expression, Expression] => {
    const args = inOrder.map(({ holes: values }) => filling(values[row] as Hole))
    return [call, { kind: 'call', callee: name, args }]
  })
  return {
    definition: { name, expression: body, parameters: { names: own, signature: signature(parameters) } },
    replacements: new Map(replacements),
  }
}

function varies(column: Column, parameter: number): boolean {
  return column.kind === 'varies' && column.parameter === parameter
}

function isIdHole(hole: Hole | undefined): boolean {
  return hole?.key === 0 || hole?.key === 'id'
}

function typeOf(values: readonly Hole[]): string {
  return [...new Set(values.map(({ value }) => typeof value))].sort().reverse().join(' | ')
}

/** `<const Id extends string>(id: Id, ip: string)` */
function signature(parameters: readonly Parameter[]): string {
  const typeName = ({ name }: Parameter) => name.charAt(0).toUpperCase() + name.slice(1)
  const generic = parameters
    .filter(({ isId }) => isId)
    .map((parameter) => `const ${typeName(parameter)} extends ${parameter.type}`)
  const list = parameters.map(
    (parameter) => `${parameter.name}: ${parameter.isId ? typeName(parameter) : parameter.type}`,
  )
  return `${generic.length === 0 ? '' : `<${generic.join(', ')}>`}(${list.join(', ')})`
}
