import type { Position } from '../diagnostics/diagnostic.js'
import { decodeDocument } from '../xml/decode.js'
import type { XmlElement } from '../xml/element.js'
import { parseXml } from '../xml/parse.js'
import { locatorOf } from '../xml/position.js'

const step = /\/([^/[\]@]+)(?:\[@id="([^"]*)"\]|\[@id='([^']*)'\]|\[(\d+)\])?/gy

/**
 * Where the element of a finding's path starts in a CIB's text; undefined where it is not in there.
 * An attribute is found at its element.
 */
export function positionsOf(input: string | Uint8Array): (path: string) => Position | undefined {
  const text = decodeDocument(input).output ?? ''
  const { output: root } = parseXml(text)
  const locator = locatorOf(text)
  return (path) => {
    if (root === undefined) return undefined
    const found = find(root, path)
    return found === undefined ? undefined : locator(found.start)
  }
}

function find(root: XmlElement, path: string): XmlElement | undefined {
  let at: XmlElement | undefined
  for (const [, name, quoted, single, position] of path.matchAll(step)) {
    if (at === undefined) {
      if (root.name !== name) return undefined
      at = root
      continue
    }
    const id = quoted ?? single
    const same: XmlElement[] = at.children.filter((child) => child.name === name)
    at = id === undefined ? same[Number(position ?? 1) - 1] : same.find((child) => idOf(child) === id)
    if (at === undefined) return undefined
  }
  return at
}

function idOf({ attributes }: XmlElement): string | undefined {
  return attributes.find(([name]) => name === 'id')?.[1]
}
