import type { ChildOrder } from '../../dsl/cluster/child-order.js'
import type { Cluster, ElementBase } from '../../model/index.js'
import { fieldOf, shapes } from '../../model/shapes.js'
import { idsIn } from '../../model/walk.js'
import type { Definitions } from '../factoring/definitions.js'
import { array, type Code, call, nothing, object, text, unlessEmpty } from '../syntax/code.js'
import { type Fields, field, filled } from '../syntax/fields.js'
import { constraintCodes } from './constraints.js'
import { annotate } from './convert.js'
import { defaultsCode, propertyCodes } from './defaults.js'
import { extraLiteral, spellRaw } from './literal.js'
import { nodeCode } from './nodes.js'
import { aclCode, alertCode, fencingLevelCode, tagCode } from './sections.js'

/** The call of `cluster`, and all definitions that it needs. */
export function clusterCode(cluster: Cluster, order: ChildOrder, definitions: Definitions): Code {
  const { configuration, status } = cluster
  const { nodes, crmConfig, rscDefaults, opDefaults } = configuration
  const [name, properties] = propertyCodes(crmConfig)
  const options = object([
    ['name', name],
    ['schema', filled(cluster.validateWith, 'text', 'pacemaker-3.9')],
    ['cib', unlessEmpty(object(cibFields(cluster)))],
    ['nodes', listCode(nodes, nodes?.items.map(nodeCode), true)],
    ['properties', properties],
    ['rscDefaults', defaultsCode(rscDefaults)],
    ['opDefaults', defaultsCode(opDefaults)],
    ...sectionFields(cluster, definitions),
    ['childOrder', orderCode(order)],
    ['extra', unlessEmpty(object(extraFields(cluster)))],
    ['status', status && spellRaw(status)],
  ])
  return annotate(annotate(call('cluster', options), configuration), cluster)
}

function orderCode(order: ChildOrder): Code<object> | undefined {
  return unlessEmpty(object(Object.entries(order).map(([name, first]) => [name, array(first.map(text))])))
}

const epochs: readonly string[] = ['adminEpoch', 'epoch', 'numUpdates']

function cibFields(cluster: Cluster): Fields {
  const fields = cluster as unknown as Readonly<Record<string, string | undefined>>
  return shapes.cib.attributes
    .map(fieldOf)
    .filter((name) => name !== 'validateWith')
    .map((name) => {
      const given = fields[name]
      return [name, epochs.includes(name) ? filled(given, 'value', '0') : field(given, 'value')] as const
    })
}

/** The sections whose items stand in lists, in the order in which a person reads them. */
function sectionFields({ configuration }: Cluster, definitions: Definitions): Fields {
  const { resources, constraints, fencingTopology, tags, acls, alerts } = configuration
  const resourceCodes = resources?.items.map(definitions.place)
  const tagCodes = tags?.items.map((tag) => definitions.define(tag, () => tagCode(tag, definitions)))
  const others = idsIn(resources?.items ?? [])
  return [
    ['resources', listCode(resources, resourceCodes, true)],
    [
      'constraints',
      listCode(constraints, constraints && constraintCodes(constraints.items, others, definitions), true),
    ],
    [
      'fencingLevels',
      listCode(
        fencingTopology,
        fencingTopology?.items.map((level) => fencingLevelCode(level, definitions)),
      ),
    ],
    ['tags', listCode(tags, tagCodes)],
    [
      'acls',
      listCode(
        acls,
        acls?.items.map((item) => definitions.define(item, () => aclCode(item, definitions))),
      ),
    ],
    ['alerts', listCode(alerts, alerts?.items.map(alertCode))],
  ]
}

/** The list of a section: `null` where one is not there that the builder makes, nothing where it makes none. */
function listCode(
  section: ElementBase | undefined,
  items: readonly Code[] | undefined,
  byDefault = false,
): Code | undefined {
  if (section === undefined || items === undefined) return byDefault ? nothing : undefined
  const code = annotate(array(items), section)
  return byDefault && items.length === 0 && code.doc.comments === undefined ? undefined : code
}

function extraFields(cluster: Cluster): Fields {
  const { element: _, extra: __, ...sections } = cluster.configuration
  const holders = [cluster, cluster.configuration, ...Object.values(sections)]
  return holders.map((holder) => [holder.element, extraLiteral(holder.extra)] as const)
}
