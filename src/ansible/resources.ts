import { pcsId } from '../model/ids.js'
import {
  agentOf,
  type Bundle,
  type Clone,
  type Group,
  nvpairValue,
  type Op,
  type Primitive,
  primitivesOf,
  type Resource,
} from '../model/index.js'
import { attrs, capacities, optionsOf, pairsOf, some } from './options.js'
import type { Variables } from './variables.js'

/** The variables of all resources; the role has each primitive in one list, whatever it is in. */
export function resourceVariables(resources: readonly Resource[]): Variables {
  const clones = resources.filter((resource) => resource.element === 'clone')
  const bundles = resources.filter((resource) => resource.element === 'bundle')
  const groups = [...resources, ...clones.map(({ resource }) => resource)].filter(
    (resource) => resource.element === 'group',
  )
  return {
    ha_cluster_resource_primitives: resources.flatMap(primitivesOf).map(primitiveVariables),
    ha_cluster_resource_groups: groups.map(groupVariables),
    ha_cluster_resource_clones: clones.map(cloneVariables),
    ha_cluster_resource_bundles: bundles.map(bundleVariables),
  }
}

/** The order in which the CIB has the resources after the role. */
export function orderByRole(resources: readonly Resource[]): readonly Resource[] {
  const kinds = ['bundle', 'primitive', 'group', 'clone']
  return kinds.flatMap((kind) => resources.filter(({ element }) => element === kind))
}

function primitiveVariables(primitive: Primitive): Variables {
  return {
    id: primitive.id,
    agent: agentOf(primitive),
    instance_attrs: attrs(pairsOf(primitive.instanceAttributes[0])),
    meta_attrs: attrs(pairsOf(primitive.metaAttributes[0])),
    copy_operations_from_agent: false,
    operations: some((primitive.operations?.ops ?? []).map((op) => operationVariables(op, primitive.id))),
    utilization: capacities(primitive.utilization),
  }
}

function operationVariables(op: Op, resource: string): Variables {
  const isOwn = op.id === pcsId.op(resource, op.name ?? '', op.interval ?? '')
  const options = optionsOf(op, isOwn ? ['name', 'id'] : ['name'])
  return { action: op.name, attrs: [...options, ...pairsOf(op.instanceAttributes[0])] }
}

function groupVariables({ id, members, metaAttributes }: Group): Variables {
  return {
    id,
    resource_ids: members.map((member) => member.id),
    meta_attrs: attrs(pairsOf(metaAttributes[0])),
  }
}

/** An id is given only where it is not that of pcs: old ones ignore it with a warning. */
function cloneVariables({ id, resource, metaAttributes }: Clone): Variables {
  const isPromotable = nvpairValue(metaAttributes, 'promotable') === 'true'
  const meta = pairsOf(metaAttributes[0]).filter(({ name }) => !isPromotable || name !== 'promotable')
  return {
    resource_id: resource.id,
    promotable: isPromotable ? true : undefined,
    id: id === `${resource.id}-clone` ? undefined : id,
    meta_attrs: attrs(meta),
  }
}

function bundleVariables({ id, container, network, storage, primitive, metaAttributes }: Bundle): Variables {
  return {
    id,
    resource_id: primitive?.id,
    container: { type: container.element, options: some(optionsOf(container)) },
    network_options: some(network === undefined ? [] : optionsOf(network)),
    port_map: some((network?.portMappings ?? []).map((mapping) => optionsOf(mapping))),
    storage_map: some((storage?.storageMappings ?? []).map((mapping) => optionsOf(mapping))),
    meta_attrs: attrs(pairsOf(metaAttributes[0])),
  }
}
