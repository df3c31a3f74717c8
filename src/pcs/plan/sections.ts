import {
  type CibElement,
  type Cluster,
  type ClusterNode,
  type ClusterPropertySet,
  type Constraint,
  constraintsOf,
  type Handlers,
  handle,
  nodesOf,
  type Resource,
  resourcesOf,
} from '../../model/index.js'
import type { Context, Conversion } from '../command/conversion.js'
import { convertAclGroup, convertAclRole, convertAclTarget } from '../element/acl.js'
import { convertAlert } from '../element/alert.js'
import { convertBundle } from '../element/bundle.js'
import { convertColocation } from '../element/colocation.js'
import { convertOpDefaults, convertResourceDefaults } from '../element/defaults.js'
import { convertFencingLevel } from '../element/fencing.js'
import { convertClone, convertGroup } from '../element/group-clone.js'
import { convertLocation } from '../element/location.js'
import { convertOrder } from '../element/order.js'
import { convertPrimitive } from '../element/primitive.js'
import { convertNode, convertProperties, isClusterOwned } from '../element/settings.js'
import { convertTag } from '../element/tag.js'
import { convertTicket } from '../element/ticket.js'

/** A list below `<configuration>`: what of it is converted, and how. */
export interface ConvertedSection {
  /** Its element in the CIB. */
  readonly name: string
  readonly items: (cluster: Cluster) => readonly CibElement[]
  /** The item without what the cluster maintains by itself. */
  readonly wanted: (item: CibElement) => CibElement
  readonly convert: (wanted: CibElement, context: Context) => Conversion
}

const unsupportedElement =
  (what: string) =>
  (element: CibElement, context: Context): Conversion => {
    context.unsupported({ element, what })
    return { commands: [] }
  }

const resources: Handlers<Resource['element'], Context, Conversion> = {
  primitive: convertPrimitive,
  group: convertGroup,
  clone: convertClone,
  bundle: convertBundle,
  master: unsupportedElement('a <master>, the form of a promotable clone before schema 3.1'),
  template: unsupportedElement('a resource template'),
}

const constraints: Handlers<Constraint['element'], Context, Conversion> = {
  rsc_order: convertOrder,
  rsc_colocation: convertColocation,
  rsc_location: convertLocation,
  rsc_ticket: convertTicket,
}

const acls: Handlers<'acl_role' | 'acl_target' | 'acl_group', Context, Conversion> = {
  acl_role: convertAclRole,
  acl_target: convertAclTarget,
  acl_group: convertAclGroup,
}

/** The sections in the order in which the script builds them: what is referred to comes first. */
export const sections: readonly ConvertedSection[] = [
  section('crm_config', propertySets, convertProperties, settable),
  section('nodes', nodesWithAttributes, convertNode, attributesOnly),
  section(
    'rsc_defaults',
    ({ configuration }) => configuration.rscDefaults?.items ?? [],
    convertResourceDefaults,
  ),
  section('op_defaults', ({ configuration }) => configuration.opDefaults?.items ?? [], convertOpDefaults),
  section('resources', resourcesOf, (resource, context) => handle(resources, resource, context)),
  section('tags', ({ configuration }) => configuration.tags?.items ?? [], convertTag),
  section('constraints', constraintsOf, (constraint, context) => handle(constraints, constraint, context)),
  section(
    'fencing-topology',
    ({ configuration }) => configuration.fencingTopology?.items ?? [],
    convertFencingLevel,
  ),
  section(
    'acls',
    ({ configuration }) => configuration.acls?.items ?? [],
    (item, context) => handle(acls, item, context),
  ),
  section('alerts', ({ configuration }) => configuration.alerts?.items ?? [], convertAlert),
]

function section<Item extends CibElement>(
  name: string,
  items: (cluster: Cluster) => readonly Item[],
  convert: (wanted: Item, context: Context) => Conversion,
  wanted: (item: Item) => Item = (item) => item,
): ConvertedSection {
  return {
    name,
    items,
    wanted: (item) => wanted(item as Item),
    convert: (item, context) => convert(item as Item, context),
  }
}

/** The property sets with more than what the cluster, or a script, sets by itself. */
function propertySets({ configuration }: Cluster): readonly ClusterPropertySet[] {
  return (configuration.crmConfig?.items ?? []).filter(
    ({ nvpairs }) => nvpairs.length === 0 || !nvpairs.every(isClusterOwned),
  )
}

function settable(set: ClusterPropertySet): ClusterPropertySet {
  return { ...set, nvpairs: set.nvpairs.filter((pair) => !isClusterOwned(pair)) }
}

function nodesWithAttributes(cluster: Cluster): readonly ClusterNode[] {
  return nodesOf(cluster).filter(
    ({ instanceAttributes, utilization }) => instanceAttributes.length + utilization.length > 0,
  )
}

function attributesOnly({ id, uname, instanceAttributes, utilization }: ClusterNode): ClusterNode {
  return {
    element: 'node',
    ...(id === undefined ? {} : { id }),
    ...(uname === undefined ? {} : { uname }),
    instanceAttributes,
    utilization,
  }
}
