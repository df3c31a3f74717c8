import { memoizePerCluster } from '../../../graph/resource/memoize.js'
import { type Cluster, type Primitive, resourcesOf } from '../../../model/index.js'

/** The class of each template. */
const templateClasses = memoizePerCluster(
  (cluster: Cluster): ReadonlyMap<string, string | undefined> =>
    new Map(
      resourcesOf(cluster).flatMap((resource) =>
        resource.element === 'template' ? [[resource.id, resource.class] as const] : [],
      ),
    ),
)

/** The class of a primitive's agent, its own or that of its template. */
export function agentClass(cluster: Cluster, primitive: Primitive): string | undefined {
  const { class: own, template } = primitive
  return own ?? (template === undefined ? undefined : templateClasses(cluster).get(template))
}
