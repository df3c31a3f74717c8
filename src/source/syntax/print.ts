import { type Doc, flat, property } from './expression.js'
import { commentLines } from './quote.js'

const width = 110
/** A break after a shorter name (with its colon) than this one would win nothing. */
const shortestBroken = 'value:'.length

/**
 * The text of an expression that starts at the column `used` and has `after` characters behind it on its
 * last line; its further lines are indented. The layout is that of the formatters most people use.
 */
export function print(doc: Doc, indent: number, used: number, after: number): string {
  const line = flat(doc)
  return line !== undefined && used + line.length + after <= width ? line : printBroken(doc, indent, used)
}

/** The expression over several lines, where it has parts. */
function printBroken(doc: Doc, indent: number, used: number): string {
  switch (doc.kind) {
    case 'literal':
    case 'name':
    case 'local':
      return doc.text
    case 'array':
      return `[${lines(doc, doc.items.map(itemLine), indent)}]`
    case 'object':
      return `{${lines(doc, doc.entries.map(entryLine), indent)}}`
    case 'call':
      return printCall(doc, indent, used)
    case 'map':
      return printMap(doc, indent, used)
    case 'thunk': {
      if (doc.body.kind !== 'object') return `() => ${printBroken(doc.body, indent, used)}`
      const body = print(doc.body, indent + 2, indent + 3, ') as const,'.length)
      return `() =>\n${' '.repeat(indent + 2)}(${body}) as const`
    }
    case 'spread':
      return `...${printBroken(doc.of, indent, used + 3)}`
  }
}

/** A function of these parameters, its body on a line of its own where it does not fit behind them. */
export function printArrow(parameters: string, body: Doc, indent: number, used: number): string {
  const line = flat(body)
  if (line !== undefined && used + parameters.length + 4 + line.length <= width) {
    return `${parameters} => ${line}`
  }
  return `${parameters} =>\n${' '.repeat(indent + 2)}${print(body, indent + 2, indent + 2, 0)}`
}

/** A loop: the list on one line where its function starts there too, else the function behind its end. */
function printMap(doc: Doc & { readonly kind: 'map' }, indent: number, used: number): string {
  const start = `.map((${doc.parameter}) =>`
  const list = print(doc.list, indent, used, start.length)
  const body = flat(doc.body)
  const behind = `]${start} ${body})`
  if (list.includes('\n') && body !== undefined && indent + behind.length < width) {
    return `${list}${start} ${body})`
  }
  const space = ' '.repeat(indent)
  return `${list}${start}\n${space}  ${print(doc.body, indent + 2, indent + 2, 1)},\n${space})`
}

/** Comments of a text each on a line of its own. */
export function printComments(comments: readonly string[] | undefined, indent: number): string {
  return (comments ?? [])
    .flatMap(commentLines)
    .map((line) => `${' '.repeat(indent)}${line}\n`)
    .join('')
}

type Line = (indent: number) => string

function itemLine(item: Doc): Line {
  return (indent) => {
    const comments = printComments(item.comments, indent)
    return `${comments}${' '.repeat(indent)}${print(uncommented(item), indent, indent, 1)},\n`
  }
}

function entryLine({ key, value }: { readonly key: string; readonly value: Doc }): Line {
  return (indent) => {
    const used = indent + property(key, '').length
    const text = print(uncommented(value), indent, used, 1)
    const name = property(key, '').trimEnd()
    const isLong = value.kind === 'literal' && used + text.length >= width && name.length >= shortestBroken
    const line = isLong ? `${name}\n${' '.repeat(indent + 2)}${text}` : property(key, text)
    return `${printComments(value.comments, indent)}${' '.repeat(indent)}${line},\n`
  }
}

/** The expression without the comments before it, which are printed apart. */
export function uncommented(doc: Doc): Doc {
  if (doc.comments === undefined) return doc
  const { comments: _, ...rest } = doc
  return rest
}

function lines({ closing }: Doc, each: readonly Line[], indent: number): string {
  const inside = each.map((line) => line(indent + 2)).join('') + printComments(closing, indent + 2)
  return inside === '' ? '' : `\n${inside}${' '.repeat(indent)}`
}

/** True for what a formatter opens on the line of the call. */
function opens(doc: Doc): boolean {
  if (doc.kind === 'thunk') return doc.body.kind !== 'object'
  return doc.kind === 'object' || doc.kind === 'array'
}

/** Arguments on lines of their own, or the last one opened on the line of the call where the others fit on it. */
function printCall(doc: Doc & { readonly kind: 'call' }, indent: number, used: number): string {
  const last = doc.args.at(-1)
  const before = doc.args.slice(0, -1)
  const start = before.map(flat)
  const opening = `${doc.callee}(${start.map((text) => `${text}, `).join('')}`
  const opensHere =
    last !== undefined &&
    opens(last) &&
    last.kind !== before.at(-1)?.kind &&
    last.comments === undefined &&
    doc.closing === undefined &&
    !start.includes(undefined) &&
    used + opening.length < width
  if (opensHere) return `${opening}${printBroken(last, indent, used + opening.length)})`
  return `${doc.callee}(${lines(doc, doc.args.map(itemLine), indent)})`
}
