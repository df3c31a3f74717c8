import type { Cluster } from './element/configuration.js'
import type { Bundle, Primitive, Resource } from './element/resources.js'
import { hasId, primitivesOf, resourcesOf } from './sections.js'
import { agentWithTemplate } from './templates.js'

/** Agents of addresses, whoever provides them: `ocf:heartbeat:IPaddr2`, `ocf:heartbeat:IPv6addr`, `ocf:fuel:ns_IPaddr2`. */
const vipAgent = /^ocf:.*:(ns_)?(IPaddr2?|IPv6addr)$/

/** Agents and units of HAProxy: `systemd:haproxy`, `systemd:haproxy@web`, `ocf:fuel:ns_haproxy`. */
const haproxyAgent = /:(ns_)?haproxy(@.*)?(\.service)?$/

/** The virtual IPs: primitives of IPaddr2, IPaddr or IPv6addr of any provider, wherever they are. */
export function vipsOf(cluster: Cluster): readonly Primitive[] {
  return resourcesOf(cluster)
    .flatMap(primitivesOf)
    .filter(hasId)
    .filter((primitive) => vipAgent.test(agentWithTemplate(cluster, primitive)))
}

/** The resources that run HAProxy: a primitive, or the clone or bundle of it; never an id inside a clone. */
export function haproxiesOf(cluster: Cluster): readonly string[] {
  return resourcesOf(cluster).flatMap((resource) => {
    if (!hasId(resource)) return []
    if (resource.element === 'bundle' && resource.primitive === undefined) {
      return isHaproxyImage(resource) ? [resource.id] : []
    }
    const inside = primitivesOf(resource)
      .filter(hasId)
      .filter((primitive) => haproxyAgent.test(agentWithTemplate(cluster, primitive)))
    return inside.length === 0
      ? []
      : [resource.element === 'group' ? (inside[0] as Resource).id : resource.id]
  })
}

function isHaproxyImage({ container }: Bundle): boolean {
  const name = container.image?.split('/').at(-1)?.split(/[:@]/)[0]
  return name?.includes('haproxy') ?? false
}
