import { type Expression, namesIn, substitute } from '../syntax/expression.js'
import type { Definition } from '../syntax/module.js'
import { VariableNames } from '../syntax/names.js'
import { quote } from '../syntax/quote.js'
import { bestParameterisedCalls, type Call, type ParameterisedCalls } from './parameterised-calls.js'
import type { Column } from './parameters.js'
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
  const parameters = new Map<number, Parameter>()
  const own = new VariableNames(namesIn(first))
  for (const { index, hole, values } of inOrder) {
    const isId = table.columns.some((column, at) => varies(column, index) && isIdHole(holes[at]))
    const key = holes[hole]?.key
    const name = own.claim(typeof key === 'string' ? key : 'id')
    names.reserve(name)
    parameters.set(index, { name, type: typeOf(values), isId })
  }
  let at = 0
  const body = fillHoles(first, (hole) => columnExpression(table.columns[at++], hole, parameters))
  const name = names.claim(helperName(first))
  const replacements = calls.map((call, row): [Expression, Expression] => {
    const args = inOrder.map(({ values }) => literal(values[row] ?? ''))
    return [call, { kind: 'call', callee: name, args }]
  })
  const list = signature(inOrder.map(({ index }) => parameters.get(index) as Parameter))
  return {
    definition: { name, expression: body, parameters: list },
    replacements: new Map(replacements),
  }
}

function varies(column: Column, parameter: number): boolean {
  return column.kind === 'varies' && column.parameter === parameter
}

function isIdHole(hole: Hole | undefined): boolean {
  return hole?.key === 0 || hole?.key === 'id'
}

function typeOf(values: readonly (string | number)[]): string {
  return [...new Set(values.map((value) => typeof value))].sort().reverse().join(' | ')
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

function columnExpression(
  column: Column | undefined,
  hole: Hole,
  parameters: ReadonlyMap<number, Parameter>,
): Expression {
  if (column === undefined || column.kind === 'same') return literal(hole.value)
  const name = parameters.get(column.parameter)?.name ?? ''
  const { before, after } = column
  return { kind: 'local', text: before + after === '' ? name : `\`${before}\${${name}}${after}\`` }
}

function literal(value: string | number): Expression {
  return { kind: 'literal', text: typeof value === 'string' ? quote(value) : String(value), value }
}
