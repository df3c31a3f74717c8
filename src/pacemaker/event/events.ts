import { type Cluster, isPromotable, primitivesOf, type Resource, resourcesOf } from '../../model/index.js'
import type { ClusterStatus } from '../cluster-status.js'
import { type Event, isDisabled } from './event.js'
import { type NodeEventOptions, nodeEvents } from './node-events.js'
import { nodesOfSubject, subjectOf } from './subject.js'

/** Every event: combinations of nodes first, then single failures, standby, moves, restarts, what is disabled, and the stop of all. */
export function eventsFor(
  cluster: Cluster,
  status: ClusterStatus,
  options: NodeEventOptions,
): readonly Event[] {
  const { classes } = options
  const classOf = (node: string) => classes.find((like) => like.includes(node))?.[0] ?? node
  const resources = resourcesOf(cluster).filter(({ element }) => element !== 'template')
  const instances = status.active.filter(({ id }) => isConfigured(cluster, id))
  const likeInstances = grouped(instances, ({ id, node, role }) => [id, role, classOf(node)].join('\n'))
  const possible = resources.flatMap(withMembers).filter((resource) => !isDisabled(resource))
  return [
    ...nodeEvents(cluster, options),
    ...likeInstances.map(([failing, count]) => ({
      kind: 'failure' as const,
      words: `"${failing.id}" fails once on "${failing.node}"`,
      failing,
      count,
    })),
    ...likeInstances.map(([{ id, node }, count]) => ({
      kind: 'failure-for-good' as const,
      words: `"${id}" has failed for good on "${node}"`,
      changes: { failed: { [node]: [id] } },
      count,
    })),
    ...resources.flatMap(({ id }) => failuresEverywhere(cluster, id, status)),
    ...classes.map((like) => ({
      kind: 'standby' as const,
      words: `"${like[0]}" is in standby`,
      changes: { standby: like.slice(0, 1) },
      count: like.length,
    })),
    ...resources.flatMap((resource) => moves(cluster, resource, status)),
    ...resources.map(({ id }) => ({ kind: 'restart' as const, words: `"${id}" is restarted`, id, count: 1 })),
    ...possible.map(({ id }) => ({ kind: 'disable' as const, words: `"${id}" is disabled`, id, count: 1 })),
    { kind: 'stop-all', words: 'all resources are stopped', count: 1 },
  ]
}

/** The first of each kind, with how many there are of it. */
function grouped<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): readonly (readonly [Item, number])[] {
  const found = new Map<string, [Item, number]>()
  for (const item of items) {
    const known = found.get(keyOf(item))
    if (known === undefined) found.set(keyOf(item), [item, 1])
    else known[1] += 1
  }
  return [...found.values()]
}

/** What a resource runs has failed for good on every node, as after an upgrade that went wrong. */
function failuresEverywhere(
  cluster: Cluster,
  id: string,
  { online, active }: ClusterStatus,
): readonly Event[] {
  const { agents, bundle } = subjectOf(cluster, id)
  const running = agents.filter((agent) => active.some((each) => each.id === agent))
  const failing =
    bundle === undefined ? running.map((agent) => [agent, [agent]] as const) : [[id, agents] as const]
  return failing.map(([name, failed]) => ({
    kind: 'failure-everywhere' as const,
    words: `"${name}" has failed for good on all nodes`,
    changes: { failed: Object.fromEntries(online.map((node) => [node, failed])) },
    count: 1,
  }))
}

/** What runs in one place, or is promoted in one, is moved away from there, as `pcs resource move` does. */
function moves(cluster: Cluster, resource: Resource, status: ClusterStatus): readonly Event[] {
  const role = isPromotable(resource) ? ('Promoted' as const) : undefined
  const nodes = nodesOfSubject(subjectOf(cluster, resource.id), status, role)
  const [from] = nodes
  if (from === undefined || (role === undefined && isCloned(resource))) return []
  const words =
    role === undefined ? `"${resource.id}" is moved` : `the role Promoted of "${resource.id}" is moved`
  return [
    {
      kind: 'move' as const,
      words: `${words} away from "${from}"`,
      id: resource.id,
      away: { node: from, ...(role && { role }) },
      count: 1,
    },
  ]
}

function isCloned({ element }: Resource): boolean {
  return element === 'clone' || element === 'master' || element === 'bundle'
}

function withMembers(resource: Resource): readonly Resource[] {
  return resource.element === 'group' ? [resource, ...resource.members] : [resource]
}

/** True for what the configuration has: Pacemaker adds addresses and connections of a bundle. */
function isConfigured(cluster: Cluster, id: string): boolean {
  return resourcesOf(cluster).some(
    (resource) =>
      primitivesOf(resource).some((primitive) => primitive.id === id) ||
      (resource.element === 'bundle' && subjectOf(cluster, resource.id).agents.includes(id)),
  )
}
