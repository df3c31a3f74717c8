import { booleanOf, INFINITY_SCORE } from '../../model/index.js'
import { prerequisitesOf } from '../analysis/prerequisites.js'
import { isClone, runsOnSeveralNodes } from '../resource/members.js'
import { metaOf } from '../resource/meta-attributes.js'
import type { ResourceEntry } from '../resource/resource-index.js'
import { colocationException, type PacemakerVersion } from './colocation-exceptions.js'
import type { Placement } from './placement.js'

/**
 * The clone or bundle that an interleaved clone starts after without being placed with it, itself or through others
 * of its kind. Pacemaker places an instance first and finds out later that on this node there is nothing to start it
 * after: the instance never starts, and what was placed with it stays.
 */
export function unpairedBase(
  clone: ResourceEntry,
  placement: Placement,
  version: PacemakerVersion,
): ResourceEntry | undefined {
  const { index, links } = placement
  const isPlacedWith = (after: ResourceEntry, base: ResourceEntry) =>
    links.some(
      (link) =>
        link.dependent === after &&
        link.primary === base &&
        link.score >= INFINITY_SCORE &&
        colocationException(link, index, version) === undefined,
    )
  const chain = new Set([clone])
  for (const after of chain) {
    if (!runsOnSeveralNodes(after) || booleanOf(metaOf(index.cluster, after, 'interleave')) !== true) continue
    for (const base of basesOf(after, placement)) {
      if (!runsOnSeveralNodes(base)) continue
      if (!isPlacedWith(after, base)) return base
      chain.add(base)
    }
  }
  return undefined
}

/** The clones of which an interleaved clone starts an instance only on nodes where they have one. */
export function pairedFirst(clone: ResourceEntry, placement: Placement): ResourceEntry[] {
  return isInterleaved(clone, placement) ? basesOf(clone, placement).filter(isClone) : []
}

/** True for an interleaved clone that starts after a bundle: which of its instances do depends on the containers. */
export function isPairedWithBundle(clone: ResourceEntry, placement: Placement): boolean {
  const isBundle = ({ resource }: ResourceEntry) => resource?.element === 'bundle'
  return isInterleaved(clone, placement) && basesOf(clone, placement).some(isBundle)
}

function isInterleaved(clone: ResourceEntry, { cluster }: Placement): boolean {
  return isClone(clone) && booleanOf(metaOf(cluster, clone, 'interleave')) === true
}

/** The resources that a Mandatory order puts directly before the start of another. */
function basesOf(clone: ResourceEntry, placement: Placement): ResourceEntry[] {
  return prerequisitesOf(clone, placement)
    .filter(
      ({ some, cause }) =>
        some === undefined && cause.kind === 'Mandatory' && cause.symmetrical && !cause.inverse,
    )
    .flatMap(({ first }) => (first === clone ? [] : [first]))
}
