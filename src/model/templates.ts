import { agentOf } from './agent.js'
import type { Cluster } from './element/configuration.js'
import type { Primitive, Template } from './element/resources.js'
import { nvpairValue, resourcesOf } from './sections.js'

const known = new WeakMap<Cluster, ReadonlyMap<string, Template>>()

/** The template of a primitive, undefined where it has none or names none; of equal ids the first. */
export function templateOf(cluster: Cluster, { template }: Primitive): Template | undefined {
  if (template === undefined) return undefined
  const templates = known.get(cluster) ?? templatesOf(cluster)
  known.set(cluster, templates)
  return templates.get(template)
}

/** The agent of a primitive, its own or its template's: `ocf:heartbeat:IPaddr2`. */
export function agentWithTemplate(cluster: Cluster, primitive: Primitive): string {
  return agentOf(templateOf(cluster, primitive) ?? primitive)
}

function templatesOf(cluster: Cluster): ReadonlyMap<string, Template> {
  const found = new Map<string, Template>()
  for (const resource of resourcesOf(cluster)) {
    if (resource.element === 'template' && !found.has(resource.id)) found.set(resource.id, resource)
  }
  return found
}

/** The value of a parameter, the primitive's own or its template's, from sets without a rule. */
export function parameterOf(cluster: Cluster, primitive: Primitive, name: string): string | undefined {
  const own = nvpairValue(primitive.instanceAttributes, name)
  return own ?? nvpairValue(templateOf(cluster, primitive)?.instanceAttributes ?? [], name)
}
