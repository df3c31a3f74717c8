import type { Cluster, Nvpair, Op } from '../../model/index.js'
import { type Place, placeOfId } from '../../model/walk.js'
import { attributeOf } from '../attribute.js'

/** The value of an attribute of an operation, its own or among its meta attributes, those of an `id-ref` too. */
export function operationValue(op: Op, name: string, cluster: Cluster): string | undefined {
  const own = attributeOf(op, name)
  if (own !== undefined || op.metaAttributes.length === 0) return own
  const pairs = op.metaAttributes.flatMap(({ nvpairs, idRef }) => {
    const referred = idRef === undefined ? undefined : placeOfId(cluster, idRef)?.element
    return referred?.element === 'meta_attributes' ? referred.nvpairs : nvpairs
  })
  return pairs.find((nvpair) => nvpair.name === name)?.value
}

/** True for a meta attribute of an operation, or one in `op_defaults`. */
export function isOperationMeta({ parent }: Place<Nvpair>): boolean {
  const owner = parent?.parent?.element.element
  return parent?.element.element === 'meta_attributes' && (owner === 'op' || owner === 'op_defaults')
}

/** The value of that name where the place is in `op_defaults`. */
export function operationDefault(place: Place<Nvpair>, name: string): string | undefined {
  const isDefault = isOperationMeta(place) && place.parent?.parent?.element.element === 'op_defaults'
  return isDefault && place.element.name === name ? place.element.value : undefined
}

/** The place of the attribute of an operation, or of the operation where it is a meta attribute. */
export function attributePlace(place: Place<Op>, name: string): Place | { place: Place; attribute: string } {
  return attributeOf(place.element, name) === undefined ? place : { place, attribute: name }
}
