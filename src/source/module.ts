import type { Definition } from './factoring/definitions.js'
import type { Module } from './factoring/lists.js'
import { builders } from './syntax/builders.js'
import { type Doc, partsOf } from './syntax/expression.js'
import { print, printArrow, printComments, uncommented } from './syntax/print.js'

/** The text of a module: imports, variables, and the cluster. */
export function printModule({ definitions, cluster }: Module): string {
  const statements = [...definitions.map(define), statement('export default ', cluster, '')]
  const body = statements.reduce((text, next, index) => {
    const before = statements[index - 1]
    const isApart = before === undefined || isLong(before) || isLong(next)
    return `${text}${isApart ? '\n' : ''}${next}`
  }, '')
  return `${importLine([...definitions.map(({ doc }) => doc), cluster])}${body}`
}

/** A variable; what holds texts keeps their types as they stand. */
function define({ name, doc, parameters }: Definition): string {
  if (parameters !== undefined)
    return `const ${name} = ${printArrow(parameters, doc, 0, `const ${name} = `.length)}\n`
  const holdsTexts =
    doc.kind === 'object' || (doc.kind === 'array' && doc.items.some(({ kind }) => kind === 'object'))
  return statement(`const ${name} = `, doc, holdsTexts ? ' as const' : '')
}

function statement(start: string, doc: Doc, end: string): string {
  return `${printComments(doc.comments, 0)}${start}${print(uncommented(doc), 0, start.length, end.length)}${end}\n`
}

function isLong(statement: string): boolean {
  return statement.indexOf('\n') < statement.length - 1
}

function importLine(docs: readonly Doc[]): string {
  const names = new Set<string>()
  for (const doc of docs) collect(doc, names)
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

function collect(doc: Doc, names: Set<string>): void {
  if (doc.kind === 'call') {
    const [name = ''] = doc.callee.split(/[.[]/)
    if (name === 'ocf' || Object.hasOwn(builders, name)) names.add(name)
  }
  for (const part of partsOf(doc)) collect(part, names)
}
