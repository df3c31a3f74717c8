import { attributeOf, type Draft, draft } from './cursor.js'
import { giveIds } from './ids.js'
import { referenceName } from './resources.js'

/** The elements of the configuration in the order in which crmsh creates them: what others refer to first. */
const ranks: readonly (readonly string[])[] = [
  ['node'],
  ['template'],
  ['primitive'],
  ['bundle'],
  ['group'],
  ['master'],
  ['clone'],
  ['tag'],
  ['rsc_location', 'rsc_colocation', 'rsc_order'],
  ['rsc_ticket', 'fencing-topology'],
  ['cluster_property_set'],
  ['rsc_defaults'],
  ['op_defaults'],
  ['acl_role'],
  ['acl_target', 'acl_group'],
  ['alert'],
]

const sections: Readonly<Record<string, string>> = {
  cluster_property_set: 'crm_config',
  node: 'nodes',
  tag: 'tags',
  alert: 'alerts',
  acl_role: 'acls',
  acl_target: 'acls',
  acl_group: 'acls',
}

/** The objects in the order in which crmsh creates them. */
export function sortObjects(objects: readonly Draft[]): readonly Draft[] {
  const rank = ({ name }: Draft) => {
    const at = ranks.findIndex((names) => names.includes(name))
    return at === -1 ? ranks.length : at
  }
  return [...objects].sort((one, other) => rank(one) - rank(other))
}

/** The `<configuration>` of these objects, ids and members filled in; `missing` gets each reference to none of them. */
export function configurationOf(
  objects: readonly Draft[],
  missing: (group: Draft, id: string) => void,
): Draft {
  const names = [
    'crm_config',
    'nodes',
    'resources',
    'constraints',
    'fencing-topology',
    'acls',
    'tags',
    'alerts',
  ]
  const bySection = new Map([...names, 'rsc_defaults', 'op_defaults'].map((name) => [name, draft(name)]))
  const resources = new Map<string, Draft>()
  const used = new Set<string>()
  for (const object of sortObjects(objects)) {
    giveIds(object, used)
    // XML has the resources that a container contains, which are objects of their own too.
    for (const child of object.children)
      if (isResource(child.name)) resources.delete(attributeOf(child, 'id') ?? '')
    for (const [at, child] of object.children.entries()) {
      if (child.name !== referenceName) continue
      const id = attributeOf(child, 'id') ?? ''
      const member = resources.get(id)
      resources.delete(id)
      if (member === undefined) missing(object, id)
      else object.children[at] = member
    }
    object.children.splice(
      0,
      object.children.length,
      ...object.children.filter(({ name }) => name !== referenceName),
    )
    const id = attributeOf(object, 'id')
    const whole = bySection.get(object.name)
    const section = sections[object.name] ?? 'constraints'
    if (whole !== undefined) whole.children.push(...object.children)
    else if (isResource(object.name) && id !== undefined) resources.set(id, object)
    else bySection.get(section)?.children.push(object)
  }
  bySection.get('resources')?.children.push(...resources.values())
  const configuration = draft('configuration')
  for (const section of bySection.values()) {
    const isRequired = ['crm_config', 'nodes', 'resources', 'constraints'].includes(section.name)
    if (isRequired || section.children.length > 0) configuration.children.push(section)
  }
  return configuration
}

/** True for what is in `<resources>`. */
export function isResource(name: string): boolean {
  return ['template', 'primitive', 'bundle', 'group', 'master', 'clone'].includes(name)
}
