import { INFINITY_SCORE } from '../../model/index.js'
import { nodeInMaintenance, unmanagedReason } from '../resource/managed.js'
import { placedWith, servicesOf } from '../resource/members.js'
import type { Entry } from '../resource/resource-index.js'
import { baseCounterexample } from './base-counterexample.js'
import type { PacemakerVersion } from './colocation-exceptions.js'
import { type Counterexample, counterexampleOf } from './counterexample.js'
import { boundTo, implicationsBetween } from './implications.js'
import type { Placement } from './placement.js'

/** Two services of which the first may run without the second, and why. */
export interface Gap {
  readonly from: Entry
  readonly to: Entry
  readonly reason: string
  /** What an interleaved clone between the two starts after. */
  readonly base?: Entry
  /** True where an operator has taken the cluster's hands off the first. */
  readonly isHandsOff?: true
  /** True where it is sure without a counterexample. */
  readonly isSure: boolean
}

/** The first gap between what runs behind one name and behind another; undefined where there is none. */
export function gapBetween(
  rsc: Entry,
  withRsc: Entry,
  placement: Placement,
  version: PacemakerVersion,
): Gap | undefined {
  for (const from of placedWith(rsc, placement.index)) {
    for (const to of servicesOf(withRsc, placement.index)) {
      const gap = gapOf(from, to, placement, version)
      if (gap !== undefined) return gap
    }
  }
  return undefined
}

function gapOf(from: Entry, to: Entry, placement: Placement, version: PacemakerVersion): Gap | undefined {
  const handsOff = handsOffReason(from, placement)
  if (handsOff !== undefined) return { from, to, reason: handsOff, isHandsOff: true, isSure: true }
  const bonds = implicationsBetween(from, to, placement, version)
  if (bonds === undefined) {
    const isReverse = implicationsBetween(to, from, placement, version) !== undefined
    const reason = isReverse
      ? `${to.id} is placed with ${from.id}, and not ${from.id} with ${to.id}`
      : `no colocation places ${from.id} with ${to.id}`
    return { from, to, reason, isSure: false }
  }
  const [flaw] = bonds.flatMap((bond) => bond.flaw ?? [])
  return flaw && { from, to, isSure: false, ...flaw }
}

function handsOffReason(from: Entry, { cluster, index }: Placement): string | undefined {
  const maintenance = nodeInMaintenance(cluster)
  if (maintenance !== undefined) return `the node ${maintenance} is in maintenance, and what runs there stays`
  const unmanaged = unmanagedReason(index, from)
  return unmanaged && `${unmanaged}, so it stays where it is`
}

/** A state in which the gap shows. */
export function counterexampleFor(gap: Gap, placement: Placement): Counterexample | undefined {
  const { from, to, base } = gap
  if (base !== undefined) return baseCounterexample(from, to, base, placement)
  if (gap.isHandsOff !== true) return counterexampleOf(from, to, placement)
  const { cluster, locations } = placement
  const nodes = locations.nodes.filter((node) => node === (nodeInMaintenance(cluster) ?? node))
  const states = Object.fromEntries(
    locations.nodes.map((node) => [node, nodes.includes(node) ? ('failed' as const) : ('up' as const)]),
  )
  const withRsc = locations.nodes.filter((node) => !nodes.includes(node))
  return { states, failed: to.id, rscFailed: [], rsc: nodes, withRsc }
}

/** Why a resource can never run: it must and must not be where another is. */
export function whyNever(rsc: Entry, placement: Placement): string | undefined {
  const { index, links, dropped } = placement
  for (const start of placedWith(rsc, index)) {
    const bound = boundTo(start, placement, '2.1')
    const avoids = links.find(
      (link) =>
        link.score <= -INFINITY_SCORE &&
        link.dependentRole === undefined &&
        link.primaryRole === undefined &&
        link.constraint.lifetime === undefined &&
        !dropped.has(link) &&
        bound.has(link.dependent) &&
        bound.has(link.primary),
    )
    if (avoids !== undefined) {
      const { dependent, primary, constraint } = avoids
      return `${start.id} never runs: it needs ${dependent.id} and ${primary.id} on its node, and ${constraint.id} keeps them apart`
    }
  }
  return undefined
}
