import * as builders from '../../dsl/index.js'
import { type Expression, partsOf } from './expression.js'
import { print, printArrow, printComments, uncommented } from './print.js'

/** A constant of the module. */
export interface Definition {
  readonly name: string
  readonly expression: Expression
  /** The id of the element. */
  readonly id?: string
  readonly parameters?: Parameters
}

/** The parameters of a function, and what the compiler knows of them: `(ip: string)`. */
interface Parameters {
  readonly names: readonly string[]
  readonly signature: string
}

/** What a module consists of. */
export interface Module {
  readonly definitions: readonly Definition[]
  /** The call of `cluster`, its default export. */
  readonly cluster: Expression
}

/** The text of a module: imports, definitions, and the cluster. */
export function printModule({ definitions, cluster }: Module): string {
  const statements = [...definitions.map(printDefinition), statement('export default ', cluster, '')]
  const body = statements.map((text, index) => {
    const before = statements[index - 1]
    const isSeparate = before === undefined || isLong(before) || isLong(text)
    return isSeparate ? `\n${text}` : text
  })
  const expressions = [...definitions.map(({ expression }) => expression), cluster]
  return `${importLine(expressions)}${body.join('')}`
}

/** A constant; one that contains an object keeps its literal types. */
function printDefinition({ name, expression, parameters }: Definition): string {
  if (parameters !== undefined)
    return `const ${name} = ${printArrow(parameters.signature, expression, 0, `const ${name} = `.length)}\n`
  const isObject = ({ kind }: Expression) => kind === 'object'
  const needsConst = isObject(expression) || (expression.kind === 'array' && expression.items.some(isObject))
  return statement(`const ${name} = `, expression, needsConst ? ' as const' : '')
}

function statement(start: string, expression: Expression, end: string): string {
  const text = print(uncommented(expression), 0, start.length, end.length)
  return `${printComments(expression.comments, 0)}${start}${text}${end}\n`
}

function isLong(statement: string): boolean {
  return statement.indexOf('\n') < statement.length - 1
}

function importLine(expressions: readonly Expression[]): string {
  const names = new Set<string>()
  for (const expression of expressions) collectImports(expression, names)
  const sorted = [...names].sort((one, other) => (sortKey(one) < sortKey(other) ? -1 : 1))
  const line = `import { ${sorted.join(', ')} } from 'lightcib'\n`
  return line.length <= 111
    ? line
    : `import {\n${sorted.map((name) => `  ${name},\n`).join('')}} from 'lightcib'\n`
}

/** Biome sorts as a dictionary does, with each capital before its small letter: `opExpression`, `operations`. */
function sortKey(name: string): string {
  return name.replace(/[A-Za-z]/g, (letter) => letter.toLowerCase() + (letter < 'a' ? '0' : '1'))
}

function collectImports(expression: Expression, names: Set<string>): void {
  if (expression.kind === 'call') {
    const [name = ''] = expression.callee.split(/[.[]/)
    if (Object.hasOwn(builders, name)) names.add(name)
  }
  for (const part of partsOf(expression)) collectImports(part, names)
}
