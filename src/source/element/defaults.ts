import type { AttributesOption } from '../../dsl/attribute/attribute-sets.js'
import { defaultIds, propertyIds, propertySets } from '../../dsl/cluster/defaults.js'
import type { ClusterPropertySet, CrmConfig, OpDefaults, RscDefaults } from '../../model/index.js'
import { clusterOption } from '../../options/cluster-options.js'
import { metaAttribute } from '../../options/meta-attributes.js'
import { type Code, nullCode, object, text } from '../syntax/code.js'
import { setsCode } from './attribute-sets.js'
import { isSame, withCommentsOf } from './convert.js'

/** The name of the cluster, where it is in the only set of properties, and the other properties. */
export function propertyCodes(
  section: CrmConfig | undefined,
): readonly [name: Code | undefined, properties: Code | undefined] {
  if (section === undefined) return [undefined, nullCode]
  const [set, ...others] = section.items
  if (set === undefined) return [undefined, section.extra?.comments && withCommentsOf(object({}), section)]
  const named = others.length === 0 ? namedCodes(set) : undefined
  const { name, properties = setsCode('', section.items, { ids: propertyIds, known: clusterOption }) } =
    named ?? {}
  return [name, properties && withCommentsOf(properties, section)]
}

/** The name of the cluster and the other properties, where the builder produces that same set from them. */
function namedCodes(set: ClusterPropertySet): { readonly name: Code; readonly properties: Code } | undefined {
  const pair = set.nvpairs.find(({ name }) => name === 'cluster-name')
  if (pair?.value === undefined || set.nvpairs.length === 1) return undefined
  const rest = { ...set, nvpairs: set.nvpairs.filter((other) => other !== pair) }
  const properties = setsCode('', [rest], { ids: propertyIds, known: clusterOption })
  if (properties === undefined || typeof properties.value === 'function') return undefined
  const [produced] = propertySets(pair.value, properties.value as AttributesOption)
  if (produced === undefined || !isSame(produced, set)) return undefined
  return { name: withCommentsOf(text(pair.value), pair), properties }
}

/** The option for the defaults of resources or operations. */
export function defaultsCode(section: RscDefaults | OpDefaults | undefined): Code | undefined {
  if (section === undefined) return undefined
  const ids = defaultIds(section.element)
  const known = section.element === 'rsc_defaults' ? { known: metaAttribute } : {}
  const code = setsCode(section.element, section.items, { ids, ...known })
  return withCommentsOf(code ?? object({}), section)
}
