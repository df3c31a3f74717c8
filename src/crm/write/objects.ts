import type { RawElement } from '../../model/index.js'
import { isResource, sortObjects } from '../read/configuration.js'
import { type Draft, draft } from '../read/cursor.js'
import { draftOf } from '../read/objects.js'
import { referenceName } from '../read/resources.js'
import { colocationWords, locationWords, orderWords, ticketWords } from './constraints.js'
import { collectiveWords, type Groups, primitiveWords } from './resources.js'
import {
  alertWords,
  nodeWords,
  propertyWords,
  roleWords,
  tagWords,
  targetWords,
  topologyWords,
} from './settings.js'

/** An element that is an object of a configuration. */
export interface CrmObject {
  readonly xml: RawElement
  /** With references in place of the resources in it. */
  readonly flat: Draft
  readonly section: string
  /** The resources in it: objects of their own, also where it is XML and contains them. */
  readonly members: readonly CrmObject[]
}

const writers: Readonly<Record<string, (element: RawElement) => Groups>> = {
  node: nodeWords,
  primitive: primitiveWords,
  template: primitiveWords,
  group: collectiveWords,
  clone: collectiveWords,
  master: collectiveWords,
  rsc_location: locationWords,
  rsc_colocation: colocationWords,
  rsc_order: orderWords,
  rsc_ticket: ticketWords,
  cluster_property_set: (set) => propertyWords('property', set),
  rsc_defaults: ({ children: [set] }) => (set === undefined ? [] : propertyWords('rsc_defaults', set)),
  op_defaults: ({ children: [set] }) => (set === undefined ? [] : propertyWords('op_defaults', set)),
  'fencing-topology': topologyWords,
  tag: tagWords,
  acl_role: roleWords,
  acl_target: targetWords,
  acl_group: targetWords,
  alert: alertWords,
}

/** Elements that are always XML: crmsh reads no words for all that they have. */
const onlyXml: readonly string[] = ['bundle']

/** True for an element that can be an object, in words or as XML. */
export function isObject({ name }: RawElement): boolean {
  return Object.hasOwn(writers, name) || onlyXml.includes(name)
}

/** The words of an object; undefined where crmsh has none for it. */
export function objectWords({ xml }: CrmObject): Groups | undefined {
  return Object.hasOwn(writers, xml.name) ? writers[xml.name]?.(xml) : undefined
}

/** The objects of a section, resources inside of others before those. */
export function objectsOf(section: RawElement): readonly CrmObject[] {
  if (section.name === 'fencing-topology')
    return section.children.length === 0 ? [] : [objectOf(section, section.name)]
  if (section.name === 'rsc_defaults' || section.name === 'op_defaults') {
    return section.children
      .filter(({ name }) => name === 'meta_attributes')
      .map((set) => objectOf({ name: section.name, attributes: [], children: [set] }, section.name))
  }
  return section.children.filter(isObject).map((child) => objectOf(child, section.name))
}

function objectOf(xml: RawElement, section: string): CrmObject {
  const isContainer = ['group', 'clone', 'master', 'bundle'].includes(xml.name)
  const members = isContainer ? xml.children.filter(({ name }) => isResource(name)) : []
  const flat = draftOf(xml)
  if (isContainer) {
    const sets = flat.children.filter(({ name }) => !isResource(name))
    const references = members.map(({ attributes }) =>
      draft(referenceName, { id: attributes.find(([name]) => name === 'id')?.[1] }),
    )
    flat.children.splice(0, flat.children.length, ...sets, ...references)
  }
  return { xml, flat, section, members: members.map((member) => objectOf(member, section)) }
}

/** The objects in the order in which crmsh creates them. */
export function inCreationOrder(objects: readonly CrmObject[]): readonly CrmObject[] {
  const byFlat = new Map(objects.map((object) => [object.flat, object]))
  return sortObjects([...byFlat.keys()]).flatMap((flat) => byFlat.get(flat) ?? [])
}
