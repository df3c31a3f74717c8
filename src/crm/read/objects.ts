import type { RawElement } from '../../model/index.js'
import { parseXml } from '../../xml/parse.js'
import { wordsOf } from '../words.js'
import { readRole, readTarget } from './acls.js'
import { readColocation, readLocation, readOrder, readTicket } from './constraints.js'
import { CrmSyntaxError, Cursor, type Draft, draft } from './cursor.js'
import { readBundle, readClone, readGroup, readPrimitive } from './resources.js'
import { readAlert, readNode, readProperties, readTag, readTopology } from './settings.js'

type Reader = (cursor: Cursor, nodes: readonly string[]) => Draft

/** The ids of sets that the text gives none. */
const defaultSets = {
  property: 'cib-bootstrap-options',
  rsc_defaults: 'rsc-options',
  op_defaults: 'op-options',
}

const readers: Readonly<Record<string, Reader>> = {
  node: readNode,
  primitive: (cursor) => readPrimitive(cursor, 'primitive'),
  rsc_template: (cursor) => readPrimitive(cursor, 'template'),
  group: readGroup,
  clone: (cursor) => readClone(cursor, 'clone'),
  ms: (cursor) => readClone(cursor, 'master'),
  master: (cursor) => readClone(cursor, 'master'),
  bundle: readBundle,
  location: readLocation,
  colocation: readColocation,
  collocation: readColocation,
  order: readOrder,
  rsc_ticket: readTicket,
  property: (cursor) => readProperties(cursor, 'cluster_property_set', defaultSets.property),
  rsc_defaults: (cursor) => readDefaults(cursor, 'rsc_defaults'),
  op_defaults: (cursor) => readDefaults(cursor, 'op_defaults'),
  fencing_topology: readTopology,
  'fencing-topology': readTopology,
  tag: readTag,
  alert: readAlert,
  role: readRole,
  acl_target: (cursor) => readTarget(cursor, 'acl_target'),
  acl_group: (cursor) => readTarget(cursor, 'acl_group'),
}

/** The words that an object may begin with. */
export const keywords: readonly string[] = [...Object.keys(readers), 'xml']

function readDefaults(cursor: Cursor, element: 'rsc_defaults' | 'op_defaults'): Draft {
  const defaults = draft(element)
  defaults.children.push(readProperties(cursor, 'meta_attributes', defaultSets[element]))
  return defaults
}

/** The element that an object of the text is; throws `CrmSyntaxError`. `nodes` are the names of those before it. */
export function readObject(text: string, nodes: readonly string[]): Draft {
  if (/^xml\s/i.test(text)) return readXml(text.slice(3).trim().split(/\s+/).join(' '))
  const words = wordsOf(text)
  if (words === undefined) throw new CrmSyntaxError('a quotation that does not end')
  const [keyword = '', ...rest] = words
  const reader = Object.hasOwn(readers, keyword.toLowerCase()) ? readers[keyword.toLowerCase()] : undefined
  if (reader === undefined) throw new CrmSyntaxError(`${JSON.stringify(keyword)} at the start of an object`)
  const cursor = new Cursor(rest)
  const object = reader(cursor, nodes)
  if (cursor.left > 0) cursor.fail('the end')
  return object
}

function readXml(xml: string): Draft {
  const { output, diagnostics } = parseXml(xml)
  if (output === undefined) throw new CrmSyntaxError(diagnostics[0]?.message ?? 'no XML')
  return draftOf(output)
}

/** A copy that can be changed. */
export function draftOf({ name, attributes, children, text }: RawElement): Draft {
  return {
    name,
    attributes: attributes.map(([key, value]) => [key, value]),
    children: children.map(draftOf),
    ...(text === undefined ? {} : { text }),
  }
}
