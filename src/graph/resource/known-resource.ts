import { nearest } from '../../diagnostics/nearest.js'
import type { Cluster } from '../../model/index.js'
import { type ResourceEntry, resourceIndex } from './resource-index.js'

/** The mistake of a caller who asks about a resource that the cluster does not have. */
export class UnknownResourceError extends Error {
  override readonly name = 'UnknownResourceError'

  /** The id that no resource has. */
  readonly id: string

  /** The most similar id of a resource, undefined where none is similar. */
  readonly suggestion: string | undefined

  constructor(id: string, suggestion: string | undefined) {
    const didYouMean = suggestion === undefined ? '' : ` (did you mean ${JSON.stringify(suggestion)}?)`
    super(`the cluster has no resource ${JSON.stringify(id)}${didYouMean}`)
    this.id = id
    this.suggestion = suggestion
  }
}

/** The resource of that id, wherever it is nested; throws `UnknownResourceError` where there is none. */
export function knownResource(cluster: Cluster, id: string): ResourceEntry {
  const index = resourceIndex(cluster)
  const entry = index.get(id)
  if (entry !== undefined) return entry
  throw new UnknownResourceError(id, nearestResource(cluster, id))
}

/** The most similar id of a resource, undefined where none is similar. */
export function nearestResource(cluster: Cluster, id: string): string | undefined {
  const ids = [...resourceIndex(cluster).entries].map((known) => known.id)
  return nearest(id, ids)
}
