import { type Doc, flat, property } from './doc.js'
import { commentLines } from './quote.js'

const width = 110

/** The text of an expression that starts at the column `used`; its further lines are indented. */
export function print(doc: Doc, indent: number, used: number): string {
  const line = flat(doc)
  return line !== undefined && used + line.length < width ? line : printBroken(doc, indent, used)
}

/** The expression over several lines, where it has parts. */
function printBroken(doc: Doc, indent: number, used: number): string {
  switch (doc.kind) {
    case 'literal':
    case 'name':
      return doc.text
    case 'array':
      return `[${lines(doc, doc.items.map(itemLine), indent)}]`
    case 'object':
      return `{${lines(doc, doc.entries.map(entryLine), indent)}}`
    case 'call':
      return printCall(doc, indent, used)
    case 'map':
      return `${print(doc.list, indent, used)}.map((${doc.parameter}) => ${printBroken(doc.body, indent, indent)})`
    case 'thunk': {
      const body = printBroken(doc.body, indent, used)
      return doc.body.kind === 'object' ? `() => (${body})` : `() => ${body}`
    }
    case 'spread':
      return `...${printBroken(doc.of, indent, used + 3)}`
  }
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
    return `${comments}${' '.repeat(indent)}${print(uncommented(item), indent, indent)},\n`
  }
}

function entryLine({ key, value }: { readonly key: string; readonly value: Doc }): Line {
  return (indent) => {
    const used = indent + property(key, '').length
    const text = property(key, print(uncommented(value), indent, used))
    return `${printComments(value.comments, indent)}${' '.repeat(indent)}${text},\n`
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

/** Arguments on lines of their own, or the last one opened on the line of the call where the others fit on it. */
function printCall(doc: Doc & { readonly kind: 'call' }, indent: number, used: number): string {
  const last = doc.args.at(-1)
  const before = doc.args.slice(0, -1)
  const start = before.map(flat)
  const opening = `${doc.callee}(${start.map((text) => `${text}, `).join('')}`
  const opensHere =
    last !== undefined &&
    (last.kind === 'object' || last.kind === 'array' || last.kind === 'thunk') &&
    last.kind !== before.at(-1)?.kind &&
    last.comments === undefined &&
    doc.closing === undefined &&
    !start.includes(undefined) &&
    used + opening.length < width
  if (opensHere) return `${opening}${printBroken(last, indent, used + opening.length)})`
  return `${doc.callee}(${lines(doc, doc.args.map(itemLine), indent)})`
}
