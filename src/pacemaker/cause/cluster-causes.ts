import { propertyOf } from '../../graph/resource/meta-attributes.js'
import { resourceIndex } from '../../graph/resource/resource-index.js'
import {
  booleanOf,
  type CibElement,
  type Cluster,
  constraintsOf,
  type Nvpair,
  type Primitive,
  type RawElement,
} from '../../model/index.js'
import { templateOf } from '../../model/templates.js'
import { pathOfId, placesOf } from '../../model/walk.js'
import type { ClusterStatus } from '../cluster-status.js'
import { attributeOf, raw } from '../status/raw-element.js'
import type { Cause } from './cause.js'
import { withLocation, withoutId, withProperty } from './edit.js'
import { below, childrenAt, nodeStates } from './status-places.js'
import { causeWords } from './words.js'

/** What the properties of the cluster keep from running. */
export function propertyCauses(cluster: Cluster): readonly Cause[] {
  const pairs = cluster.configuration.crmConfig?.items.flatMap(({ nvpairs }) => nvpairs) ?? []
  return pairs.flatMap((nvpair: Nvpair) => {
    const { id, name = '', value = '' } = nvpair
    const words = harmOf(name.replaceAll('_', '-'), value)
    if (id === undefined || words === undefined) return []
    return {
      kind: 'property',
      id: name,
      path: pathOfId(cluster, id),
      element: nvpair as CibElement,
      words,
      command: ['pcs', 'property', 'set', `${name}=`],
      lift: withoutId(id),
    }
  })
}

function harmOf(name: string, value: string): string | undefined {
  const is = booleanOf(value)
  switch (name) {
    case 'stop-all-resources':
      return is === true ? causeWords.stopAll() : undefined
    case 'maintenance-mode':
      return is === true ? causeWords.maintenanceMode(name, value) : undefined
    case 'is-managed-default':
      return is === false ? causeWords.maintenanceMode(name, value) : undefined
    case 'node-health-strategy':
      return value === 'none' ? undefined : causeWords.healthStrategy(value)
    default:
      return undefined
  }
}

/** That fencing is on and nothing can fence: Pacemaker then starts nothing. */
export function fencingCauses(cluster: Cluster): readonly Cause[] {
  const isOn = booleanOf(propertyOf(cluster, 'stonith-enabled') ?? 'true') !== false
  const hasDevice = placesOf(cluster, 'primitive').some(
    ({ element }) => agentClass(cluster, element) === 'stonith',
  )
  if (!isOn || hasDevice) return []
  const { crmConfig } = cluster.configuration
  return [
    {
      kind: 'property',
      id: 'stonith-enabled',
      path: '/cib/configuration/crm_config',
      ...(crmConfig && { element: crmConfig }),
      words: causeWords.noFencing(),
      command: ['pcs', 'property', 'set', 'stonith-enabled=false'],
      lift: withProperty('stonith-enabled', 'false'),
    },
  ]
}

function agentClass(cluster: Cluster, primitive: Primitive): string | undefined {
  return (templateOf(cluster, primitive) ?? primitive).class
}

/** That the nodes have no quorum. */
export function quorumCauses(cluster: Cluster, areAllOnline: boolean): readonly Cause[] {
  if (booleanOf(cluster.haveQuorum) !== false) return []
  const policy = propertyOf(cluster, 'no-quorum-policy') ?? 'stop'
  if (policy === 'ignore') return []
  return [
    {
      kind: 'quorum',
      path: '/cib/@have-quorum',
      element: cluster,
      words: causeWords.quorum(policy),
      command: areAllOnline ? ['pcs', 'quorum', 'unblock'] : ['pcs', 'cluster', 'start', '--all'],
      lift: (changed) => ({ ...changed, haveQuorum: '1' }),
    },
  ]
}

/** That a resource needs to be allowed on each node, where the cluster is opt-in. */
export function optInCauses(cluster: Cluster, id: string, { online }: ClusterStatus): readonly Cause[] {
  if (booleanOf(propertyOf(cluster, 'symmetric-cluster')) !== false) return []
  return online.map((node) => ({
    kind: 'opt-in',
    id,
    node,
    path: '/cib/configuration/constraints',
    ...(cluster.configuration.constraints && { element: cluster.configuration.constraints }),
    words: causeWords.optIn(id, node),
    command: ['pcs', 'constraint', 'location', id, 'prefers', `${node}=INFINITY`],
    lift: withLocation(id, node, 'INFINITY'),
  }))
}

/** That what runs and is not configured any more is stopped, and with a remote or guest node what runs there. */
export function orphanCauses(cluster: Cluster): readonly Cause[] {
  if (booleanOf(propertyOf(cluster, 'stop-orphan-resources')) === false) return []
  const index = resourceIndex(cluster)
  const known = nodeStates(cluster).flatMap((state) =>
    below(state, 'lrm_resource').flatMap(({ element }) => attributeOf(element, 'id') ?? []),
  )
  const orphans = [...new Set(known)].filter(
    (id) => index.get(id) === undefined && index.get(id.replace(/:\d+$/, '')) === undefined,
  )
  if (orphans.length === 0) return []
  const { crmConfig } = cluster.configuration
  return [
    {
      kind: 'orphan',
      id: 'stop-orphan-resources',
      path: '/cib/configuration/crm_config',
      ...(crmConfig && { element: crmConfig }),
      words: causeWords.orphans(orphans),
      command: ['pcs', 'property', 'set', 'stop-orphan-resources=false'],
      lift: withProperty('stop-orphan-resources', 'false'),
    },
  ]
}

/** The tickets that the cluster does not have, or has in standby. */
export function ticketCauses(
  cluster: Cluster,
): readonly (Cause & { readonly resources: readonly string[] })[] {
  const tickets = new Set(
    constraintsOf(cluster).flatMap((each) => (each.element === 'rsc_ticket' ? (each.ticket ?? []) : [])),
  )
  return [...tickets].flatMap((ticket) => {
    const status = { element: cluster.status ?? raw('status', {}), path: '/cib/status' }
    const state = childrenAt(status)
      .filter(({ element }) => element.name === 'tickets')
      .flatMap(childrenAt)
      .find(({ element }) => attributeOf(element, 'id') === ticket)
    const isGranted = booleanOf(state && attributeOf(state.element, 'granted')) === true
    const isStandby = booleanOf(state && attributeOf(state.element, 'standby')) === true
    const about = {
      kind: 'ticket' as const,
      id: ticket,
      path: state?.path ?? '/cib/status/tickets',
      ...(state && { element: state.element }),
      resources: [],
    }
    const command = ['crm_ticket', '--ticket', ticket]
    const revoked = {
      ...about,
      words: causeWords.ticketRevoked(ticket),
      command: [...command, '--grant', '--force'],
      lift: (changed: Cluster) => withTicket(changed, ticket, 'granted', 'true'),
    }
    const standby = {
      ...about,
      words: causeWords.ticketStandby(ticket),
      command: [...command, '--activate'],
      lift: (changed: Cluster) => withTicket(changed, ticket, 'standby', 'false'),
    }
    return [...(isGranted ? [] : [revoked]), ...(isStandby ? [standby] : [])]
  })
}

/** The cluster with this attribute of a ticket's state. */
function withTicket(cluster: Cluster, ticket: string, name: string, value: string): Cluster {
  const states = cluster.status?.children ?? []
  const known = states.filter((state) => state.name === 'tickets').flatMap(({ children }) => children)
  const isTicket = (state: RawElement) => attributeOf(state, 'id') === ticket
  const own = known.find(isTicket)?.attributes ?? []
  const changed = raw('ticket_state', { id: ticket, ...Object.fromEntries(own), [name]: value })
  const tickets = raw('tickets', {}, [...known.filter((state) => !isTicket(state)), changed])
  return {
    ...cluster,
    status: raw('status', {}, [...states.filter((state) => state.name !== 'tickets'), tickets]),
  }
}
