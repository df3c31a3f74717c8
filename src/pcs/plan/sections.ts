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
import type { Context, Converter } from '../command/conversion.js'
import { sayAclGroup, sayAclRole, sayAclTarget } from '../element/acl.js'
import { sayAlert } from '../element/alert.js'
import { sayBundle } from '../element/bundle.js'
import { sayColocation } from '../element/colocation.js'
import { sayOpDefaults, sayResourceDefaults } from '../element/defaults.js'
import { sayFencingLevel } from '../element/fencing.js'
import { sayClone, sayGroup } from '../element/group-clone.js'
import { sayLocation } from '../element/location.js'
import { sayOrder } from '../element/order.js'
import { sayPrimitive } from '../element/primitive.js'
import { isClusterOwned, sayNode, sayProperties } from '../element/settings.js'
import { sayTag } from '../element/tag.js'
import { sayTicket } from '../element/ticket.js'

/** A list below `<configuration>`: what of it is to be said, and how. */
export interface ConvertedSection {
  /** Its element in the CIB. */
  readonly name: string
  readonly items: (cluster: Cluster) => readonly CibElement[]
  /** The part of an item that is not the cluster's own. */
  readonly wanted: (item: CibElement) => CibElement
  readonly say: (wanted: CibElement, context: Context) => Converter
}

const unsayable =
  (what: string) =>
  (element: CibElement, context: Context): Converter => {
    context.refuse({ element, what })
    return { commands: [] }
  }

const resources: Handlers<Resource['element'], Context, Converter> = {
  primitive: sayPrimitive,
  group: sayGroup,
  clone: sayClone,
  bundle: sayBundle,
  master: unsayable('a <master>, the form of a promotable clone before schema 3.1'),
  template: unsayable('a resource template'),
}

const constraints: Handlers<Constraint['element'], Context, Converter> = {
  rsc_order: sayOrder,
  rsc_colocation: sayColocation,
  rsc_location: sayLocation,
  rsc_ticket: sayTicket,
}

const acls: Handlers<'acl_role' | 'acl_target' | 'acl_group', Context, Converter> = {
  acl_role: sayAclRole,
  acl_target: sayAclTarget,
  acl_group: sayAclGroup,
}

/** The sections in the order in which the script makes them: what is referred to comes first. */
export const sections: readonly ConvertedSection[] = [
  section('crm_config', propertySets, sayProperties, settable),
  section('nodes', nodesWithAttributes, sayNode, attributesOnly),
  section('rsc_defaults', ({ configuration }) => configuration.rscDefaults?.items ?? [], sayResourceDefaults),
  section('op_defaults', ({ configuration }) => configuration.opDefaults?.items ?? [], sayOpDefaults),
  section('resources', resourcesOf, (resource, context) => handle(resources, resource, context)),
  section('tags', ({ configuration }) => configuration.tags?.items ?? [], sayTag),
  section('constraints', constraintsOf, (constraint, context) => handle(constraints, constraint, context)),
  section(
    'fencing-topology',
    ({ configuration }) => configuration.fencingTopology?.items ?? [],
    sayFencingLevel,
  ),
  section(
    'acls',
    ({ configuration }) => configuration.acls?.items ?? [],
    (item, context) => handle(acls, item, context),
  ),
  section('alerts', ({ configuration }) => configuration.alerts?.items ?? [], sayAlert),
]

function section<Item extends CibElement>(
  name: string,
  items: (cluster: Cluster) => readonly Item[],
  say: (wanted: Item, context: Context) => Converter,
  wanted: (item: Item) => Item = (item) => item,
): ConvertedSection {
  return {
    name,
    items,
    wanted: (item) => wanted(item as Item),
    say: (item, context) => say(item as Item, context),
  }
}

/** The property sets that hold anything besides what the cluster sets by itself. */
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
