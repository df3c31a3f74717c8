import type { Position } from '../diagnostics/diagnostic.js'
import { elementsOnPath, statusElementOnPath } from '../model/elements-on-path.js'
import type { Cluster } from '../model/index.js'
import type { Locator } from '../xml/position.js'

/** Finds the offset of an element of a cluster. */
export type Starts = Pick<ReadonlyMap<object, number>, 'get'>

/** Where the elements of a cluster are in the text that it was read from. */
interface Source {
  readonly starts: Starts
  readonly locate: Locator
}

const sources = new WeakMap<Cluster, Source>()

/** Remembers the offsets of a cluster's elements for `positionOf`, as long as the cluster lives. */
export function rememberPositions(cluster: Cluster, starts: Starts, locate: Locator): void {
  sources.set(cluster, { starts, locate })
}

/**
 * Where the element of a finding's path starts in the CIB that the cluster was read from, an attribute at its
 * element; undefined for a path that is not in the cluster, and for a cluster that was not read.
 */
export function positionOf(cluster: Cluster, path: string): Position | undefined {
  const source = sources.get(cluster)
  if (source === undefined) return undefined
  const { elements, isWhole } = elementsOnPath(cluster, path)
  const element = isWhole ? elements.at(-1) : statusElementOnPath(cluster, path)
  const start = element && source.starts.get(element)
  return start === undefined ? undefined : source.locate(start)
}

/** Where an element of a cluster, one of its status too, starts in the CIB that the cluster was read from. */
export function positionOfElement(cluster: Cluster, element: object): Position | undefined {
  const source = sources.get(cluster)
  const start = source?.starts.get(element)
  return start === undefined ? undefined : source?.locate(start)
}
