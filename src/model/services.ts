import { agentOf } from './agent.js'
import type { Cluster } from './element/configuration.js'
import type { Bundle, Primitive, Resource } from './element/resources.js'
import { primitivesOf, resourcesOf } from './sections.js'

const vipAgents: readonly string[] = ['ocf:heartbeat:IPaddr2', 'ocf:heartbeat:IPaddr']
const haproxyAgents: readonly string[] = [
  'systemd:haproxy',
  'lsb:haproxy',
  'service:haproxy',
  'ocf:heartbeat:haproxy',
]

/** The virtual IPs: primitives of ocf:heartbeat:IPaddr2 or IPaddr, wherever they are. */
export function vipsOf(cluster: Cluster): readonly Primitive[] {
  return resourcesOf(cluster)
    .flatMap(primitivesOf)
    .filter((primitive) => vipAgents.includes(agentWithTemplate(cluster, primitive)))
}

/** The resources that run HAProxy: a primitive, or the clone or bundle of it; never an id inside a clone. */
export function haproxiesOf(cluster: Cluster): readonly string[] {
  return resourcesOf(cluster).flatMap((resource) => {
    if (resource.element === 'bundle' && resource.primitive === undefined) {
      return isHaproxyImage(resource) ? [resource.id] : []
    }
    const inside = primitivesOf(resource).filter((primitive) =>
      haproxyAgents.includes(agentWithTemplate(cluster, primitive)),
    )
    return inside.length === 0
      ? []
      : [resource.element === 'group' ? (inside[0] as Resource).id : resource.id]
  })
}

function isHaproxyImage({ container }: Bundle): boolean {
  const name = container.image?.split('/').at(-1)?.split(/[:@]/)[0]
  return name?.includes('haproxy') ?? false
}

function agentWithTemplate(cluster: Cluster, primitive: Primitive): string {
  if (primitive.template === undefined) return agentOf(primitive)
  const template = resourcesOf(cluster).find(
    (resource) => resource.element === 'template' && resource.id === primitive.template,
  )
  return template?.element === 'template' ? agentOf(template) : ''
}
