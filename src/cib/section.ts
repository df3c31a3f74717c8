import type { XmlElement } from '../xml/element.js'
import { validateXml } from './validate/validate.js'

/** The sections that every configuration has, and those that it may have. */
const required = ['crm_config', 'nodes', 'resources', 'constraints']
const optional = ['fencing-topology', 'acls', 'tags', 'alerts', 'rsc_defaults', 'op_defaults']

/** The newest of each major version; the DSL writes for the first. */
const schemas = ['pacemaker-3.9', 'pacemaker-4.0', 'pacemaker-2.10', 'pacemaker-1.3']

/** True for the root of `cibadmin --query --scope constraints`. */
export function isSection({ name }: Pick<XmlElement, 'name'>): boolean {
  return required.includes(name) || optional.includes(name)
}

/** The CIB around a section or a whole configuration, all else in it empty; undefined for other roots. */
export function cibAround(root: XmlElement): XmlElement | undefined {
  if (root.name !== 'configuration' && !isSection(root)) return undefined
  const around = schemas.map((schema) => cib(configurationOf(root), schema))
  return (
    around.find((each) => validateXml(each).every(({ code }) => code === 'unknown-reference')) ?? around[0]
  )
}

function configurationOf(root: XmlElement): XmlElement {
  if (root.name === 'configuration') return root
  const empty = required.filter((name) => name !== root.name).map((name) => element(name, root, []))
  return element('configuration', root, [...empty, root])
}

function cib(configuration: XmlElement, schema: string): XmlElement {
  const children = [configuration, element('status', configuration, [])]
  const attributes = { 'validate-with': schema, admin_epoch: '0', epoch: '0', num_updates: '0' }
  return { ...element('cib', configuration, children), attributes: Object.entries(attributes) }
}

/** An element that the document does not have, at the place of one that it has. */
function element(name: string, { start, end }: XmlElement, children: readonly XmlElement[]): XmlElement {
  return { name, attributes: [], children, start, end }
}
