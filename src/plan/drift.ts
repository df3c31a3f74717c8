import { type Diagnostic, failure, type Result, success } from '../diagnostics/diagnostic.js'
import type { CibElement, Cluster, Configuration, Nvpair } from '../model/index.js'
import { isClusterOwned } from '../pcs/element/settings.js'
import { applyEdits, fieldOf } from './edit/apply.js'
import { editsBetween, itemsOf } from './edit/edit.js'
import { orderedSections } from './edit/restore-order.js'
import { inSchemaOf } from './schema.js'

/** What a live cluster would be if it were as described. */
export interface Drift {
  readonly live: Cluster
  /** The live cluster with the described items; equal to it where nothing has drifted. */
  readonly described: Cluster
}

/**
 * A live cluster beside its description, for `diff(live, described)`: what the cluster maintains by itself (ids of nodes,
 * its own properties, status) is that of the live cluster in both. A description that the schema of the live cluster cannot
 * contain is an error.
 *
 * @example
 * ```ts
 * const web = cluster({ resources: [systemd('web')] })
 * const result = drift(web, cluster({ resources: [systemd('web'), systemd('db')] }))
 * const missing = result.ok ? diff(result.output.live, result.output.described) : []
 * ```
 */
export function drift(live: Cluster, description: Cluster): Result<Drift> {
  const { output: target, diagnostics } = inSchemaOf(live, description)
  if (target === undefined) return failure(diagnostics as Diagnostic[])
  const changed = withOwned(applyEdits(live, editsBetween(live, target)), live)
  return success({ live, described: inOrderOf(changed, target) }, diagnostics)
}

/** A set of properties that is not described keeps those that the cluster maintains. */
function withOwned(cluster: Cluster, live: Cluster): Cluster {
  const sets = live.configuration.crmConfig?.items ?? []
  const kept = cluster.configuration.crmConfig?.items ?? []
  const items = sets.flatMap((set) => {
    const same = kept.find(({ id }) => id === set.id)
    const owned: readonly Nvpair[] = set.nvpairs.filter(isClusterOwned)
    return same === undefined ? (owned.length === 0 ? [] : [{ ...set, nvpairs: owned }]) : [same]
  })
  const added = kept.filter(({ id }) => !sets.some((set) => set.id === id))
  const crmConfig = {
    element: 'crm_config' as const,
    ...live.configuration.crmConfig,
    items: [...items, ...added],
  }
  return sets.length + added.length === 0
    ? cluster
    : { ...cluster, configuration: { ...cluster.configuration, crmConfig } }
}

/** The items of every section whose order counts, in the order of the description. */
function inOrderOf(cluster: Cluster, description: Cluster): Cluster {
  const configuration: Record<string, unknown> = { ...cluster.configuration }
  for (const section of orderedSections) {
    const field = fieldOf(section.name)
    const own = configuration[field] as { readonly items: readonly CibElement[] } | undefined
    if (own === undefined) continue
    const items = itemsOf(section, cluster)
    const wanted = [...itemsOf(section, description).keys()]
    configuration[field] = { ...own, items: wanted.flatMap((id) => items.get(id) ?? []) }
  }
  return { ...cluster, configuration: configuration as unknown as Configuration }
}
