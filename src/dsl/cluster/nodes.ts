import { pcsId } from '../../model/ids.js'
import type { ClusterNode } from '../../model/index.js'
import { type AttributesOption, setsOf } from '../attribute/attribute-sets.js'
import type { Enumeration } from '../enumerations.js'
import { type OptionTable, optionFields } from '../options.js'
import type { Value } from '../values.js'

/** A machine; `id` is corosync's node id, by default the position in the list counted from 1. */
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

const nodeOptions = {
  of: 'a node',
  options: {
    uname: 'attribute',
    id: 'attribute',
    type: 'attribute',
    description: 'attribute',
    score: 'attribute',
    attributes: 'child',
    utilization: 'child',
  },
} as const satisfies OptionTable<NodeOptions>

/**
 * The node of these options, or of that name, at that position in the list; an element stays as it is, and what is none of these,
 * which `check` reports.
 */
export function nodeOf(given: string | NodeOptions | ClusterNode, index: number): ClusterNode {
  if (typeof given !== 'string' && (typeof given !== 'object' || given === null || 'element' in given))
    return given
  const options: NodeOptions = typeof given === 'string' ? { uname: given } : given
  const id = String(options.id ?? index + 1)
  const setId = pcsId.nodeAttributes(id)
  const ids = { setId, nvpairId: pcsId.nvpair }
  return {
    element: 'node',
    ...optionFields({ ...options, id }, nodeOptions),
    instanceAttributes: setsOf('instance_attributes', id, options.attributes, ids),
    utilization: setsOf('utilization', setId, options.utilization),
  }
}
