import {
  agentOf,
  type Bundle,
  type Clone,
  type Cluster,
  isPromotable,
  type Master,
  nvpairValue,
  type Primitive,
  type Resource,
  resourcesOf,
  type Template,
} from '../model/index.js'
import { isHaproxy, isVirtualIp } from './marks.js'

/** What a box stands for; `missing` is a reference to nothing. */
export type Kind = 'primitive' | 'clone' | 'promotable' | 'group' | 'bundle' | 'template' | 'tag' | 'missing'

/** The two services that the light architecture turns on. */
export type Mark = 'vip' | 'haproxy'

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
}

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
  }
  return resourcesOf(cluster).map((resource) => boxOf(resource, context))
}

interface Context {
  readonly key: () => string
  readonly agent: (service: Primitive | Template) => string
}

function boxOf(resource: Resource, context: Context): Box {
  const { id } = resource
  const key = context.key()
  switch (resource.element) {
    case 'primitive':
    case 'template':
      return { key, id, kind: resource.element, ...service(resource, context), inside: [], members: [] }
    case 'group':
      return {
        key,
        id,
        kind: 'group',
        inside: [],
        members: resource.members.map((member) => boxOf(member, context)),
      }
    case 'clone':
    case 'master':
      return { key, id, ...cloneKind(resource), ...cloned(resource.resource, context) }
    case 'bundle':
      return { key, id, kind: 'bundle', ...bundled(resource, context), members: [] }
  }
}

type Service = Pick<Box, 'agent' | 'mark'>

function service(primitive: Primitive | Template, context: Context): Service {
  const agent = context.agent(primitive)
  const mark = isVirtualIp(agent) ? 'vip' : isHaproxy(agent) ? 'haproxy' : undefined
  return { agent, ...(mark === undefined ? {} : { mark }) }
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
  resource: Primitive | Clone['resource'],
  context: Context,
): Service & Pick<Box, 'inside' | 'members'> {
  if (resource.element === 'primitive') {
    return { ...service(resource, context), inside: [resource.id], members: [] }
  }
  return { inside: [resource.id], members: resource.members.map((member) => boxOf(member, context)) }
}

function bundled(bundle: Bundle, context: Context): Service & Pick<Box, 'badge' | 'inside'> {
  const { container, primitive } = bundle
  const replicas = container.replicas ?? container.promotedMax ?? container.masters ?? '1'
  const promoted = isPromotable(bundle) ? `, ${container.promotedMax ?? container.masters} promoted` : ''
  const inner = primitive === undefined ? imageOf(bundle) : service(primitive, context)
  return {
    ...inner,
    badge: `${container.element} × ${replicas}${promoted}`,
    inside: primitive === undefined ? [] : [primitive.id],
  }
}

/** A bundle with nothing inside is known by its image. */
function imageOf({ container: { image = '' } }: Bundle): Service {
  const name = image.replace(/@.*$/s, '').split('/').at(-1) as string
  const mark = /^(?:.*[-_])?haproxy(?::|$)/s.test(name) ? ({ mark: 'haproxy' } as const) : {}
  return { ...(name === '' ? {} : { agent: name }), ...mark }
}
