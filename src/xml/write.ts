import { failure, type Result, success } from '../diagnostics/diagnostic.js'
import { type Library, xmlBuilder } from './builder.js'
import type { WritableElement } from './element.js'
import { encodeAttribute, encodeComment, encodeText } from './escape.js'
import { findUnrepresentable } from './representable.js'

type Builder = ReturnType<Library['create']>

const indent = '  '
/**
 * Elements this deep are printed from trees of so many: one tree of all is ten times as large, and to begin
 * one for each costs as much as the rest.
 */
const separateDepth = 3
const batchSize = 50
const marker = '<!---->'

/**
 * The document, two spaces an element, with a line break at its end. Every value reads back as it
 * was; what XML cannot represent is an error, and then nothing is written.
 */
export function writeXml(root: WritableElement): Result<string> {
  const diagnostics = findUnrepresentable(root)
  if (diagnostics.length > 0) return failure(diagnostics)
  const { create } = xmlBuilder()
  const lines: string[] = []
  print(root, 0, create, lines)
  return success(`${lines.join('\n')}\n`, diagnostics)
}

function print(element: WritableElement, depth: number, create: Library['create'], lines: string[]): void {
  const { comments, closingComments, ...own } = element
  printComments(comments, depth, lines)
  if (element.children.length === 0) {
    const content = closingComments === undefined ? own : { ...own, closingComments }
    lines.push(printTree(content, depth, create))
    return
  }
  const around = printTree({ ...own, children: [], closingComments: [''] }, depth, create)
  const [start = '', end = ''] = around.split(marker)
  lines.push(start.replace(/[ \n]+$/, ''))
  if (depth + 1 < separateDepth) for (const child of element.children) print(child, depth + 1, create, lines)
  else for (const some of parts(element.children)) lines.push(printAll(some, depth + 1, create))
  printComments(closingComments, depth + 1, lines)
  lines.push(end.slice(1))
}

function printComments(comments: readonly string[] | undefined, depth: number, lines: string[]): void {
  for (const text of comments ?? []) lines.push(`${indent.repeat(depth)}<!--${encodeComment(text)}-->`)
}

function parts<T>(all: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(all.length / batchSize) }, (_, at) =>
    all.slice(at * batchSize, (at + 1) * batchSize),
  )
}

/** Elements with their comments, printed inside one that is then left out. */
function printAll(elements: readonly WritableElement[], depth: number, create: Library['create']): string {
  const text = printTree({ name: 'all', attributes: [], children: elements }, depth - 1, create)
  return text.slice(text.indexOf('\n') + 1, text.lastIndexOf('\n'))
}

function printTree(element: WritableElement, depth: number, create: Library['create']): string {
  const document = create()
  append(document, element)
  return document.end({ prettyPrint: true, headless: true, indent, offset: depth })
}

/** The library leaves what looks like a reference alone, so values are encoded before it sees them. */
function append(parent: Builder, element: WritableElement): void {
  for (const text of element.comments ?? []) parent.com(encodeComment(text))
  const node = parent.ele(element.name)
  for (const [name, value] of element.attributes) node.att(name, encodeAttribute(value))
  if (element.text !== undefined) node.txt(encodeText(element.text))
  for (const child of element.children) append(node, child)
  for (const text of element.closingComments ?? []) node.com(encodeComment(text))
}
