import type { ChildOrder } from '../../dsl/cluster/child-order.js'
import type { Cluster, ElementBase } from '../../model/index.js'
import { fieldOf, shapes } from '../../model/shapes/shapes.js'
import { idsIn } from '../../model/walk.js'
import { array, type Code, call, nullCode, object, text, unlessEmpty } from '../syntax/code.js'
import { type Fields, field, filled } from '../syntax/fields.js'
import { constraintCodes } from './constraints.js'
import { withCommentsOf } from './convert.js'
import { defaultsCode, propertyCodes } from './defaults.js'
import { extraLiteral, rawCall } from './literal.js'
import { nodeCode } from './nodes.js'
import { aclCode, alertCode, fencingLevelCode, serviceCode, tagCode } from './sections.js'
import type { Variables } from './variables.js'

/** The call of `cluster`; the variables that it needs are defined on the way. */
export function clusterCode(cluster: Cluster, order: ChildOrder, variables: Variables): Code {
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
    ...sectionFields(cluster, variables),
    ['services', cluster.services && array(cluster.services.map(serviceCode))],
    ['childOrder', orderCode(order)],
    ['extra', unlessEmpty(object(extraFields(cluster)))],
    ['status', status && rawCall(status)],
  ])
  return withCommentsOf(withCommentsOf(call('cluster', options), configuration), cluster)
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

/** The sections that are lists, in the order in which a person reads them. */
function sectionFields({ configuration }: Cluster, variables: Variables): Fields {
  const { resources, constraints, fencingTopology, tags, acls, alerts } = configuration
  const resourceCodes = resources?.items.map(variables.place)
  const tagCodes = tags?.items.map((tag) => variables.define(tag, () => tagCode(tag, variables)))
  const others = idsIn(resources?.items ?? [])
  return [
    ['resources', listCode(resources, resourceCodes, true)],
    [
      'constraints',
      listCode(constraints, constraints && constraintCodes(constraints.items, others, variables), true),
    ],
    [
      'fencingLevels',
      listCode(
        fencingTopology,
        fencingTopology?.items.map((level) => fencingLevelCode(level, variables)),
      ),
    ],
    ['tags', listCode(tags, tagCodes)],
    [
      'acls',
      listCode(
        acls,
        acls?.items.map((item) => variables.define(item, () => aclCode(item, variables))),
      ),
    ],
    ['alerts', listCode(alerts, alerts?.items.map(alertCode))],
  ]
}

/** The list of a section; for one that is missing, `null` where the builder adds it by default. */
function listCode(
  section: ElementBase | undefined,
  items: readonly Code[] | undefined,
  byDefault = false,
): Code | undefined {
  if (section === undefined || items === undefined) return byDefault ? nullCode : undefined
  const code = withCommentsOf(array(items), section)
  return byDefault && items.length === 0 && code.expression.comments === undefined ? undefined : code
}

function extraFields(cluster: Cluster): Fields {
  const { element: _, extra: __, unknownOptions: ___, suppressed: ____, ...sections } = cluster.configuration
  const elements = [cluster, cluster.configuration, ...Object.values(sections)]
  return elements.map(({ element, extra }) => [element, extraLiteral(extra)] as const)
}
