import { scan } from '../xml/scan.js'
import type { Span } from './attributes.js'

/** An element where it is written. */
export interface WrittenElement extends Span {
  readonly name: string
  readonly attributes: readonly (readonly [name: string, value: string])[]
  /** Its start tag. */
  readonly tag: Span
  readonly isEmpty: boolean
  readonly children: WrittenElement[]
}

/** The root of a well-formed text; undefined for another one. */
export function writtenRoot(text: string): WrittenElement | undefined {
  const top: WrittenElement[] = []
  const open: { -readonly [K in keyof WrittenElement]: WrittenElement[K] }[] = []
  const fault = scan(text, {
    open: ({ name, attributes, end, empty }, start) => {
      const element = { name, attributes, start, end, tag: { start, end }, isEmpty: empty, children: [] }
      const siblings = open.at(-1)?.children ?? top
      siblings.push(element)
      open.push(element)
    },
    close: (end) => {
      const element = open.pop()
      if (element !== undefined) element.end = end
    },
    text: () => {},
    comment: () => {},
    instruction: () => {},
  })
  return fault === undefined ? top[0] : undefined
}

/** The value of an attribute. */
export function attributeIn({ attributes }: WrittenElement, name: string): string | undefined {
  return attributes.find(([other]) => other === name)?.[1]
}

/** The first element, in the order of the text, for which this is true. */
export function findWritten(
  root: WrittenElement,
  isIt: (element: WrittenElement) => boolean,
): WrittenElement | undefined {
  if (isIt(root)) return root
  for (const child of root.children) {
    const found = findWritten(child, isIt)
    if (found !== undefined) return found
  }
  return undefined
}

/** The element that has an id; not one that refers to it. */
export function writtenById(root: WrittenElement, id: string | undefined): WrittenElement | undefined {
  return findWritten(
    root,
    (written) => attributeIn(written, 'id') === id && !/^(resource|obj)_ref$/.test(written.name),
  )
}

/** The ids in an element. */
export function idsIn(root: WrittenElement): Set<string> {
  return new Set([attributeIn(root, 'id') ?? '', ...root.children.flatMap((child) => [...idsIn(child)])])
}
