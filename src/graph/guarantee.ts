import type { Cluster } from '../model/index.js'
import { INFINITY_SCORE } from '../model/index.js'
import { baseCounterexample } from './base-counterexample.js'
import { bondsBetween, boundTo } from './bonds.js'
import { type Counterexample, counterexampleOf } from './counterexample.js'
import { unpairedBase } from './interleave.js'
import type { PacemakerVersion } from './link-flaws.js'
import { nodeInMaintenance, unmanagedReason } from './managed.js'
import { placedWith, servicesOf } from './members.js'
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
  const old = gapBetween(dependent, primary, placement, '2.1')
  const recent = gapBetween(dependent, primary, placement, '3.0')
  const gap = old ?? recent
  if (gap === undefined) return { verdict: 'guaranteed', reason: `${rsc} runs only where ${withRsc} runs` }
  const onlyIn = old === undefined ? '2.1' : recent === undefined ? '3.0' : undefined
  const counterexample =
    gap.base === undefined
      ? counterexampleOf(gap.from, gap.to, placement)
      : baseCounterexample(gap.from, gap.to, gap.base, placement)
  return {
    verdict: counterexample === undefined && !gap.isSure ? 'unknown' : 'not-guaranteed',
    reason: gap.reason,
    ...(counterexample === undefined ? {} : { counterexample }),
    ...(onlyIn === undefined ? {} : { onlyIn }),
  }
}

/** Why the resource can never run: it must and must not be where another is. */
function whyNever(rsc: Entry, placement: Placement): string | undefined {
  for (const start of placedWith(rsc, placement.index)) {
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

/** Two services of which the first may run without the second. */
interface Gap {
  readonly from: Entry
  readonly to: Entry
  readonly reason: string
  /** What an interleaved clone between the two starts after. */
  readonly base?: Entry
  /** True where it is sure without a counterexample. */
  readonly isSure: boolean
}

function gapBetween(
  rsc: Entry,
  withRsc: Entry,
  placement: Placement,
  version: PacemakerVersion,
): Gap | undefined {
  for (const from of placedWith(rsc, placement.index)) {
    const handsOff = handsOffReason(from, placement)
    for (const to of servicesOf(withRsc, placement.index)) {
      if (handsOff !== undefined) return { from, to, reason: handsOff, isSure: true }
      const bonds = bondsBetween(from, to, placement, version)
      if (bonds === undefined)
        return { from, to, reason: `no colocation places ${from.id} with ${to.id}`, isSure: false }
      const flawed = bonds.find(({ flaw }) => flaw !== undefined)
      if (flawed?.flaw === undefined) continue
      const base = unpairedBase(flawed.to, placement, version)
      return {
        from,
        to,
        reason: flawed.flaw,
        isSure: base !== undefined,
        ...(base === undefined ? {} : { base }),
      }
    }
  }
  return undefined
}

function handsOffReason(from: Entry, { cluster, index }: Placement): string | undefined {
  const maintenance = nodeInMaintenance(cluster)
  if (maintenance !== undefined) return `the node ${maintenance} is in maintenance, and what runs there stays`
  const unmanaged = unmanagedReason(index, from)
  return unmanaged && `${unmanaged}, so it stays where it is`
}
