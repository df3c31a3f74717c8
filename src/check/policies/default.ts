import {
  type Cluster,
  constraintsOf,
  INFINITY_SCORE,
  type Policy,
  primitivesOf,
  resourcesOf,
  scoreOf,
} from '../../model/index.js'
import { haproxiesOf, vipsOf } from '../../model/services.js'
import { vipFindings, vipQuestions } from './vip-with-haproxy.js'

/**
 * The policies of a cluster that declares none: where Pacemaker runs HAProxy, every virtual IP runs only with it. A
 * virtual IP that is colocated with another service may belong to that, and is only a warning.
 */
export const defaultPolicies: readonly Policy[] = [
  {
    name: 'vip-with-haproxy',
    questions: (cluster) => {
      const haproxies = haproxiesOf(cluster)
      const vips = vipsOf(cluster).map(({ id }) => id)
      return haproxies.length === 0 ? [] : vipQuestions(vips, haproxies)
    },
    check: (cluster, settle) => {
      const haproxies = haproxiesOf(cluster)
      if (haproxies.length === 0) return []
      const vips = vipsOf(cluster).map(({ id }) => id)
      const others = boundElsewhere(cluster, new Set([...vips, ...haproxies]))
      return vipFindings(cluster, vips, haproxies, settle).map(({ vip, finding }) =>
        others.has(vip) ? { ...finding, severity: 'warning' as const } : finding,
      )
    },
  },
]

/** What is colocated with INFINITY with something that is neither HAProxy nor a virtual IP. */
function boundElsewhere(cluster: Cluster, own: ReadonlySet<string>): ReadonlySet<string> {
  const known = new Set(
    resourcesOf(cluster).flatMap((resource) => [resource, ...primitivesOf(resource)].map(({ id }) => id)),
  )
  return new Set(
    constraintsOf(cluster).flatMap((constraint) =>
      constraint.element === 'rsc_colocation' &&
      constraint.rsc !== undefined &&
      constraint.withRsc !== undefined &&
      scoreOf(constraint.score) >= INFINITY_SCORE &&
      known.has(constraint.withRsc) &&
      !own.has(constraint.withRsc)
        ? [constraint.rsc]
        : [],
    ),
  )
}
