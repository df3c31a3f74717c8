import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.js'
import type { RawElement } from '../../model/index.js'
import { attributeOf } from '../read/cursor.js'

/** What crmsh 4.4 does not load of an object, also as XML. Measured. */
export function lostIn(xml: RawElement, path: string): readonly Diagnostic[] {
  const rejected = (what: string, at = path) => [diagnostic('crm-rejected', at, { what })]
  const id = attributeOf(xml, 'id')
  if (id !== undefined && !/^[\w.-]+$/.test(id))
    return rejected(`the id ${JSON.stringify(id)}`, `${path}/@id`)
  const container =
    xml.name === 'bundle' && xml.children.find(({ name }) => name === 'podman' || name === 'rkt')
  if (container) return rejected(`a bundle with <${container.name}>`, `${path}/${container.name}`)
  if (xml.children.some(({ name }) => name === 'lifetime')) return rejected('<lifetime>', `${path}/lifetime`)
  const quoted = quotedIn(xml)
  if (quoted !== undefined) return rejected(`a quotation mark or backslash in ${JSON.stringify(quoted)}`)
  const isDefaults = xml.name === 'rsc_defaults' || xml.name === 'op_defaults'
  return (isDefaults ? xml.children : xml.name === 'cluster_property_set' ? [xml] : []).flatMap((set) => {
    const own = isDefaults ? `${path}/${set.name}` : path
    const lost = ['score', 'id-ref'].filter((name) => attributeOf(set, name) !== undefined)
    return lost.flatMap((name) => rejected(`the ${name} of <${set.name}>`, `${own}/@${name}`))
  })
}

/** Attributes that crmsh quotes when it prints an object to read it again. */
const quotable: readonly string[] = ['value', 'description', 'path']

/** A text that crmsh prints such that it cannot read it again. */
function quotedIn(xml: RawElement): string | undefined {
  for (const [name, value] of xml.attributes) {
    const isQuoted = quotable.includes(name) && xml.name !== 'expression'
    if (isQuoted ? /\\(?:"|$)/.test(value) : /["'\\]/.test(value)) return value
  }
  for (const child of xml.children) {
    const found = quotedIn(child)
    if (found !== undefined) return found
  }
  return undefined
}
