import type { Position } from '../diagnostics/diagnostic.js'
import { type CibElement, type Cluster, childrenOf } from '../model/index.js'
import { pathStep } from '../model/walk.js'
import type { Locator } from '../xml/position.js'

/** Where the elements of a cluster are in the text that it was read from. */
interface Source {
  readonly starts: ReadonlyMap<object, number>
  readonly locate: Locator
  /** The children of an element by their step in a path, computed on demand. */
  readonly children: Map<CibElement, ReadonlyMap<string, CibElement>>
}

const sources = new WeakMap<Cluster, Source>()

/** Remembers the offsets of a cluster's elements for `positionOf`, as long as the cluster lives. */
export function rememberPositions(
  cluster: Cluster,
  starts: ReadonlyMap<object, number>,
  locate: Locator,
): void {
  sources.set(cluster, { starts, locate, children: new Map() })
}

const step = /\/([^/[\]@]+(?:\[@id="[^"]*"\]|\[@id='[^']*'\]|\[\d+\])?)/gy

/**
 * Where the element of a finding's path starts in the CIB that the cluster was read from, an attribute at its
 * element; undefined for a path that is not in the cluster, and for a cluster that was not read.
 */
export function positionOf(cluster: Cluster, path: string): Position | undefined {
  const source = sources.get(cluster)
  if (source === undefined) return undefined
  const [root, ...steps] = [...path.matchAll(step)].map(([, name = '']) => name)
  let at: CibElement | undefined = root === cluster.element ? cluster : undefined
  for (const name of steps) at = at && childrenByStep(at, source).get(name)
  const start = at && source.starts.get(at)
  return start === undefined ? undefined : source.locate(start)
}

/** Of elements that share an id, the first. */
function childrenByStep(parent: CibElement, { children }: Source): ReadonlyMap<string, CibElement> {
  const known = children.get(parent)
  if (known !== undefined) return known
  const computed = new Map<string, CibElement>()
  const counts = new Map<string, number>()
  for (const child of childrenOf(parent)) {
    const count = (counts.get(child.element) ?? 0) + 1
    counts.set(child.element, count)
    const name = pathStep(child.element, 'id' in child ? child.id : undefined, count)
    if (!computed.has(name)) computed.set(name, child)
  }
  children.set(parent, computed)
  return computed
}
