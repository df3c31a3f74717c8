import { type Cluster, type EventQuestion, nodesOf, type PlacementQuestion } from '../../model/index.js'
import type { ClusterStatus } from '../cluster-status.js'

/**
 * The nodes that are online, in classes that the configuration, the policies and what runs on them cannot distinguish.
 * Where nodes are equal for a resource, Pacemaker takes the first by name, so that those of a class follow each other by
 * name and in the CIB: any of them represents the others.
 */
export function nodeClasses(
  cluster: Cluster,
  status: ClusterStatus,
  questions: readonly (PlacementQuestion | EventQuestion)[],
): readonly (readonly string[])[] {
  const nodes = nodesOf(cluster).flatMap(({ uname = '' }) => (status.online.includes(uname) ? [uname] : []))
  const mentions = mentionsIn(cluster, questions, nodes)
  const texts = new Map(
    nodes.map((node) => {
      const running = status.active
        .filter((each) => each.node === node)
        .map(({ id, role }) => `${id} ${role}`)
      return [node, JSON.stringify([mentions(node), running.sort()])]
    }),
  )
  const inCib = runsOf(nodes, texts)
  const byName = runsOf([...nodes].sort(), texts)
  const classes = new Map<string, string[]>()
  for (const node of nodes) {
    const key = `${inCib.get(node)} ${byName.get(node)}`
    const others = classes.get(key)
    if (others === undefined) classes.set(key, [node])
    else others.push(node)
  }
  return [...classes.values()].map((like) => like.sort())
}

/** A number for each node, the same for those of one text that follow each other. */
function runsOf(nodes: readonly string[], texts: ReadonlyMap<string, string>): ReadonlyMap<string, number> {
  let run = 0
  return new Map(
    nodes.map((node, at) => {
      if (at > 0 && texts.get(node) !== texts.get(nodes[at - 1] as string)) run += 1
      return [node, run]
    }),
  )
}

/** What mentions a node, with its name replaced. */
function mentionsIn(
  { configuration }: Cluster,
  questions: readonly (PlacementQuestion | EventQuestion)[],
  nodes: readonly string[],
): (node: string) => string {
  const { resources, constraints, tags, fencingTopology } = configuration
  const items: readonly unknown[] = [
    ...(configuration.nodes?.items ?? []),
    ...(resources?.items ?? []),
    ...(constraints?.items ?? []),
    ...(tags?.items ?? []),
    ...(fencingTopology?.items ?? []),
    ...questions,
  ]
  const texts = items.map((item) => JSON.stringify(item, withoutOwnIds))
  return (node) => {
    const word = new RegExp(`(?<![\\w.-])${node.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}(?![\\w.-])`, 'g')
    return texts
      .filter((text) => text.search(word) >= 0)
      .map((text) => withLists(text.replace(word, '*'), nodes))
      .sort()
      .join('\n')
  }
}

/** In a list of nodes, all have the same position. */
function withLists(text: string, nodes: readonly string[]): string {
  return text.replace(/"value":"([^"]*)"/g, (whole, value: string) => {
    const words = value.split(/([\s,;]+)/)
    if (!words.includes('*')) return whole
    return JSON.stringify([...new Set(words.map((word) => (nodes.includes(word) ? '*' : word)))])
  })
}

/** What is named by its id elsewhere; other ids distinguish nothing. */
const named = new Set([
  'primitive',
  'group',
  'clone',
  'master',
  'bundle',
  'template',
  'resource_ref',
  'obj_ref',
  'tag',
])

/** Leaves out the ids of what nothing refers to, and those of nodes. */
function withoutOwnIds(this: unknown, key: string, value: unknown): unknown {
  const { element } = this as Readonly<Record<string, unknown>>
  return key === 'id' && !named.has(String(element)) ? undefined : value
}
