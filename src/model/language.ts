import type { Language } from '../diagnostics/entry.js'
import type { Cluster } from './element/configuration.js'

/** A registered symbol, so that two copies of the package agree. */
const declared = Symbol.for('lightcib.declared')

/** Marks a cluster as one that a module declares. Not enumerable: it is no part of the tree. */
export function markDeclared(cluster: Cluster): Cluster {
  return Object.defineProperty(cluster, declared, { value: true })
}

/** Marks a cluster that is made from another as that one is marked. */
export function markLike(original: Cluster, cluster: Cluster): Cluster {
  return declared in original ? markDeclared(cluster) : cluster
}

/** What a cluster is written in: the DSL where `cluster()` made it, else a CIB. */
export function languageOf(cluster: Cluster): Language {
  return declared in cluster ? 'dsl' : 'cib'
}
