import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.js'
import { noteUnknown, type OptionTable } from '../../dsl/options.js'
import { type Cluster, type Policy, pathOf, placesOf, primitivesOf, resourcesOf } from '../../model/index.js'
import { languageOf } from '../../model/language.js'
import { referencesIn } from '../../model/sections.js'
import { haproxiesOf, vipsOf } from '../../model/services.js'
import { pathOfId } from '../../model/walk.js'

/** The agent types that the lightweight architecture has beside virtual IPs and HAProxy. */
const lightServices: readonly string[] = [
  'rabbitmq-cluster',
  'galera',
  'redis',
  'mongod',
  'openstack-cinder-volume',
]

export interface LightOptions {
  /** Types of agents, or ids, that may be under Pacemaker beside virtual IPs and HAProxy. */
  readonly services?: readonly string[]
}

const lightOptions = {
  of: 'light()',
  options: { services: 'child' },
} as const satisfies OptionTable<LightOptions>

/**
 * Requires the lightweight architecture: Pacemaker runs only virtual IPs, HAProxy and the given services (ids of
 * resources or types of agents), and the only orders and colocations are between virtual IPs and HAProxy.
 * `light[=SERVICE,...]`.
 *
 * @example
 * ```ts
 * const vip = ocf.heartbeat.IPaddr2('vip', { ip: '192.0.2.6' })
 * const haproxy = clone(systemd('haproxy'))
 * export default cluster({
 *   resources: [vip, haproxy],
 *   constraints: [order(vip, haproxy, { kind: 'Optional' }), colocation(vip, haproxy)],
 *   policies: [light()],
 * })
 * ```
 */
export function light(options: LightOptions = {}): Policy {
  const { services = lightServices } = options
  return {
    name: 'light',
    ...noteUnknown(options, lightOptions),
    check: (cluster) => [...heavyResources(cluster, services), ...heavyConstraints(cluster)],
  }
}

function heavyResources(cluster: Cluster, services: readonly string[]): Diagnostic[] {
  const own = new Set([...vipsOf(cluster).map(({ id }) => id), ...haproxiesOf(cluster)])
  return resourcesOf(cluster)
    .filter(({ element, id }) => element !== 'template' && !own.has(id) && !services.includes(id))
    .filter((resource) => {
      const inside = primitivesOf(resource)
      const isOurs = ({ id, type = '' }: { id: string; type?: string }) =>
        own.has(id) || services.includes(id) || services.includes(type)
      return inside.length === 0 || !inside.every(isOurs)
    })
    .map(({ id }) =>
      diagnostic('light-architecture', pathOfId(cluster, id), {
        id,
        isConstraint: false,
        language: languageOf(cluster),
      }),
    )
}

function heavyConstraints(cluster: Cluster): Diagnostic[] {
  const vips = new Set(vipsOf(cluster).map(({ id }) => id))
  const haproxies = new Set(haproxiesOf(cluster))
  const isLight = (ids: readonly string[]) =>
    ids.every((id) => vips.has(id) || haproxies.has(id)) &&
    ids.some((id) => vips.has(id)) &&
    ids.some((id) => haproxies.has(id))
  return [...placesOf(cluster, 'rsc_order'), ...placesOf(cluster, 'rsc_colocation')]
    .filter(({ element }) => !isLight(referencesIn(element)))
    .map((place) =>
      diagnostic('light-architecture', pathOf(place), {
        id: place.element.id ?? '',
        isConstraint: true,
        language: languageOf(cluster),
      }),
    )
}
