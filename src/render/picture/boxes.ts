import {
  agentOf,
  type Bundle,
  type Clone,
  type Cluster,
  type Group,
  isPromotable,
  type Master,
  nvpairValue,
  type Primitive,
  type Resource,
  resourcesOf,
  type Template,
} from '../../model/index.js'
import { haproxiesOf, vipsOf } from '../../model/services.js'

/** What a box stands for; `missing` is a reference to nothing. */
export type Kind = 'primitive' | 'clone' | 'promotable' | 'group' | 'bundle' | 'template' | 'tag' | 'missing'

/** The two services that the light architecture turns on. */
export type Mark = 'vip' | 'haproxy'

/** How a box looks; a mark outdoes a kind. */
export type BoxLook = Kind | Mark

/** The look of a box. */
export function lookOfBox({ mark, kind }: Box): BoxLook {
  return mark ?? kind
}

/** A resource, drawn as a box; one with members as a frame around them. */
export interface Box {
  /** Safe in every output; ids are not. */
  readonly key: string
  readonly id: string
  readonly kind: Kind
  readonly mark?: Mark
  /** `ocf:heartbeat:IPaddr2`, or the image of a bundle with nothing inside. */
  readonly agent?: string
  /** What the kind alone does not tell: `3 promoted`. */
  readonly badge?: string
  /** Ids that stand inside it and have no box of their own. */
  readonly inside: readonly string[]
  readonly members: readonly Box[]
  /** Whether a virtual IP runs only where HAProxy runs. */
  readonly guarantee?: HaproxyGuarantee
  /** True where it waits for itself, through others. */
  readonly inCycle?: boolean
}

/** `elsewhere`: tied by an INFINITY colocation or a group to something that is not HAProxy. */
export type HaproxyGuarantee = 'guaranteed' | 'unknown' | 'elsewhere' | 'not-guaranteed'

/** The boxes of the cluster's resources in document order, their keys counted from `b0`. */
export function resourceBoxes(cluster: Cluster): readonly Box[] {
  let next = 0
  const templates = new Map<string, Template>()
  for (const resource of resourcesOf(cluster)) {
    if (resource.element === 'template') templates.set(resource.id, resource)
  }
  const context: Context = {
    key: () => `b${next++}`,
    agent: (service) =>
      agentOf((service.element === 'primitive' && templates.get(service.template ?? '')) || service),
    vips: new Set(vipsOf(cluster).map(({ id }) => id)),
    haproxies: new Set(haproxiesOf(cluster)),
  }
  return resourcesOf(cluster).map((resource) => boxOf(resource, context))
}

interface Context {
  readonly key: () => string
  readonly agent: (service: Primitive | Template) => string
  readonly vips: ReadonlySet<string>
  readonly haproxies: ReadonlySet<string>
}

function boxOf(resource: Resource, context: Context): Box {
  const { id } = resource
  const key = context.key()
  switch (resource.element) {
    case 'primitive':
    case 'template':
      return { key, id, kind: resource.element, ...service(resource, id, context), inside: [], members: [] }
    case 'group':
      return { key, id, kind: 'group', inside: [], members: membersOf(resource, context) }
    case 'clone':
    case 'master':
      return { key, id, ...cloneKind(resource), ...cloned(resource, context) }
    case 'bundle':
      return { key, id, kind: 'bundle', ...bundled(resource, context), members: [] }
  }
}

function membersOf({ members }: Group, context: Context): readonly Box[] {
  return members.map((member) => boxOf(member, context))
}

type Service = Pick<Box, 'agent' | 'mark'>

/** What runs in the box of that id. */
function service(primitive: Primitive | Template, id: string, context: Context): Service {
  return { agent: context.agent(primitive), ...markOf(primitive.id, id, context) }
}

function markOf(primitive: string, id: string, { vips, haproxies }: Context): Pick<Box, 'mark'> {
  if (vips.has(primitive)) return { mark: 'vip' }
  return haproxies.has(id) ? { mark: 'haproxy' } : {}
}

function cloneKind(clone: Clone | Master): Pick<Box, 'kind' | 'badge'> {
  const meta = (name: string) => nvpairValue(clone.metaAttributes, name)
  const max = meta('clone-max')
  const promoted = isPromotable(clone) ? (meta('promoted-max') ?? meta('master-max') ?? '1') : undefined
  const badge = [
    ...(max === undefined ? [] : [`at most ${max}`]),
    ...(promoted === undefined ? [] : [`${promoted} promoted`]),
  ].join(', ')
  return { kind: promoted === undefined ? 'clone' : 'promotable', ...(badge === '' ? {} : { badge }) }
}

function cloned(
  { id, resource }: Clone | Master,
  context: Context,
): Service & Pick<Box, 'inside' | 'members'> {
  const inside = [resource.id]
  if (resource.element === 'group') return { inside, members: membersOf(resource, context) }
  return { ...service(resource, id, context), inside, members: [] }
}

/** A bundle with nothing inside is known by its image. */
function bundled(bundle: Bundle, context: Context): Service & Pick<Box, 'badge' | 'inside'> {
  const { id, container, primitive } = bundle
  const replicas = container.replicas ?? container.promotedMax ?? container.masters ?? '1'
  const promoted = isPromotable(bundle) ? `, ${container.promotedMax ?? container.masters} promoted` : ''
  const badge = `${container.element} × ${replicas}${promoted}`
  if (primitive !== undefined) {
    return { ...service(primitive, id, context), badge, inside: [primitive.id] }
  }
  const image = container.image?.split('/').at(-1)
  return { ...(image === undefined ? {} : { agent: image }), ...markOf('', id, context), badge, inside: [] }
}
