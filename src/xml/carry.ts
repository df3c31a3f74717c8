import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js'
import type { WritableElement } from './element.js'
import { uncarryable } from './escape.js'
import { limits } from './limits.js'
import { isWritableName } from './names.js'

/** What in a tree XML cannot carry, or libxml2 would not read, each with its path. */
export function findObstacles(root: WritableElement): readonly Diagnostic[] {
  const found: Diagnostic[] = []
  findIn(root, `/${root.name}`, 1, found)
  return found
}

/** Stops at `limits.depth`, so its recursion is safe. */
function findIn(element: WritableElement, path: string, depth: number, found: Diagnostic[]): void {
  if (depth > limits.depth) {
    const reason = `more than ${limits.depth} elements inside one another`
    found.push(diagnostic('xml-limit', path, { reason }))
    return
  }
  findName(element.name, path, found)
  const names = new Set<string>()
  for (const [name, value] of element.attributes) {
    findName(name, path, found)
    if (names.has(name)) found.push(diagnostic('xml-twice', `${path}/@${name}`, { name }))
    names.add(name)
    findCharacter(value, `${path}/@${name}`, name, found)
  }
  if (element.text !== undefined) findCharacter(element.text, path, 'the text', found)
  for (const comment of [...(element.comments ?? []), ...(element.closingComments ?? [])]) {
    findCharacter(comment.replaceAll('\r', '\0'), path, 'a comment', found)
    if (comment.includes('--') || comment.endsWith('-')) {
      found.push(diagnostic('xml-comment', path, { element: element.name }))
    }
  }
  const seen = new Map<string, number>()
  for (const child of element.children) {
    const position = (seen.get(child.name) ?? 0) + 1
    seen.set(child.name, position)
    findIn(child, `${path}/${stepOf(child, position)}`, depth + 1, found)
  }
}

function findName(name: string, path: string, found: Diagnostic[]): void {
  if (!isWritableName(name)) found.push(diagnostic('xml-name', path, { name }))
}

function findCharacter(text: string, path: string, what: string, found: Diagnostic[]): void {
  const character = uncarryable(text)?.character
  if (character !== undefined) found.push(diagnostic('xml-character', path, { what, character }))
  if (text.length * 3 > limits.text && Buffer.byteLength(text) > limits.text) {
    const reason = `${what} of more than ${limits.text} bytes`
    found.push(diagnostic('xml-limit', path, { reason }))
  }
}

function stepOf({ name, attributes }: WritableElement, position: number): string {
  const id = attributes.find(([attribute]) => attribute === 'id')?.[1]
  if (id !== undefined) return id.includes('"') ? `${name}[@id='${id}']` : `${name}[@id="${id}"]`
  return position === 1 ? name : `${name}[${position}]`
}
