import { allNodes } from '../../graph/location/nodes.js'
import { resourceIndex } from '../../graph/resource/resource-index.js'
import { type Cluster, type ClusterNode, nodesOf } from '../../model/index.js'
import type { Box } from '../parts/boxes.js'
import type { End } from '../parts/lines.js'

/** The boxes of nodes, and of rules that select nodes; each is made when it is first named. */
export interface NodeBoxes {
  readonly node: (name: string) => End
  readonly rule: (words: string) => End
  /** Makes a box for each node of the cluster. */
  readonly addAll: () => void
  /** All that were made, in the order of the cluster's nodes, rules last. */
  readonly boxes: () => readonly Box[]
}

/** No boxes yet. Node names are compared as Pacemaker does, whatever their case. */
export function nodeBoxes(cluster: Cluster): NodeBoxes {
  const byName = new Map(nodesOf(cluster).map((node) => [node.uname?.toLowerCase(), node]))
  const names = allNodes(resourceIndex(cluster))
    .filter(({ name, host }) => host !== undefined || byName.has(name.toLowerCase()))
    .map(({ name }) => name)
  const known = new Map(names.map((name, at) => [name.toLowerCase(), { name, key: `n${at}` }]))
  const made = new Map<string, Box>()
  const add = (key: string, box: Omit<Box, 'key' | 'inside' | 'members'>): End => {
    if (!made.has(key)) made.set(key, { key, ...box, inside: [], members: [] })
    return { key }
  }
  const missing = new Map<string, string>()
  const rules = new Map<string, string>()
  const keyIn = (keys: Map<string, string>, text: string, prefix: string) => {
    const key = keys.get(text) ?? `${prefix}${keys.size}`
    keys.set(text, key)
    return key
  }
  const node = (name: string): End => {
    const found = known.get(name.toLowerCase())
    if (found === undefined) return add(keyIn(missing, name, 'm'), { id: name, kind: 'missing' })
    const badge = badgeOf(byName.get(name.toLowerCase()))
    return add(found.key, { id: found.name, kind: 'node', ...(badge === '' ? {} : { badge }) })
  }
  return {
    node,
    rule: (words) => add(keyIn(rules, words, 'r'), { id: words, kind: 'rule' }),
    addAll: () => names.forEach(node),
    boxes: () => [...made.values()],
  }
}

/** The attributes and utilization of a node: `rack=1, cpu=8`. */
function badgeOf(node: ClusterNode | undefined): string {
  const sets = [...(node?.instanceAttributes ?? []), ...(node?.utilization ?? [])]
  return sets
    .flatMap(({ nvpairs }) => nvpairs)
    .map(({ name = '', value = '' }) => `${name}=${value}`)
    .join(', ')
}
