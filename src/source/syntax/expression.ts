/** An expression of the module, before it is laid out in lines. */
export type Expression = (
  | { readonly kind: 'literal'; readonly text: string; readonly value: string | number | boolean | null }
  | { readonly kind: 'name'; readonly text: string }
  /** The parameter of a function, or a text built from one; it has no meaning outside. */
  | { readonly kind: 'local'; readonly text: string }
  | { readonly kind: 'array'; readonly items: readonly Expression[] }
  | { readonly kind: 'object'; readonly entries: readonly ObjectProperty[] }
  | { readonly kind: 'call'; readonly callee: string; readonly args: readonly Expression[] }
  | {
      readonly kind: 'map'
      readonly list: Expression
      /** One for a list of values, several for a list of rows. */
      readonly parameters: readonly string[]
      /** An array for `flatMap`. */
      readonly body: Expression
      readonly isFlat?: boolean
    }
  | { readonly kind: 'thunk'; readonly body: Expression }
  | { readonly kind: 'spread'; readonly of: Expression }
) & {
  /** Comments before it. */
  readonly comments?: readonly string[]
  /** Comments after its last part. */
  readonly closing?: readonly string[]
}

/** A property of an object. */
interface ObjectProperty {
  readonly key: string
  readonly value: Expression
}

/** The parts of an expression. */
export function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'literal':
    case 'name':
    case 'local':
      return []
    case 'array':
      return expression.items
    case 'object':
      return expression.entries.map(({ value }) => value)
    case 'call':
      return expression.args
    case 'map':
      return [expression.list, expression.body]
    case 'thunk':
      return [expression.body]
    case 'spread':
      return [expression.of]
  }
}

/** The expression with each part replaced; itself where none is. */
export function mapParts(
  expression: Expression,
  replace: (part: Expression, key: string | number) => Expression,
): Expression {
  const keys = expression.kind === 'object' ? expression.entries.map(({ key }) => key) : undefined
  const before = partsOf(expression)
  const parts = before.map((part, index) => replace(part, keys?.[index] ?? index))
  return parts.every((part, index) => part === before[index]) ? expression : withParts(expression, parts)
}

function withParts(expression: Expression, parts: readonly Expression[]): Expression {
  const [first = expression, second = expression] = parts
  switch (expression.kind) {
    case 'literal':
    case 'name':
    case 'local':
      return expression
    case 'array':
      return { ...expression, items: parts }
    case 'object':
      return {
        ...expression,
        entries: expression.entries.map(({ key }, index) => ({ key, value: parts[index] as Expression })),
      }
    case 'call':
      return { ...expression, args: parts }
    case 'map':
      return { ...expression, list: first, body: second }
    case 'thunk':
      return { ...expression, body: first }
    case 'spread':
      return { ...expression, of: first }
  }
}

/** Calls `visit` for the expression and all in it, except raw XML. */
export function walkExpression(expression: Expression, visit: (expression: Expression) => void): void {
  if (expression.kind === 'call' && expression.callee === 'raw') return
  visit(expression)
  for (const part of partsOf(expression)) walkExpression(part, visit)
}

/** The expression with what `replace` returns in place of each part, the outermost first. */
export function substitute(
  expression: Expression,
  replace: (expression: Expression) => Expression | undefined,
): Expression {
  return replace(expression) ?? mapParts(expression, (part) => substitute(part, replace))
}

/** The variables and functions that an expression names. */
export function namesIn(expression: Expression): readonly string[] {
  const found: string[] = []
  walkExpression(expression, (part) => {
    if (part.kind === 'name') found.push(part.text)
    if (part.kind === 'call') found.push(part.callee)
  })
  return found
}
