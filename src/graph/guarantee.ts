import type { Cluster } from '../model/index.js'
import { INFINITY_SCORE } from '../model/index.js'
import { bondsBetween, boundTo } from './bonds.js'
import { type Counterexample, counterexampleOf } from './counterexample.js'
import type { PacemakerVersion } from './link-flaws.js'
import { nodeInMaintenance } from './managed.js'
import { servicesOf } from './members.js'
import { type Placement, placementOf } from './placement.js'
import type { Entry } from './resource-index.js'

/** Whether one resource runs only where another runs, and why. */
export interface Guarantee {
  readonly verdict: 'guaranteed' | 'not-guaranteed' | 'unknown'
  readonly reason: string
  /** True where the resource can never run at all. */
  readonly neverRuns?: true
  /** A state in which the resource runs without the other. */
  readonly counterexample?: Counterexample
  /** The versions of Pacemaker that do keep it, where the versions differ. */
  readonly onlyIn?: PacemakerVersion
}

/**
 * Whether `rsc` is active only on nodes where `withRsc` is active, once the cluster has nothing left to do. Each is
 * the id of a resource; a primitive inside a clone, group or bundle stands for any active instance of it. The
 * verdict is the safe one of Pacemaker 2.1 and 3.0.
 */
export function runsOnlyWith(cluster: Cluster, rsc: string, withRsc: string): Guarantee {
  const placement = placementOf(cluster)
  const dependent = placement.index.get(rsc)
  const primary = placement.index.get(withRsc)
  if (dependent === undefined || primary === undefined) {
    const missing = JSON.stringify(dependent === undefined ? rsc : withRsc)
    return { verdict: 'unknown', reason: `there is no resource ${missing}` }
  }
  const never = whyNever(dependent, placement)
  if (never !== undefined) return { verdict: 'guaranteed', reason: never, neverRuns: true }
  const old = whyNot(dependent, primary, placement, '2.1')
  const recent = whyNot(dependent, primary, placement, '3.0')
  const reason = old ?? recent
  if (reason === undefined) return { verdict: 'guaranteed', reason: `${rsc} runs only where ${withRsc} runs` }
  const counterexample = counterexampleOf(dependent, primary, placement)
  return {
    verdict: 'not-guaranteed',
    reason,
    ...(counterexample === undefined ? {} : { counterexample }),
    ...(old === undefined
      ? { onlyIn: '2.1' as const }
      : recent === undefined
        ? { onlyIn: '3.0' as const }
        : {}),
  }
}

/** Why the resource can never run: it must and must not be where another is. */
function whyNever(rsc: Entry, placement: Placement): string | undefined {
  for (const start of servicesOf(rsc, placement.index)) {
    const bound = boundTo(start, placement, '2.1')
    const avoids = placement.links.find(
      ({ score, dependent, primary, dependentRole, primaryRole }) =>
        score <= -INFINITY_SCORE &&
        dependentRole === undefined &&
        primaryRole === undefined &&
        bound.has(dependent) &&
        bound.has(primary),
    )
    if (avoids !== undefined) {
      const [one, other] = [avoids.dependent.id, avoids.primary.id]
      return `${start.id} never runs: it needs ${one} and ${other} on its node, and ${avoids.constraint.id} keeps them apart`
    }
  }
  return undefined
}

function whyNot(
  rsc: Entry,
  withRsc: Entry,
  placement: Placement,
  version: PacemakerVersion,
): string | undefined {
  const maintenance = nodeInMaintenance(placement.cluster)
  if (maintenance !== undefined) return `the node ${maintenance} is in maintenance, and what runs there stays`
  for (const start of servicesOf(rsc, placement.index)) {
    for (const end of servicesOf(withRsc, placement.index)) {
      const bonds = bondsBetween(start, end, placement, version)
      if (bonds === undefined) return `no colocation places ${start.id} with ${end.id}`
      const flawed = bonds.find(({ flaw }) => flaw !== undefined)
      if (flawed?.flaw !== undefined) return flawed.flaw
    }
  }
  return undefined
}
