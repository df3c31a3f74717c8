import { ArgumentError } from '../../diagnostics/argument-error.js'
import { pcsId, sanitizeId } from '../../model/ids.js'
import type { ClusterPropertySet, MetaAttributes } from '../../model/index.js'
import { type AttributesOption, setsOf } from '../attribute/attribute-sets.js'
import type { ClusterProperties } from '../attribute/known-attributes.js'
import { listOf } from '../values.js'

/** Properties that the cluster sets by itself have ids with their whole name, the others under the 20 letters of pcs. */
const clusterOwned = new Set([
  'cluster-infrastructure',
  'cluster-name',
  'dc-version',
  'have-watchdog',
  'last-lrm-refresh',
])

/** The ids that pcs gives the set of properties and the nvpairs in it. */
export const propertyIds = {
  setId: 'cib-bootstrap-options',
  nvpairId: (set: string, property: string) =>
    clusterOwned.has(property) ? sanitizeId(`${set}-${property}`) : pcsId.shortNvpair(set, property),
}

/** The ids that pcs gives a set of defaults and the nvpairs in it. */
export function defaultIds(section: 'rsc_defaults' | 'op_defaults') {
  return { setId: pcsId.attributeSet(section, 'meta_attributes'), nvpairId: pcsId.shortNvpair }
}

/** The sets of cluster properties, the name in the first. Throws a TypeError where that is more than names and values. */
export function propertySets(
  name: string | undefined,
  properties: AttributesOption<ClusterProperties> | undefined,
): ClusterPropertySet[] {
  if (name === undefined) return setsOf('cluster_property_set', '', properties, propertyIds)
  const [first = {}, ...others] = listOf(properties)
  if (typeof first === 'function') {
    throw new ArgumentError('a name has no place in this set of properties; give it as cluster-name')
  }
  return setsOf('cluster_property_set', '', [{ 'cluster-name': name, ...first }, ...others], propertyIds)
}

/** The sets of the defaults of resources or operations. */
export function defaultSets(
  section: 'rsc_defaults' | 'op_defaults',
  option: AttributesOption<object> | undefined,
): MetaAttributes[] {
  return setsOf('meta_attributes', section, option, defaultIds(section))
}
