import { lookUp, type OptionFacts, type Table } from './facts.js'
import { metadata } from './metadata.generated.js'

/** What has meta attributes: a kind of resource, or `operation`. */
export type MetaOwner = 'primitive' | 'template' | 'group' | 'clone' | 'master' | 'bundle'

const boolean = { type: 'boolean' } as const
const number = { type: 'nonnegative_integer' } as const

/** What any resource may have: what is inside inherits it. */
const anyResource: Table = {
  ...(metadata.primitive as Table),
  'target-role': {
    ...metadata.primitive['target-role'],
    values: ['Stopped', 'Started', 'Unpromoted', 'Promoted', 'Slave', 'Master'],
  },
  'allow-unhealthy-nodes': { ...metadata.primitive['allow-unhealthy-nodes'], since: '2.1.3' },
  container: { type: 'string' },
  critical: { ...metadata.primitive.critical, since: '2.1.0' },
  'restart-type': { type: 'select', values: ['ignore', 'restart'], deprecated: true, until: '3.0.0' },
}

const primitiveOnly: Table = {
  provides: { type: 'select', values: ['unfencing'], deprecated: true },
}

const groupOnly: Table = {
  ordered: { ...boolean, default: 'true', deprecated: true },
  collocated: { ...boolean, default: 'true', deprecated: true },
}

const cloneOnly: Table = {
  'clone-max': number,
  'clone-node-max': { ...number, default: '1' },
  'clone-min': { ...number, default: '0' },
  'globally-unique': boolean,
  interleave: { ...boolean, default: 'false' },
  notify: { ...boolean, default: 'false' },
  ordered: { ...boolean, default: 'false' },
  promotable: { ...boolean, default: 'false' },
  'promoted-max': { ...number, default: '1', since: '2.0.0' },
  'promoted-node-max': { ...number, default: '1', since: '2.0.0' },
  'master-max': { ...number, renamed: 'promoted-max', renamedIn: '2.0.0', deprecated: true },
  'master-node-max': { ...number, renamed: 'promoted-node-max', renamedIn: '2.0.0', deprecated: true },
}

/** The table of each kind; the versions of metadata.generated are those that list meta attributes, not those that know them. */
const tables: Readonly<Record<MetaOwner, Table>> = {
  primitive: { ...anyResource, ...primitiveOnly },
  template: { ...anyResource, ...primitiveOnly },
  group: { ...anyResource, ...groupOnly },
  clone: { ...anyResource, ...cloneOnly },
  master: { ...anyResource, ...cloneOnly },
  bundle: { ...anyResource, ...cloneOnly },
}

/** What any kind of resource knows: what may be in `rsc_defaults`. */
const everyTable: Table = { ...cloneOnly, ...groupOnly, ...primitiveOnly, ...anyResource }

/** What Pacemaker knows of a meta attribute of that kind of resource, of any where `owner` is undefined. */
export function metaAttribute(name: string, owner?: MetaOwner): OptionFacts | undefined {
  return lookUp(owner === undefined ? everyTable : tables[owner], name)
}

/** The names of the meta attributes of a kind of resource, of all where it is undefined. */
export function metaAttributeNames(owner?: MetaOwner): readonly string[] {
  return Object.keys(owner === undefined ? everyTable : tables[owner])
}
