import { agentOf, type CibElement } from '../../model/index.js'

const sections: Readonly<Partial<Record<CibElement['element'], string>>> = {
  cluster_property_set: 'Cluster properties',
  meta_attributes: 'Defaults',
  node: 'Nodes',
  rsc_order: 'Orders',
  rsc_colocation: 'Colocations',
  rsc_location: 'Locations',
  rsc_ticket: 'Tickets',
  'fencing-level': 'Fencing levels',
  tag: 'Tags',
  acl_role: 'ACLs',
  acl_target: 'ACLs',
  acl_group: 'ACLs',
  alert: 'Alerts',
}

/** The heading of an element's commands: a resource has its own, constraints share one. */
export function titleOf(element: CibElement): string {
  switch (element.element) {
    case 'primitive':
    case 'template':
      return `${element.id}: ${agentOf(element)}`
    case 'group':
      return `${element.id}: group of ${element.members.map(({ id }) => id).join(', ')}`
    case 'clone':
    case 'master':
      return `${element.id}: clone of ${titleOf(element.resource)}`
    case 'bundle': {
      const inside = element.primitive === undefined ? '' : ` with ${titleOf(element.primitive)}`
      return `${element.id}: bundle of ${element.container.image ?? element.container.element}${inside}`
    }
    default:
      return sections[element.element] ?? element.element
  }
}
