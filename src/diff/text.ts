import type { Cluster, RawElement } from '../model/index.js'
import { type Compared, compare } from './compare.js'
import { attributeOf } from './tree.js'

/** One line of a difference: what it is about decides its colour. */
export interface DiffLine {
  readonly sign: '+' | '-' | '~' | ' '
  /** The line without its sign. */
  readonly text: string
}

/**
 * The differences between two clusters as an outline of elements: `+` added, `-` removed, `~` changed or moved. Only what
 * differs is listed, with the elements around it.
 */
export function diffLines(a: Cluster, b: Cluster): readonly DiffLine[] {
  const root = compare(a, b)
  if (root.attributes.length > 0) return linesOf(root, 0)
  return root.children.filter(({ isChanged }) => isChanged).flatMap((section) => linesOf(section, 0))
}

function linesOf(node: Compared, depth: number): readonly DiffLine[] {
  const { before, after, attributes, moved, children } = node
  const xml = (after ?? before)?.xml
  if (xml === undefined) return []
  const inside = children.filter(({ isChanged }) => isChanged).flatMap((child) => linesOf(child, depth + 1))
  if (before === undefined) return [{ sign: '+', text: indented(depth, wholeLine(xml)) }, ...inside]
  if (after === undefined) return [{ sign: '-', text: indented(depth, wholeLine(xml)) }, ...inside]
  const notes = [
    ...attributes.map(({ attribute, from, to }) => `${attribute}: ${shown(from)} -> ${shown(to)}`),
    ...(moved === undefined ? [] : [moveNote(node)]),
  ]
  const head = [headOf(xml), notes.join(', ')].filter((part) => part !== '').join('  ')
  return [{ sign: notes.length === 0 ? ' ' : '~', text: indented(depth, head) }, ...inside]
}

function indented(depth: number, text: string): string {
  return `${'  '.repeat(depth)}${text}`
}

function moveNote({ before, after, moved }: Compared): string {
  const parent = before?.parent
  if (moved === 'to-other-parent')
    return `moved from ${parent === undefined ? 'elsewhere' : headOf(parent.xml)}`
  return `moved from place ${(before?.position ?? 0) + 1} to ${(after?.position ?? 0) + 1}`
}

/** An element with its attributes; an nvpair as `name=value`. */
function wholeLine(xml: RawElement): string {
  const hidden = xml.name === 'nvpair' ? ['id', 'name', 'value'] : ['id']
  const rest = xml.attributes.filter(([name]) => !hidden.includes(name))
  const text = xml.text?.trim() ?? ''
  return [
    headOf(xml),
    ...(xml.name === 'nvpair' ? [`${attributeOf(xml, 'name')}=${shown(attributeOf(xml, 'value'))}`] : []),
    ...rest.map(([name, value]) => `${name}=${shown(value)}`),
    ...(text === '' ? [] : [`#text=${shown(text)}`]),
  ].join(' ')
}

/** The element's name and its id. */
function headOf(xml: RawElement): string {
  const id = attributeOf(xml, 'id')
  return id === undefined ? xml.name : `${xml.name} ${shown(id)}`
}

function shown(value: string | undefined): string {
  return value === undefined ? '(none)' : JSON.stringify(value)
}
