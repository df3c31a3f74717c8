import {
  type Cluster,
  nodesOf,
  primitivesOf,
  type RawElement,
  type Resource,
  resourcesOf,
} from '../../src/model/index.js'
import { attributeOf, raw } from '../../src/pacemaker/status/raw-element.js'
import { changed, mapPrimitives, pairs } from './plain-cluster.js'
import type { Random } from './random.js'
import { inState, isActive } from './status.js'

const kinds = [
  'down',
  'standby',
  'maintenance',
  'failed',
  'disabled',
  'unmanaged',
  'restart',
  'monitor',
] as const

/** The cluster after something has happened to a node or a resource; `names` gets what it was. */
export function perturbed(cluster: Cluster, random: Random, names: string[]): Cluster {
  const nodes = nodesOf(cluster).map(({ uname = '' }) => uname)
  const resources = resourcesOf(cluster)
  const ids = resources.flatMap((resource) => [resource.id, ...primitivesOf(resource).map(({ id }) => id)])
  const primitives = resources.flatMap((resource) => primitivesOf(resource).map(({ id }) => id))
  const id = random.pick(ids)
  const primitive = random.pick(primitives)
  const node = random.pick(nodes)
  const kind = random.pick(kinds)
  switch (kind) {
    case 'down':
      names.push(`${node} down`)
      return inState(cluster, { [node]: 'down' }, [])
    case 'standby':
    case 'maintenance':
      names.push(`${node} ${kind}`)
      return withNodeAttribute(cluster, node, kind)
    case 'failed': {
      const on = nodes.filter(() => random.chance(0.6))
      names.push(`${primitive} failed on ${on}`)
      return inState(cluster, Object.fromEntries(on.map((name) => [name, 'failed' as const])), [primitive])
    }
    case 'disabled':
      names.push(`${id} disabled`)
      return withMeta(cluster, [id], 'target-role', 'Stopped')
    case 'unmanaged':
      names.push(`${id} unmanaged`)
      return withMeta(cluster, [id], 'is-managed', 'false')
    case 'restart':
      names.push(`${primitive} restart`)
      return changed(cluster, { resources: resources.map((r) => withNewParameter(r, primitive)) })
    default:
      names.push(`${primitive} monitor fails on ${node}`)
      return withFailedMonitor(cluster, primitive, node)
  }
}

function withNodeAttribute(cluster: Cluster, node: string, name: string): Cluster {
  const items = nodesOf(cluster).map((one) => {
    const set = {
      element: 'instance_attributes',
      id: `x-${node}-${name}`,
      nvpairs: pairs(`x-${node}`, { [name]: 'on' }),
    } as const
    return one.uname === node ? { ...one, instanceAttributes: [...one.instanceAttributes, set] } : one
  })
  return { ...cluster, configuration: { ...cluster.configuration, nodes: { element: 'nodes', items } } }
}

/** The cluster with a meta attribute of some resources set. */
export function withMeta(cluster: Cluster, ids: readonly string[], name: string, value: string): Cluster {
  const own = <R extends Resource>(resource: R): R => {
    const set = {
      element: 'meta_attributes',
      id: `x-${resource.id}-${name}`,
      nvpairs: pairs(`x-${resource.id}`, { [name]: value }),
    } as const
    return ids.includes(resource.id)
      ? { ...resource, metaAttributes: [set, ...resource.metaAttributes] }
      : resource
  }
  const resources = resourcesOf(cluster).map((resource) =>
    own(mapPrimitives(resource, (primitive) => (primitive.id === resource.id ? primitive : own(primitive)))),
  )
  return changed(cluster, { resources })
}

function withNewParameter(resource: Resource, id: string): Resource {
  return mapPrimitives(resource, (primitive) => {
    if (primitive.id !== id) return primitive
    const set = {
      element: 'instance_attributes',
      id: `x-${id}`,
      nvpairs: pairs(`x-${id}`, { fake: '1' }),
    } as const
    return { ...primitive, instanceAttributes: [...primitive.instanceAttributes, set] }
  })
}

function withFailedMonitor(cluster: Cluster, id: string, node: string): Cluster {
  const change = (element: RawElement, uname: string): RawElement => {
    const name = element.name === 'node_state' ? (attributeOf(element, 'uname') ?? '') : uname
    const own = (attributeOf(element, 'id') ?? '').replace(/:\d+$/, '')
    const children = element.children.map((child) => change(child, name))
    if (element.name !== 'lrm_resource' || own !== id || name !== node || !isActive(element))
      return { ...element, children }
    const full = attributeOf(element, 'id') ?? ''
    const failed = raw('lrm_rsc_op', {
      id: `${full}_last_failure_0`,
      operation_key: `${full}_monitor_10000`,
      operation: 'monitor',
      'transition-key': '9:9:0:aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa',
      'transition-magic': '0:7;9:9:0:aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa',
      'call-id': '99',
      'rc-code': '7',
      'op-status': '0',
      interval: '10000',
      on_node: node,
      'last-rc-change': '1',
    })
    return { ...element, children: [...children, failed] }
  }
  if (cluster.status === undefined) return cluster
  return { ...cluster, status: change(cluster.status, '') }
}
