import { quote } from '../../diagnostics/quote.js'
import { knownResource } from '../../graph/resource/known-resource.js'
import { type ResourceEntry, resourceIndex } from '../../graph/resource/resource-index.js'
import type { Cluster } from '../../model/index.js'
import { PacemakerError } from '../tool/pacemaker-error.js'

/**
 * The resource of that id. Throws `UnknownResourceError` where there is none, and `PacemakerError` for the name of a guest
 * node, which no command of pcs knows as a resource.
 */
export function askedResource(cluster: Cluster, id: string): ResourceEntry {
  const entry = knownResource(cluster, id)
  const host = [...resourceIndex(cluster).entries].find(({ guest }) => guest === id)
  if (entry.resource !== undefined || host === undefined) return entry
  throw new PacemakerError(
    `${quote(id)} is the guest node that ${quote(host.id)} runs: ask about ${quote(host.id)}`,
  )
}
