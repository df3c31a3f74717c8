import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js'
import type { WritableElement } from './element.js'
import { unrepresentable } from './escape.js'
import { isLongerThan, limits } from './limits.js'
import { missingSecretIn, secretVariable } from './missing-secret.js'
import { isWritableName } from './names.js'
import { childOf, pathOf, type XmlPath } from './path.js'

/** What in a tree XML cannot represent, or libxml2 would not read, each with its path. */
export function findUnrepresentable(root: WritableElement): readonly Diagnostic[] {
  const found: Diagnostic[] = []
  findIn({ xml: root }, 1, found)
  return found
}

/** Stops at `limits.depth`, so its recursion is safe. */
function findIn(xmlPath: XmlPath, depth: number, found: Diagnostic[]): void {
  const { name, attributes, children, text, comments = [], closingComments = [] } = xmlPath.xml
  if (depth > limits.depth) {
    const reason = `more than ${limits.depth} elements inside one another`
    found.push(diagnostic('xml-limit', pathOf(xmlPath), { reason }))
    return
  }
  findName(name, xmlPath, found)
  const names = new Set<string>()
  for (const [attribute, value] of attributes) {
    findName(attribute, xmlPath, found)
    if (names.has(attribute)) {
      found.push(
        diagnostic('xml-duplicate-attribute', `${pathOf(xmlPath)}/@${attribute}`, { name: attribute }),
      )
    }
    names.add(attribute)
    findCharacter(value, attribute, () => `${pathOf(xmlPath)}/@${attribute}`, found)
  }
  if (text !== undefined) findCharacter(text, 'the text', () => pathOf(xmlPath), found)
  for (const comment of [...comments, ...closingComments]) {
    findCharacter(comment.replaceAll('\r', '\0'), 'a comment', () => pathOf(xmlPath), found)
    if (comment.includes('--') || comment.endsWith('-')) {
      found.push(diagnostic('xml-invalid-comment', pathOf(xmlPath), { element: name }))
    }
  }
  for (const index of children.keys()) findIn(childOf(xmlPath, index), depth + 1, found)
}

function findName(name: string, xmlPath: XmlPath, found: Diagnostic[]): void {
  if (!isWritableName(name)) found.push(diagnostic('xml-invalid-name', pathOf(xmlPath), { name }))
}

function findCharacter(text: string, what: string, path: () => string, found: Diagnostic[]): void {
  const missing = missingSecretIn(text)
  if (missing !== undefined) {
    found.push(diagnostic('missing-secret', path(), { ...missing, variable: secretVariable(missing.secret) }))
    return
  }
  const character = unrepresentable(text)?.character
  if (character !== undefined) found.push(diagnostic('xml-invalid-character', path(), { what, character }))
  if (isLongerThan(text, limits.text)) {
    const reason = `${what} of more than ${limits.text} bytes`
    found.push(diagnostic('xml-limit', path(), { reason }))
  }
}
