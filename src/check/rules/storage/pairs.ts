import type { ResourceEntry } from '../../../graph/resource/resource-index.js'
import type { Need } from './needs.js'

/** A service and the storage that it needs, each by the resource that constraints name. */
export interface Pair {
  /** The service itself, which the message is about. */
  readonly id: string
  readonly how: string
  readonly top: ResourceEntry
  readonly storage: ResourceEntry
}

/** The pair of what parameters show. */
export function pairOf({ user, storage, how }: Need): Pair {
  return { id: user.id, how, top: user.top, storage: storage.top }
}

/** Of pairs of two resources, each once, those that a constraint does not keep. */
export function unkept(pairs: readonly Pair[], isKept: (pair: Pair) => boolean): readonly Pair[] {
  const first = new Map<string, Pair>()
  for (const pair of pairs) {
    const key = JSON.stringify([pair.top.id, pair.storage.id])
    if (pair.top !== pair.storage && !first.has(key)) first.set(key, pair)
  }
  return [...first.values()].filter((pair) => !isKept(pair))
}
