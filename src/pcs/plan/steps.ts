import { agentOf, type CibElement } from '../../model/index.js'
import { cibadmin, type ScriptStep } from '../command/command.js'
import type { ConvertedItem } from './convert.js'
import { configurationXml } from './fragment.js'

/** The items as steps: neighbours of one title are one step, and neighbours that need cibadmin one call of it. */
export function stepsOf(items: readonly ConvertedItem[]): readonly ScriptStep[] {
  const steps: ScriptStep[] = []
  for (let at = 0; at < items.length; ) {
    const { isXml, fragment } = items[at] as ConvertedItem
    const title = titleOf(fragment.element)
    const isSame = (other: ConvertedItem) =>
      other.isXml === isXml && (isXml || titleOf(other.fragment.element) === title)
    let end = at + 1
    while (end < items.length && isSame(items[end] as ConvertedItem)) end++
    const run = items.slice(at, end)
    steps.push(isXml ? xmlStep(run) : commandStep(title, run))
    at = end
  }
  return steps
}

function commandStep(title: string, items: readonly ConvertedItem[]): ScriptStep {
  return {
    title,
    remarks: items.flatMap(({ remarks }) => remarks),
    commands: items.flatMap(({ commands }) => commands),
  }
}

function xmlStep(items: readonly ConvertedItem[]): ScriptStep {
  const titles = new Set(items.map(({ fragment }) => titleOf(fragment.element)))
  return {
    title: `By cibadmin: ${[...titles].join('; ')}`,
    remarks: [...new Set(items.flatMap(({ remarks }) => remarks))],
    commands: [
      ...items.flatMap(({ commands }) => commands),
      cibadmin(configurationXml(items.map(({ fragment }) => fragment))),
    ],
  }
}

const titles: Readonly<Partial<Record<CibElement['element'], string>>> = {
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

/** The title of an element's commands: a resource has its own, constraints share one. */
function titleOf(element: CibElement): string {
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
      return titles[element.element] ?? element.element
  }
}
