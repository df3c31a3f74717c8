import { quote } from '../../diagnostics/quote.js'
import { booleanOf, INFINITY_SCORE, type RscColocation } from '../../model/index.js'
import { type Role, roleOf } from '../../model/roles.js'
import { isPromotedRole } from '../location/location-effects.js'
import type { ColocationLink } from '../resource/colocation-links.js'
import { isCollocated, runsOnSeveralNodes } from '../resource/members.js'
import { metaOf } from '../resource/meta-attributes.js'
import type { ResourceEntry, ResourceIndex } from '../resource/resource-index.js'

/** The generations of Pacemaker that place some resources differently. */
export type PacemakerVersion = '2.1' | '3.0'

/** Why a colocation does not bind its two resources, the first in that role; undefined where it does. */
export function colocationException(
  { dependent, primary, constraint, score, dependentRole, primaryRole }: ColocationLink,
  index: ResourceIndex,
  version: PacemakerVersion,
  role?: Role,
): string | undefined {
  const { nodeAttribute, lifetime } = constraint
  if (score < INFINITY_SCORE) return `its score is ${score}, and only INFINITY (1000000) binds`
  const isForRole = role !== undefined && roleOf(dependentRole) === role
  if (
    dependentRole !== undefined &&
    !isForRole &&
    (isPromotedRole(dependentRole) || !runsOnSeveralNodes(primary))
  ) {
    return `it is only for the role ${dependentRole} of ${quote(dependent.id)}`
  }
  if (lifetime !== undefined && version === '2.1') return 'it has a lifetime, and has no effect outside it'
  if (runsOnSeveralNodes(dependent) && primary.resource?.element === 'bundle' && primaryRole !== undefined) {
    return `it requires the role ${primaryRole} of a bundle, which Pacemaker ignores for a clone`
  }
  if (
    runsOnSeveralNodes(dependent) &&
    runsOnSeveralNodes(primary) &&
    primaryRole !== undefined &&
    !primary.promotable
  ) {
    return `${quote(primary.id)} never has the role ${primaryRole} that it requires`
  }
  if (!runsOnSeveralNodes(primary)) {
    if (primaryRole !== undefined)
      return `${quote(primary.id)} never has the role ${primaryRole} that it requires`
  }
  if (isByAttribute(constraint) && !isExact(dependent, primary, index)) {
    return `it requires the same ${nodeAttribute}, not the same node`
  }
  return isCollocated(index, primary)
    ? undefined
    : `the group ${quote(primary.id)} is not collocated, and Pacemaker rejects an INFINITY score for it`
}

/** True for a colocation with the nodes of the same value of an attribute. */
export function isByAttribute({ nodeAttribute }: RscColocation): boolean {
  return nodeAttribute !== undefined && nodeAttribute !== '#uname'
}

/**
 * True where Pacemaker looks for the very nodes of a clone or bundle, whatever node attribute a colocation has. It pairs the
 * instances of an interleaved clone with those of another, and those of any clone with a bundle, by the attribute.
 */
function isExact(dependent: ResourceEntry, primary: ResourceEntry, { cluster }: ResourceIndex): boolean {
  if (!runsOnSeveralNodes(primary) || !runsOnSeveralNodes(dependent)) return runsOnSeveralNodes(primary)
  return (
    primary.resource?.element !== 'bundle' && booleanOf(metaOf(cluster, dependent, 'interleave')) !== true
  )
}

/** True where a colocation of a resource or its ancestor places it: that of a loose group binds only the first member. */
export function isPlacedBy(
  from: ResourceEntry,
  { dependent }: ColocationLink,
  index: ResourceIndex,
): boolean {
  const { resource } = dependent
  return isCollocated(index, dependent) || resource?.element !== 'group' || resource.members[0].id === from.id
}
