import type { ResourceEntry } from '../../../graph/resource/resource-index.js'
import { booleanOf, type Nvpair, type Place } from '../../../model/index.js'
import type { Facts } from '../../facts.js'
import { metaAttributeNvpair } from '../../lookup/meta-place.js'

/** What Pacemaker makes of the options of a clone. */
export interface Instances {
  readonly isInterleaved: boolean
  readonly isUnique: boolean
  /** How many instances one node may run. */
  readonly perNode: number
}

/** The numbers of a clone; of a bundle, those of its replicas. */
export function instancesOf({ meta }: Facts, entry: ResourceEntry): Instances {
  const { resource } = entry
  const isInterleaved = booleanOf(meta(entry, 'interleave')) === true
  if (resource?.element === 'bundle') {
    const perNode = integer(resource.container.replicasPerHost) ?? 1
    return { isInterleaved, isUnique: true, perNode }
  }
  const isUnique = booleanOf(meta(entry, 'globally-unique')) === true
  const given = meta(entry, 'clone-node-max')
  const perNode = given === undefined ? 1 : (integer(given) ?? 0)
  return { isInterleaved, isUnique, perNode: isUnique ? perNode : Math.min(perNode, 1) }
}

/** True for a clone; not for a bundle. */
export function isClone({ resource }: ResourceEntry): boolean {
  return resource?.element === 'clone' || resource?.element === 'master'
}

/** True for a meta attribute of a clone, or one in `rsc_defaults` where there is a clone. */
export function isReadByClones(place: Place<Nvpair>, { index }: Facts): boolean {
  const owner = metaAttributeNvpair(place)?.element
  if (owner === 'rsc_defaults') return [...index.entries].some(isClone)
  return owner === 'clone' || owner === 'master'
}

function integer(text: string | undefined): number | undefined {
  const number = text === undefined ? Number.NaN : Number.parseInt(text, 10)
  return Number.isNaN(number) ? undefined : number
}
