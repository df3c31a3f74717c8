import {
  type CibElement,
  type Cluster,
  type Constraint,
  constraintsOf,
  type MetaAttributes,
  nvpairValue,
  type Op,
  type Primitive,
} from '../../model/index.js'
import { roleOf } from '../../model/roles.js'
import { mapChildren, placesOf } from '../../model/walk.js'
import { durationMs } from '../../options/values.js'
import type { ActiveResource } from '../cluster-status.js'
import { type FailedOperation, withFailedOperation } from '../status/failed-operation.js'
import { type NodeChanges, withNodeChanges } from '../status/synthetic-status.js'

/** Something that happens to a cluster. */
export interface Event {
  readonly kind:
    | 'nodes'
    | 'failure'
    | 'failure-for-good'
    | 'failure-everywhere'
    | 'standby'
    | 'move'
    | 'restart'
    | 'disable'
    | 'stop-all'
  /** What happens, in words. */
  readonly words: string
  /** How many events it represents: itself, and those that the configuration cannot distinguish from it. */
  readonly count: number
  readonly changes?: NodeChanges
  /** An instance that fails once. */
  readonly failing?: ActiveResource
  /** The resource that is moved, restarted or disabled. */
  readonly id?: string
  /** From where a resource is moved away; with a role, only from that. */
  readonly away?: { readonly node: string; readonly role?: 'Promoted' }
}

/** What the events of each kind have in common, in the order in which they are listed. */
export const eventTitles: Readonly<Record<Event['kind'], string>> = {
  nodes: 'States of the nodes',
  failure: 'An instance fails once',
  'failure-for-good': 'An instance has failed for good',
  'failure-everywhere': 'What has failed for good on all nodes',
  standby: 'A node is in standby',
  move: 'A resource is moved away',
  restart: 'A resource is restarted',
  disable: 'A resource is disabled',
  'stop-all': 'All resources are stopped',
}

/** The cluster after the event. */
export function happening(cluster: Cluster, event: Event): Cluster {
  const changed = withNodeChanges(cluster, event.changes ?? {})
  const { kind, id = '', failing, away } = event
  if (failing !== undefined) return withFailedOperation(changed, failureOf(cluster, failing))
  if (away !== undefined) return movedAway(changed, id, away)
  if (kind === 'restart') return restarted(changed, id)
  if (kind === 'disable') return disabled(changed, id)
  return kind === 'stop-all' ? stopped(changed) : changed
}

/** A monitor of the instance that fails, by the interval that the configuration has for its role. */
function failureOf(cluster: Cluster, { id, instance, node, role }: ActiveResource): FailedOperation {
  const primitive = placesOf(cluster, 'primitive').find(({ element }) => element.id === id)?.element
  const monitors = primitive?.operations?.ops.filter(({ name }) => name === 'monitor') ?? []
  const isOfRole = (op: Op) => (roleOf(op.role) === 'Promoted') === (role === 'Promoted')
  const text = (monitors.find(isOfRole) ?? monitors[0])?.interval
  const interval = (text === undefined ? undefined : durationMs(text)) || 10_000
  return { resource: instance, operation: 'monitor', interval, node, code: 1 }
}

/** The ban that `pcs resource move` makes. */
function movedAway(cluster: Cluster, rsc: string, { node, role }: NonNullable<Event['away']>): Cluster {
  // Each schema below 4.0 has the old name, only some the new one.
  const promoted = cluster.validateWith?.startsWith('pacemaker-4') ? 'Promoted' : 'Master'
  const ban: Constraint = {
    element: 'rsc_location',
    id: `${rsc}-lightcib-move`,
    rsc,
    node,
    ...(role && { role: promoted }),
    score: '-INFINITY',
    resourceSets: [],
    rules: [],
  }
  const items = [...constraintsOf(cluster), ban]
  const constraints = { ...cluster.configuration.constraints, element: 'constraints' as const, items }
  return { ...cluster, configuration: { ...cluster.configuration, constraints } }
}

/** Another parameter is a reason to restart. */
function restarted(cluster: Cluster, id: string): Cluster {
  return changedInside(cluster, id, (primitive) => ({
    ...primitive,
    instanceAttributes: [
      ...primitive.instanceAttributes,
      {
        element: 'instance_attributes',
        id: `${primitive.id}-lightcib-restart`,
        nvpairs: [
          {
            element: 'nvpair',
            id: `${primitive.id}-lightcib-restart-1`,
            name: 'lightcib-restart',
            value: '1',
          },
        ],
      },
    ],
  }))
}

function changedInside(cluster: Cluster, id: string, change: (primitive: Primitive) => Primitive): Cluster {
  const within = (element: CibElement, isInside: boolean): CibElement => {
    const isNow = isInside || ('id' in element && element.id === id && element.element !== 'template')
    if (isNow && element.element === 'primitive') return change(element)
    return mapChildren(element, (child) => within(child, isNow))
  }
  const { resources } = cluster.configuration
  if (resources === undefined) return cluster
  const items = resources.items.map((item) => within(item, false) as typeof item)
  return { ...cluster, configuration: { ...cluster.configuration, resources: { ...resources, items } } }
}

function disabled(cluster: Cluster, id: string): Cluster {
  const set: MetaAttributes = {
    element: 'meta_attributes',
    id: `${id}-lightcib-disabled`,
    score: 'INFINITY',
    nvpairs: [{ element: 'nvpair', id: `${id}-lightcib-disabled-1`, name: 'target-role', value: 'Stopped' }],
  }
  const change = (element: CibElement): CibElement => {
    const changed = mapChildren(element, change)
    if (!('metaAttributes' in changed) || changed.element === 'template' || changed.id !== id) return changed
    return {
      ...changed,
      metaAttributes: [set, ...(changed.metaAttributes as readonly MetaAttributes[])],
    } as CibElement
  }
  return mapChildren(cluster, change)
}

function stopped(cluster: Cluster): Cluster {
  const { crmConfig } = cluster.configuration
  const set = {
    element: 'cluster_property_set' as const,
    id: 'lightcib-stop-all',
    score: 'INFINITY',
    nvpairs: [
      { element: 'nvpair' as const, id: 'lightcib-stop-all-1', name: 'stop-all-resources', value: 'true' },
    ],
  }
  const items = [set, ...(crmConfig?.items ?? [])]
  return {
    ...cluster,
    configuration: { ...cluster.configuration, crmConfig: { ...crmConfig, element: 'crm_config', items } },
  }
}

/** True where an operator has stopped a resource already. */
export function isDisabled({
  metaAttributes,
}: {
  readonly metaAttributes: readonly MetaAttributes[]
}): boolean {
  return nvpairValue(metaAttributes, 'target-role')?.toLowerCase() === 'stopped'
}
