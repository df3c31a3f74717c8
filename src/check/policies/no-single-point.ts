import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.js'
import { noteUnknown, type OptionTable } from '../../dsl/options.js'
import { failureImpact } from '../../graph/index.js'
import { type Cluster, type Policy, resourcesOf } from '../../model/index.js'
import { vipsOf } from '../../model/services.js'
import { pathOfId } from '../../model/walk.js'

/** A cluster of fewer resources has no single point of failure. */
const smallest = 4

export interface NoSinglePointOptions {
  /** How many of the other resources make one a single point, 0 to 1; default 0.5. */
  readonly share?: number
}

const pointOptions = {
  of: 'noSinglePoint()',
  options: { share: 'child' },
} as const satisfies OptionTable<NoSinglePointOptions>

/**
 * Requires that no resource is one that most others depend on, so that its failure stops them. `share` is the part of
 * the other resources from which on it is a single point, 0 to 1; default 0.5. Virtual IPs do not count: an address
 * stops with its service by design. `no-single-point`.
 *
 * @example
 * ```ts
 * const services = ['a', 'b', 'c', 'd'].map((name) => systemd(name))
 * export default cluster({ resources: services, policies: [noSinglePoint({ share: 0.5 })] })
 * ```
 */
export function noSinglePoint(options: NoSinglePointOptions = {}): Policy {
  const { share = 0.5 } = options
  return {
    name: 'no-single-point',
    check: (cluster) => findingsOf(cluster, share),
    ...noteUnknown(options, pointOptions),
  }
}

function findingsOf(cluster: Cluster, share: number): Diagnostic[] {
  // A virtual IP is the address of a service, and stops with it by design.
  const addresses = new Set(vipsOf(cluster).map(({ id }) => id))
  const ids = resourcesOf(cluster)
    .filter(({ element, id }) => element !== 'template' && !addresses.has(id))
    .map(({ id }) => id)
  if (ids.length < smallest) return []
  return ids.flatMap((id) => {
    const waiting = mustWaitFor(cluster, id)
    const count = ids.filter((other) => other !== id && waiting.has(other)).length
    if (count < share * (ids.length - 1)) return []
    return [diagnostic('no-single-point', pathOfId(cluster, id), { id, count, others: ids.length - 1 })]
  })
}

/** The resources that cannot start before this one has; Optional orders do not count. */
function mustWaitFor(cluster: Cluster, id: string): ReadonlySet<string> {
  const { stopped, notStarted } = failureImpact(cluster, id)
  return new Set([...stopped, ...notStarted])
}
