import { metaOf } from '../../graph/resource/meta-attributes.js'
import { resourceIndex } from '../../graph/resource/resource-index.js'
import {
  agentOf,
  type Bundle,
  type Clone,
  type Cluster,
  type Group,
  isPromotable,
  type Master,
  type Primitive,
  type Resource,
  resourcesOf,
  type Template,
} from '../../model/index.js'
import { hasId } from '../../model/sections.js'
import { haproxiesOf, vipsOf } from '../../model/services.js'

/** What a box shows; `rule` is a condition that nodes have to meet, `missing` is an id that is referenced, but not defined. */
type Kind =
  | 'primitive'
  | 'clone'
  | 'promotable'
  | 'group'
  | 'bundle'
  | 'template'
  | 'tag'
  | 'node'
  | 'rule'
  | 'missing'

/** The services that the light architecture consists of. */
type Service = 'vip' | 'haproxy'

/** How a box looks. */
export type BoxLook = Kind | Service

/** The look of a box: that of its service, else that of its kind. */
export function lookOfBox({ service, kind }: Box): BoxLook {
  return service ?? kind
}

/** A resource, drawn as a box; one with members as a frame around them. */
export interface Box {
  /** Safe in every output; ids are not. */
  readonly key: string
  readonly id: string
  readonly kind: Kind
  readonly service?: Service
  /** `ocf:heartbeat:IPaddr2`, or the image of a bundle with nothing inside. */
  readonly agent?: string
  /** What the kind leaves open: `3 promoted`. */
  readonly badge?: string
  /** Ids inside it that have no box of their own. */
  readonly inside: readonly string[]
  readonly members: readonly Box[]
  /** Characters in a line of its id, 1.6 times as many in a line of the rest; by default 24. */
  readonly lineLength?: number
  /** Whether a virtual IP runs only where HAProxy runs. */
  readonly guarantee?: HaproxyGuarantee
  /** True where it is part of an ordering cycle. */
  readonly inCycle?: boolean
  /** Where two clusters are in one picture: which of them alone has it. */
  readonly difference?: 'added' | 'removed'
}

/** The group inside a clone of a group, as a frame of its own. */
export function clonedGroup({ id, key, inside: [group = id], ...clone }: Box): Box {
  const { members, inCycle, difference } = clone
  return {
    key: `${key}_inner`,
    id: group,
    kind: 'group',
    inside: [],
    members,
    ...(inCycle === undefined ? {} : { inCycle }),
    ...(difference === undefined ? {} : { difference }),
  }
}

/** `other`: an INFINITY colocation binds it to a resource that is not HAProxy. */
export type HaproxyGuarantee = 'guaranteed' | 'unknown' | 'other' | 'not-guaranteed'

/** The boxes of the cluster's resources in document order, their keys counted from `b0`. */
export function resourceBoxes(cluster: Cluster): readonly Box[] {
  let next = 0
  const templates = new Map<string, Template>()
  for (const resource of resourcesOf(cluster)) {
    if (resource.element === 'template') templates.set(resource.id, resource)
  }
  const context: Context = {
    cluster,
    key: () => `b${next++}`,
    agent: (service) =>
      agentOf((service.element === 'primitive' && templates.get(service.template ?? '')) || service),
    vips: new Set(vipsOf(cluster).map(({ id }) => id)),
    haproxies: new Set(haproxiesOf(cluster)),
  }
  return resourcesOf(cluster)
    .filter(hasId)
    .map((resource) => boxOf(resource, context))
}

interface Context {
  readonly cluster: Cluster
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
      return { key, id, kind: resource.element, ...contentOf(resource, id, context), inside: [], members: [] }
    case 'group':
      return { key, id, kind: 'group', inside: [], members: membersOf(resource, context) }
    case 'clone':
    case 'master':
      return { key, id, ...cloneKind(resource, context), ...cloned(resource, context) }
    case 'bundle':
      return { key, id, kind: 'bundle', ...bundled(resource, context), members: [] }
  }
}

function membersOf({ members }: Group, context: Context): readonly Box[] {
  return members.filter(hasId).map((member) => boxOf(member, context))
}

type Content = Pick<Box, 'agent' | 'service'>

/** What runs in the box of that id. */
function contentOf(primitive: Primitive | Template, id: string, context: Context): Content {
  return { agent: context.agent(primitive), ...serviceOf(primitive.id, id, context) }
}

function serviceOf(primitive: string, id: string, { vips, haproxies }: Context): Pick<Box, 'service'> {
  if (vips.has(primitive)) return { service: 'vip' }
  return haproxies.has(id) ? { service: 'haproxy' } : {}
}

function cloneKind(clone: Clone | Master, { cluster }: Context): Pick<Box, 'kind' | 'badge'> {
  const meta = (name: string) => metaOf(cluster, { resource: clone }, name)
  const max = meta('clone-max')
  const isPromoted = resourceIndex(cluster).get(clone.id)?.promotable === true
  const promoted = isPromoted ? (meta('promoted-max') ?? meta('master-max') ?? '1') : undefined
  const badge = [
    ...(max === undefined ? [] : [`at most ${max}`]),
    ...(promoted === undefined ? [] : [`${promoted} promoted`]),
  ].join(', ')
  return { kind: promoted === undefined ? 'clone' : 'promotable', ...(badge === '' ? {} : { badge }) }
}

function cloned(
  { id, resource }: Clone | Master,
  context: Context,
): Content & Pick<Box, 'inside' | 'members'> {
  const inside = hasId(resource) ? [resource.id] : []
  if (resource.element === 'group') return { inside, members: membersOf(resource, context) }
  return { ...contentOf(resource, id, context), inside, members: [] }
}

/** The content of a bundle; one without a primitive shows its image. */
function bundled(bundle: Bundle, context: Context): Content & Pick<Box, 'badge' | 'inside'> {
  const { id, container, primitive } = bundle
  const replicas = container.replicas ?? container.promotedMax ?? container.masters ?? '1'
  const promoted = isPromotable(bundle) ? `, ${container.promotedMax ?? container.masters} promoted` : ''
  const badge = `${container.element} × ${replicas}${promoted}`
  if (primitive !== undefined) {
    return { ...contentOf(primitive, id, context), badge, inside: hasId(primitive) ? [primitive.id] : [] }
  }
  const image = container.image?.split('/').at(-1)
  return {
    ...(image === undefined ? {} : { agent: image }),
    ...serviceOf('', id, context),
    badge,
    inside: [],
  }
}
