import { type Cluster, constraintsOf, INFINITY_SCORE, type Policy, scoreOf } from '../../model/index.js'
import { haproxiesOf, vipsOf } from './haproxy.js'
import { vipWithHaproxy } from './vip-with-haproxy.js'

/**
 * What a cluster is asked that declares no policies: where HAProxy is under Pacemaker, every virtual IP
 * runs only with it. One that is bound to another service may well belong to that: only a warning.
 */
export const defaultPolicies: readonly Policy[] = [
  {
    name: 'vip-with-haproxy',
    check: (cluster) => {
      if (haproxiesOf(cluster).length === 0) return []
      const others = boundElsewhere(cluster)
      return vipsOf(cluster).flatMap(({ id }) =>
        vipWithHaproxy({ vips: [id] })
          .check(cluster)
          .map((finding) => (others.has(id) ? { ...finding, severity: 'warning' as const } : finding)),
      )
    },
  },
]

/** What is colocated with INFINITY with something that is neither HAProxy nor a virtual IP. */
function boundElsewhere(cluster: Cluster): ReadonlySet<string> {
  const own = new Set([...haproxiesOf(cluster), ...vipsOf(cluster).map(({ id }) => id)])
  return new Set(
    constraintsOf(cluster).flatMap((constraint) =>
      constraint.element === 'rsc_colocation' &&
      constraint.rsc !== undefined &&
      constraint.withRsc !== undefined &&
      scoreOf(constraint.score) >= INFINITY_SCORE &&
      !own.has(constraint.withRsc)
        ? [constraint.rsc]
        : [],
    ),
  )
}
