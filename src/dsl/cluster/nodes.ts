import { pcsId } from '../../model/ids.js'
import type { ClusterNode } from '../../model/index.js'
import { type AttributesOption, setsOf } from '../attribute/attribute-sets.js'
import type { Enumeration } from '../enumerations.js'
import { texts, type Value } from '../values.js'

/** A machine; `id` is corosync's node id, by default the place in the list counted from 1. */
export interface NodeOptions {
  readonly uname: string
  readonly id?: Value
  readonly type?: Enumeration<'nodeType'>
  readonly description?: string
  readonly score?: Value
  /** Node attributes, for rules: `{ 'haproxy-role': true }`. */
  readonly attributes?: AttributesOption
  readonly utilization?: AttributesOption
}

/** The node of these options, or of that name, at that place in the list; an element stays as it is. */
export function nodeOf(given: string | NodeOptions | ClusterNode, index: number): ClusterNode {
  if (typeof given === 'object' && 'element' in given) return given
  const { attributes, utilization, ...fields } = typeof given === 'string' ? { uname: given } : given
  const id = String(fields.id ?? index + 1)
  const setId = pcsId.nodeAttributes(id)
  return {
    element: 'node',
    ...texts({ ...fields, id }),
    instanceAttributes: setsOf('instance_attributes', id, attributes, { setId, nvpairId: pcsId.nvpair }),
    utilization: setsOf('utilization', setId, utilization),
  }
}
