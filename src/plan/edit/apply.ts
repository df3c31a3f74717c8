import { type CibElement, type Cluster, type Configuration, type Nvpair, nodesOf } from '../../model/index.js'
import { isClusterOwned } from '../../pcs/element/settings.js'
import type { ItemEdit } from './edit.js'
import { groupBy } from './group-by.js'
import type { ItemMove } from './restore-order.js'

const fields: Readonly<Record<string, keyof Configuration>> = {
  crm_config: 'crmConfig',
  nodes: 'nodes',
  rsc_defaults: 'rscDefaults',
  op_defaults: 'opDefaults',
  resources: 'resources',
  tags: 'tags',
  constraints: 'constraints',
  'fencing-topology': 'fencingTopology',
  acls: 'acls',
  alerts: 'alerts',
}

/** The field of the configuration that has the section of this name. */
export function fieldOf(section: string): keyof Configuration {
  return fields[section] as keyof Configuration
}

/** The cluster after these edits; what is new comes last in its section. */
export function applyEdits(cluster: Cluster, edits: readonly ItemEdit[]): Cluster {
  const bySection = groupBy(edits, ({ section }) => section.name)
  const configuration: Record<string, unknown> = { ...cluster.configuration }
  for (const [name, list] of bySection) {
    const field = fieldOf(name)
    const section = (configuration[field] ?? { element: name, items: [] }) as {
      readonly items: readonly CibElement[]
    }
    configuration[field] = {
      ...section,
      items: name === 'nodes' ? editedNodes(cluster, list) : edited(section.items, list),
    }
  }
  return { ...cluster, configuration: configuration as unknown as Configuration }
}

/** The cluster after a step. */
export function afterStep(
  cluster: Cluster,
  { edits, moves }: { readonly edits: readonly ItemEdit[]; readonly moves: readonly ItemMove[] },
): Cluster {
  const changed = applyEdits(cluster, edits)
  const configuration: Record<string, unknown> = { ...changed.configuration }
  for (const [{ name }, list] of groupBy(moves, ({ section }) => section)) {
    const section = configuration[fieldOf(name)] as { readonly items: readonly CibElement[] }
    const items = [...section.items]
    for (const { id, previous } of list) {
      const now = items.findIndex((item) => idOf(item) === id)
      if (now < 0) continue
      const moved = items.splice(now, 1)
      const before = previous === undefined ? -1 : items.findIndex((item) => idOf(item) === previous)
      items.splice(previous === undefined || before >= 0 ? before + 1 : now, 0, ...moved)
    }
    configuration[fieldOf(name)] = { ...section, items }
  }
  return { ...changed, configuration: configuration as unknown as Configuration }
}

function edited(items: readonly CibElement[], edits: readonly ItemEdit[]): readonly CibElement[] {
  let list = [...items]
  for (const { before, after } of edits) {
    const id = idOf(before ?? after)
    // A set of nothing but what the cluster maintains by itself is there without being an item that edits know.
    const isThere = list.some((item) => idOf(item) === id)
    if (before === undefined && after !== undefined && !isThere) list.push(after)
    else list = list.flatMap((item) => (idOf(item) === id ? merged(item, after) : [item]))
  }
  return list
}

/** What the cluster maintains by itself stays. */
function merged(item: CibElement, after: CibElement | undefined): readonly CibElement[] {
  const owned: readonly Nvpair[] =
    item.element === 'cluster_property_set' ? item.nvpairs.filter(isClusterOwned) : []
  if (after?.element === 'cluster_property_set') return [{ ...after, nvpairs: [...owned, ...after.nvpairs] }]
  if (after !== undefined) return [after]
  return item.element === 'cluster_property_set' && owned.length > 0 ? [{ ...item, nvpairs: owned }] : []
}

function editedNodes(cluster: Cluster, edits: readonly ItemEdit[]): readonly CibElement[] {
  return nodesOf(cluster).map((node) => {
    const edit = edits.find(({ id }) => id === node.uname)
    if (edit === undefined) return node
    const { instanceAttributes = [], utilization = [] } = edit.after?.element === 'node' ? edit.after : {}
    return { ...node, instanceAttributes, utilization }
  })
}

function idOf(item: CibElement | undefined): string | undefined {
  return item !== undefined && 'id' in item ? item.id : undefined
}
