import {
  type Cluster,
  type Constraint,
  clone,
  cluster,
  colocation,
  group,
  location,
  order,
  orderSets,
  primitive,
  promotable,
  type Resource,
} from 'lightcib'
import { type Random, randomOf } from './random.js'

/** A service, and what is around it. */
interface Service {
  readonly id: string
  readonly agent: string
  readonly kind: 'plain' | 'clone' | 'group' | 'promotable'
  /** Of a group, in their order. */
  readonly members: readonly string[]
  readonly parameters: Readonly<Record<string, string>>
  readonly meta: Readonly<Record<string, string>>
  readonly timeout: string
  readonly memory: number
}

/** An order, a colocation or a location, by the ids of services. */
interface Relation {
  readonly kind: 'order' | 'optional' | 'sets' | 'colocation' | 'near' | 'location'
  readonly a: string
  readonly b: string
}

interface Spec {
  readonly services: readonly Service[]
  readonly relations: readonly Relation[]
  readonly stickiness: number
  /** How many services there were so far: no id is used again. */
  readonly made: number
}

const nodes = ['n1', 'n2', 'n3']
const agents = ['ocf:pacemaker:Dummy', 'ocf:heartbeat:Dummy', 'systemd:chrony', 'systemd:cron'] as const

/** Of every promotable service, so that n1 is the first choice. */
export const promotionScores = Object.fromEntries(
  [...'abcdefghijklmnopqrstuvwxyz'].map((id) => [id, { n1: 100, n2: 99, n3: 98 }]),
)

/** Pair number `seed` of clusters that pcs can build, on three nodes, and that differ in some changes. */
export function planPair(seed: number, most = 6): readonly [from: Cluster, to: Cluster] {
  const random = randomOf(seed * 31 + 11)
  const from = specOf(random)
  let to = from
  for (let left = random.between(1, most); left > 0; left--) to = random.pick(changes)(to, random)
  return [clusterOf(from), clusterOf(to)]
}

function specOf(random: Random): Spec {
  let spec: Spec = { services: [], relations: [], made: 0, stickiness: random.pick([0, 1, 100]) }
  for (let left = random.between(2, 6); left > 0; left--) spec = added(spec, random)
  for (let left = random.between(0, 6); left > 0; left--) spec = related(spec, random)
  return spec
}

type Change = (spec: Spec, random: Random) => Spec

const added: Change = (spec, random) => {
  const free = 'abcdefghijklmnopqrstuvwxyz'[spec.made] as string
  const kind = random.pick(['plain', 'plain', 'clone', 'group', 'promotable'] as const)
  const service: Service = {
    id: free,
    kind,
    agent: kind === 'promotable' ? 'ocf:pacemaker:Stateful' : random.pick(agents),
    members: kind === 'group' ? [`${free}1`, `${free}2`].slice(0, random.between(1, 2)) : [],
    parameters: {},
    meta: kind === 'plain' || kind === 'group' ? {} : { interleave: String(random.chance(0.7)) },
    timeout: '20s',
    memory: 0,
  }
  const services = [...spec.services]
  services.splice(random.between(0, services.length), 0, service)
  const { id } = service
  const next = { ...spec, services, made: spec.made + 1 }
  return random.chance(0.6) ? related(next, random, random.chance(0.5) ? id : undefined) : next
}

/** One more relation between a service and one before it in the alphabet, so that there are no cycles. */
const related = (spec: Spec, random: Random, wanted?: string): Spec => {
  if (spec.services.length < 2) return spec
  const [one, other] = random.shuffled(spec.services.map(({ id }) => id))
  const [a = '', b = ''] = [wanted ?? one, one === (wanted ?? one) ? other : one].sort()
  const kind = random.pick(['order', 'order', 'optional', 'sets', 'colocation', 'near', 'location'] as const)
  const relation = { kind, a, b: kind === 'location' ? random.pick(nodes) : b }
  const isThere = spec.relations.some(
    (known) =>
      known.a === relation.a &&
      known.b === relation.b &&
      (known.kind === kind || kind === 'near' || known.kind === 'near'),
  )
  return isThere ? spec : { ...spec, relations: [...spec.relations, relation] }
}

const removed: Change = (spec, random) => {
  if (spec.services.length < 2) return spec
  const { id } = random.pick(spec.services)
  return {
    ...spec,
    services: spec.services.filter((service) => service.id !== id),
    relations: spec.relations.filter(({ a, b }) => a !== id && b !== id),
  }
}

const unrelated: Change = (spec, random) => {
  const gone = random.between(0, spec.relations.length - 1)
  return { ...spec, relations: spec.relations.filter((_, at) => at !== gone) }
}

/** The change of one service. */
const of =
  (change: (service: Service, random: Random) => Service): Change =>
  (spec, random) => {
    const { id } = random.pick(spec.services)
    return { ...spec, services: spec.services.map((one) => (one.id === id ? change(one, random) : one)) }
  }

const changes: readonly Change[] = [
  added,
  added,
  removed,
  removed,
  (spec, random) => related(spec, random),
  unrelated,
  of((one, random) =>
    one.agent.startsWith('systemd')
      ? one
      : { ...one, parameters: { state: `/run/${one.id}-${random.between(1, 9)}` } },
  ),
  of((one, random) => ({ ...one, timeout: `${random.between(21, 40)}s` })),
  of((one, random) => ({ ...one, memory: random.between(1, 9) })),
  of((one, random) => ({
    ...one,
    meta: {
      ...one.meta,
      ...random.pick([
        { 'target-role': 'Stopped' },
        { 'migration-threshold': '3' },
        { 'resource-stickiness': '7' },
        { priority: '5' },
      ]),
    },
  })),
  of(({ ...one }) => ({ ...one, meta: {} })),
  of((one, random) =>
    one.kind !== 'group'
      ? one
      : {
          ...one,
          members: random.shuffled([`${one.id}1`, `${one.id}2`, `${one.id}3`]).slice(0, random.between(1, 3)),
        },
  ),
  of((one, random) =>
    one.kind === 'clone' || one.kind === 'promotable'
      ? { ...one, meta: { ...one.meta, 'clone-max': String(random.between(1, 3)) } }
      : one,
  ),
  of((one) =>
    one.kind === 'plain'
      ? { ...one, kind: 'clone' }
      : one.kind === 'clone'
        ? { ...one, kind: 'plain', meta: {} }
        : one,
  ),
  (spec, random) => ({ ...spec, stickiness: random.between(0, 9) }),
]

function clusterOf({ services, relations, stickiness }: Spec): Cluster {
  const tops = new Map(services.map((service) => [service.id, resourceOf(service)]))
  const top = (id: string) => tops.get(id)?.id ?? id
  const constraints = relations.map(({ kind, a, b }): Constraint => {
    switch (kind) {
      case 'order':
        return order(top(a), top(b))
      case 'optional':
        return order(top(a), top(b), { kind: 'Optional' })
      case 'sets':
        return orderSets([{ resources: [top(a), top(b)] }])
      case 'colocation':
        return colocation(top(b), top(a))
      case 'near':
        return colocation(top(b), top(a), { score: 50 })
      default:
        return location(top(a), b, 30)
    }
  })
  const built = cluster({
    nodes,
    properties: { 'stonith-enabled': false },
    rscDefaults: { 'resource-stickiness': stickiness },
    resources: [...tops.values()],
    constraints,
  } as never)
  return { ...built, validateWith: 'pacemaker-3.9' }
}

function resourceOf({ id, kind, agent, members, parameters, meta, timeout, memory }: Service): Resource {
  const own = (name: string, more = {}) =>
    primitive(name, agent, parameters, {
      operations: { start: { timeout }, monitor: { interval: '10s', timeout } },
      ...(memory === 0 ? {} : { utilization: { memory } }),
      ...more,
    })
  switch (kind) {
    case 'plain':
      return own(id, Object.keys(meta).length === 0 ? {} : { meta })
    case 'group':
      return group(id, members.map((member) => own(member)) as never, { meta })
    case 'clone':
      return clone(own(id), { meta })
    case 'promotable':
      return promotable(own(id), { meta })
  }
}
