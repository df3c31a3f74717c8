import { failure, type Result } from '../diagnostics/diagnostic.js'
import {
  type CibElement,
  type Cluster,
  childrenOf,
  type ElementBase,
  type RawElement,
} from '../model/index.js'
import { limits } from '../xml/limits.js'
import { writeXml } from '../xml/write.js'
import { layoutOf } from './layout.js'
import { inOrder } from './order.js'
import { translate } from './translate/translate.js'

/** How a CIB is written. */
export interface WriteOptions {
  /** The schema to write for, as `pacemaker-4.0`; without it the CIB keeps the one that it names. */
  readonly schema?: string
}

/**
 * The CIB as XML. Attributes come in the order of the schema, children in the order in which they
 * were read, else in the order of the schema. What XML cannot carry (a control character, half a
 * surrogate pair) or the schema that was asked for cannot say is an error with its path, and then
 * there is no output; what changes its name in that schema is told.
 *
 * CIB element: `<cib>`; loads with `cibadmin --replace --xml-file` or `pcs cluster cib-push`.
 */
export function writeCib(cluster: Cluster, { schema }: WriteOptions = {}): Result<string> {
  const xml = toXml(cluster)
  if (schema === undefined) return writeXml(xml)
  const { output, diagnostics } = translate(xml, schema)
  if (output === undefined) return failure(diagnostics)
  const written = writeXml(output)
  return { ...written, diagnostics: [...diagnostics, ...written.diagnostics] }
}

/** The element as plain XML; what is deeper than XML may be is left to `writeXml` to report. */
export function toXml(element: CibElement, depth = 1): RawElement {
  const fields = element as unknown as Readonly<Record<string, unknown>>
  const known = [...layoutOf(element.element).fields].flatMap(([name, field]) => {
    const value = fields[field]
    return value === undefined ? [] : [[name, String(value)] as const]
  })
  const { attributes = [], elements = [], order, ...rest } = (element as ElementBase).extra ?? {}
  const children = depth > limits.depth ? [] : childrenOf(element).map((child) => toXml(child, depth + 1))
  if (element.element === 'cib' && element.status !== undefined) children.push(element.status)
  return {
    name: element.element,
    attributes: [...known, ...attributes],
    children: order === undefined ? [...children, ...elements] : inOrder(children, elements, order),
    ...rest,
  }
}
