import { type Bundle, primitivesOf, type Resource } from '../../model/index.js'

/** The ids that run: of primitives, and of what Pacemaker makes of a bundle. */
export function servicesIn(resource: Resource): readonly string[] {
  const primitives = primitivesOf(resource).map(({ id }) => id)
  return resource.element === 'bundle' ? [...partsOf(resource), ...primitives] : primitives
}

/** The containers of a bundle, and the connections to them where something runs inside. */
function partsOf({ id, container, primitive }: Bundle): readonly string[] {
  const count = Number(container.replicas ?? container.promotedMax ?? container.masters ?? 1)
  const replicas = Array.from({ length: count }, (_, at) => at)
  const containers = replicas.map((at) => `${id}-${container.element}-${at}`)
  return primitive === undefined ? containers : [...containers, ...replicas.map((at) => `${id}-${at}`)]
}
