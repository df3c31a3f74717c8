import type { Expression } from './expression.js'
import { flat, loopMethod, loopParameters, loopStart, needsConst, property } from './one-line.js'
import { commentLines } from './quote.js'

const width = 110
/** No line ends after a name (with its colon) shorter than this one. */
const shortestBroken = 'value:'.length

/**
 * The text of an expression that starts at the column `used` and has `after` characters behind it on its
 * last line; its further lines are indented. The layout is that of the formatters most people use.
 */
export function print(expression: Expression, indent: number, used: number, after: number): string {
  const line = flat(expression)
  return line !== undefined && used + line.length + after <= width
    ? line
    : printBroken(expression, indent, used)
}

/** The expression over several lines, where it has parts. */
function printBroken(expression: Expression, indent: number, used: number): string {
  switch (expression.kind) {
    case 'literal':
    case 'name':
    case 'local':
      return expression.text
    case 'array':
      return `[${lines(expression, expression.items.map(itemLine), indent)}]`
    case 'object':
      return `{${lines(expression, expression.entries.map(entryLine), indent)}}`
    case 'call':
      return printCall(expression, indent, used)
    case 'map':
      return printMap(expression, indent, used)
    case 'thunk': {
      if (expression.body.kind !== 'object') return `() => ${printBroken(expression.body, indent, used)}`
      const body = print(expression.body, indent + 2, indent + 3, ') as const,'.length)
      return `() =>\n${' '.repeat(indent + 2)}(${body}) as const`
    }
    case 'spread':
      return `...${printBroken(expression.of, indent, used + 3)}`
  }
}

/** A function of these parameters, its body on a line of its own where it does not fit behind them. */
export function printArrow(parameters: string, body: Expression, indent: number, used: number): string {
  const line = flat(body)
  if (line !== undefined && used + parameters.length + 4 + line.length <= width) {
    return `${parameters} => ${line}`
  }
  return `${parameters} =>\n${' '.repeat(indent + 2)}${print(body, indent + 2, indent + 2, 0)}`
}

/** A loop: its function starts where its list ends, and has its body on that line where it fits. */
function printMap(expression: Expression & { readonly kind: 'map' }, indent: number, used: number): string {
  const start = loopStart(expression)
  const list = printList(expression.list, indent, used, loopMethod(expression).length)
  const body = flat(expression.body)
  const end = list.includes('\n') ? indent + 1 : used + list.length
  if (body !== undefined && end + start.length + body.length + 2 < width) return `${list}${start} ${body})`
  const space = ' '.repeat(indent)
  if (end + start.length > width) {
    const arrow = printArrow(loopParameters(expression), expression.body, indent + 2, indent + 2)
    return `${list}${loopMethod(expression)}\n${space}  ${arrow},\n${space})`
  }
  if (expression.isFlat) return `${list}${start} ${printBroken(expression.body, indent, end)})`
  return `${list}${start}\n${space}  ${print(expression.body, indent + 2, indent + 2, 1)},\n${space})`
}

/** The list of a loop, with `as const` where the compiler needs it. */
function printList(list: Expression, indent: number, used: number, after: number): string {
  if (!needsConst(list)) return print(list, indent, used, after)
  const line = flat(list)
  const end = ' as const'
  if (line !== undefined && used + line.length + end.length + 2 + after <= width) return `(${line}${end})`
  const space = ' '.repeat(indent)
  return `(\n${space}  ${print(list, indent + 2, indent + 2, end.length)}${end}\n${space})`
}

/** Comments of a text each on a line of its own. */
export function printComments(comments: readonly string[] | undefined, indent: number): string {
  return (comments ?? [])
    .flatMap(commentLines)
    .map((line) => `${' '.repeat(indent)}${line}\n`)
    .join('')
}

type Line = (indent: number) => string

function itemLine(item: Expression): Line {
  return (indent) => {
    const comments = printComments(item.comments, indent)
    return `${comments}${' '.repeat(indent)}${print(uncommented(item), indent, indent, 1)},\n`
  }
}

function entryLine({ key, value }: { readonly key: string; readonly value: Expression }): Line {
  return (indent) => {
    const used = indent + property(key, '').length
    const text = print(uncommented(value), indent, used, 1)
    const name = property(key, '').trimEnd()
    const isLong = value.kind === 'literal' && used + text.length >= width && name.length >= shortestBroken
    const line = isLong ? `${name}\n${' '.repeat(indent + 2)}${text}` : property(key, text)
    return `${printComments(value.comments, indent)}${' '.repeat(indent)}${line},\n`
  }
}

/** The expression without the comments before it, which are printed separately. */
export function uncommented(expression: Expression): Expression {
  if (expression.comments === undefined) return expression
  const { comments: _, ...rest } = expression
  return rest
}

function lines({ closing }: Expression, each: readonly Line[], indent: number): string {
  let inside = ''
  // Not with `join`, which copies the text again at each level of nesting.
  for (const line of each) inside += line(indent + 2)
  inside += printComments(closing, indent + 2)
  return inside === '' ? '' : `\n${inside}${' '.repeat(indent)}`
}

/** True for what a formatter opens on the line of the call. */
function opens(expression: Expression): boolean {
  if (expression.kind === 'thunk') return expression.body.kind !== 'object'
  return expression.kind === 'object' || expression.kind === 'array'
}

/** Arguments on lines of their own, or the last one opened on the line of the call where the others fit on it. */
function printCall(expression: Expression & { readonly kind: 'call' }, indent: number, used: number): string {
  const last = expression.args.at(-1)
  const before = expression.args.slice(0, -1)
  const start = before.map(flat)
  const opening = `${expression.callee}(${start.map((text) => `${text}, `).join('')}`
  const opensHere =
    last !== undefined &&
    opens(last) &&
    last.kind !== before.at(-1)?.kind &&
    last.comments === undefined &&
    expression.closing === undefined &&
    !start.includes(undefined) &&
    used + opening.length < width
  if (opensHere) return `${opening}${printBroken(last, indent, used + opening.length)})`
  return `${expression.callee}(${lines(expression, expression.args.map(itemLine), indent)})`
}
