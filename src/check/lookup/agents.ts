import { memoizePerCluster } from '../../graph/resource/memoize.js'
import {
  agentOf,
  type Cluster,
  nvpairValue,
  type Primitive,
  resourcesOf,
  type Template,
} from '../../model/index.js'

const templatesOf = memoizePerCluster(
  (cluster): ReadonlyMap<string, Template> =>
    new Map(
      resourcesOf(cluster).flatMap((resource) =>
        resource.element === 'template' ? [[resource.id, resource] as const] : [],
      ),
    ),
)

/** The template of a primitive, undefined where it has none or names none. */
function templateOf(cluster: Cluster, { template }: Primitive): Template | undefined {
  return template === undefined ? undefined : templatesOf(cluster).get(template)
}

/** The agent of a primitive, its own or its template's: `ocf:heartbeat:IPaddr2`. */
export function agentWithTemplate(cluster: Cluster, primitive: Primitive): string {
  return agentOf(templateOf(cluster, primitive) ?? primitive)
}

/** The value of a parameter, the primitive's own or its template's, from sets without a rule. */
export function parameterOf(cluster: Cluster, primitive: Primitive, name: string): string | undefined {
  const own = nvpairValue(primitive.instanceAttributes, name)
  return own ?? nvpairValue(templateOf(cluster, primitive)?.instanceAttributes ?? [], name)
}
