import { cibText, xml } from './cib-text.js'
import { type Random, randomOf } from './random.js'

/** A random cluster of three nodes in which the resource VIP may or may not run only with the service haproxy. */
export interface RandomColocation {
  readonly cib: string
  /** The service itself: `haproxy`, or the bundle that is one. */
  readonly service: string
}

type Form = 'clone' | 'primitive' | 'group-first' | 'group-last' | 'clone-of-group' | 'promotable' | 'bundle'

/** The cluster number `seed`. */
export function randomColocation(seed: number): RandomColocation {
  const random = randomOf(seed)
  const { resources, constraints, more, service } = colocationParts(random)
  const sites = { n1: 'here', n2: 'here', n3: 'there' }
  return { cib: cibText({ resources, constraints, sites, more }), service }
}

/** The parts of a random cluster. */
export interface ColocationParts {
  readonly resources: readonly string[]
  readonly constraints: readonly string[]
  readonly more: string
  readonly service: string
  /** The ids of all resources that constraints may name. */
  readonly ids: readonly string[]
  readonly isPromotable: boolean
}

/** Random parts of a cluster, to be put together or changed further. */
export function colocationParts(random: Random): ColocationParts {
  const form = random.pick<Form>([
    'clone',
    'clone',
    'clone',
    'clone',
    'primitive',
    'primitive',
    'group-first',
    'group-last',
    'clone-of-group',
    'promotable',
    'bundle',
  ])
  const service = serviceOf(form, random)
  const vip = vipOf(random)
  const others = [
    ...(random.chance(0.4) ? [xml.primitive('X', metaOf(random))] : []),
    ...(random.chance(0.25)
      ? [xml.clone('base-clone', xml.primitive('base'), { interleave: String(random.chance(0.7)) })]
      : []),
  ]
  const resources = random.shuffled([vip.text, service.text, ...others])
  const ids = [...vip.ids, service.id, ...service.members]
  const extra = ['X', 'base-clone'].filter((id) => others.some((text) => text.includes(`id="${id}"`)))
  const constraints = [
    ...mainColocation(vip.ids, service, extra, random),
    ...noise(ids, [...extra, service.id], random),
  ]
  const more = random.chance(0.08) ? '<tags><tag id="T"><obj_ref id="VIP"/></tag></tags>' : ''
  const tagged =
    more === '' ? constraints : constraints.map((text) => text.replaceAll('rsc="VIP"', 'rsc="T"'))
  return {
    resources,
    constraints: tagged,
    more,
    service: form === 'bundle' ? service.id : 'haproxy',
    ids: [...ids, ...extra],
    isPromotable: form === 'promotable',
  }
}

function serviceOf(form: Form, random: Random) {
  const meta = metaOf(random)
  const haproxy = xml.primitive('haproxy', meta, form === 'promotable' ? 'Stateful' : 'Dummy')
  const companion = xml.primitive('Y')
  const cloneMeta = {
    interleave: String(random.chance(0.5)),
    ...(random.chance(0.1) ? { 'clone-max': '2' } : {}),
  }
  switch (form) {
    case 'clone':
      return {
        id: 'haproxy-clone',
        members: [],
        text: xml.clone('haproxy-clone', haproxy, cloneMeta),
      }
    case 'promotable': {
      const text = xml.clone('haproxy-clone', haproxy, { ...cloneMeta, promotable: 'true' })
      return { id: 'haproxy-clone', members: [], text }
    }
    case 'primitive':
      return { id: 'haproxy', members: [], text: haproxy }
    case 'bundle': {
      const text = xml.bundle('haproxy-bundle', { replicas: '3' })
      return {
        id: 'haproxy-bundle',
        members: [],
        text,
      }
    }
    case 'clone-of-group': {
      const group = xml.group('H', random.chance(0.5) ? [haproxy, companion] : [companion, haproxy])
      return { id: 'haproxy-clone', members: [], text: xml.clone('haproxy-clone', group, cloneMeta) }
    }
    default: {
      const members = form === 'group-first' ? [haproxy, companion] : [companion, haproxy]
      const text = xml.group('H', members, random.chance(0.15) ? { collocated: 'false' } : {})
      return { id: 'H', members: ['haproxy', 'Y'], text }
    }
  }
}

function vipOf(random: Random) {
  const meta = metaOf(random)
  if (random.chance(0.72)) return { ids: ['VIP'], text: xml.primitive('VIP', meta) }
  if (random.chance(0.3)) {
    const interleave = { interleave: String(random.chance(0.5)) }
    return { ids: ['VC'], text: xml.clone('VC', xml.primitive('VIP', meta), interleave) }
  }
  const members = random.chance(0.5)
    ? [xml.primitive('VIP', meta), xml.primitive('Z')]
    : [xml.primitive('Z'), xml.primitive('VIP', meta)]
  return {
    ids: ['VIP', 'VG', 'Z'],
    text: xml.group('VG', members, random.chance(0.15) ? { collocated: 'false' } : {}),
  }
}

function mainColocation(
  vips: readonly string[],
  service: { readonly id: string; readonly members: readonly string[] },
  extra: readonly string[],
  random: Random,
): string[] {
  if (random.chance(0.07)) return []
  const vip = random.pick([vips[0] ?? 'VIP', ...vips])
  const target = random.pick([service.id, service.id, ...service.members])
  const score = scoreFor(random)
  const attributes = {
    ...(score === undefined ? {} : { score }),
    ...(random.chance(0.06) ? { 'rsc-role': random.pick(['Started', 'Master']) } : {}),
    ...(random.chance(0.08) ? { 'with-rsc-role': random.pick(['Started', 'Master', 'Slave']) } : {}),
    ...(random.chance(0.08) ? { 'node-attribute': random.pick(['#uname', 'site', 'site']) } : {}),
    ...(random.chance(0.1) ? { influence: String(random.chance(0.5)) } : {}),
  }
  if (random.chance(0.1)) return [xml.colocation('main', target, vip, attributes)]
  if (random.chance(0.2)) {
    const own = random.chance(0.3)
      ? { sequential: 'false' }
      : random.chance(0.2)
        ? { ordering: 'listed' }
        : {}
    const sets = random.chance(0.5)
      ? [xml.set('s1', random.chance(0.6) ? [target, vip] : [vip, target], own)]
      : [xml.set('s1', [vip], own), xml.set('s2', [target], own)]
    return [xml.sets('rsc_colocation', 'main', sets, { score: score ?? 'INFINITY' })]
  }
  if (extra.length > 0 && random.chance(0.3)) {
    const middle = random.pick(extra)
    return [
      xml.colocation('main1', vip, middle, { score: 'INFINITY' }),
      xml.colocation('main2', middle, target, attributes),
    ]
  }
  return [xml.colocation('main', vip, target, attributes)]
}

/** Further constraints that may strengthen, weaken or upset the main one; orders all point one way. */
function noise(ids: readonly string[], extra: readonly string[], random: Random): string[] {
  const all = random.shuffled([...new Set([...ids, ...extra])])
  const rank = (id: string) => all.findIndex((other) => other === id || isWithinGroup(other, id))
  const two = (): readonly [string, string] => {
    const one = random.pick(all)
    return [one, random.pick(all.filter((id) => id !== one))]
  }
  return Array.from({ length: random.between(0, 4) }, (_, at) => {
    const id = `n${at}`
    const [a, b] = two()
    const [first, then] = rank(a) < rank(b) ? [a, b] : [b, a]
    const kind = random.pick(['location', 'location', 'order', 'order', 'colocation'])
    if (kind === 'location') {
      const score = random.pick(['-INFINITY', '100', '2000', 'INFINITY', '-100'])
      return xml.location(id, random.pick(all), random.pick(['n1', 'n2', 'n3']), score)
    }
    if (isWithinGroup(a, b)) return ''
    if (kind === 'order') {
      const orderKind = random.pick(['Mandatory', 'Optional', 'Optional'])
      const symmetrical: Record<string, string> = random.chance(0.2) ? { symmetrical: 'false' } : {}
      return xml.order(id, first, then, { kind: orderKind, ...symmetrical })
    }
    return xml.colocation(id, a, b, { score: random.pick(['INFINITY', '100', '-100', '-INFINITY', '500']) })
  }).filter((text) => text !== '')
}

function scoreFor(random: Random): string | undefined {
  if (random.chance(0.6)) return 'INFINITY'
  return random.pick(['1000000', '+INFINITY', '999999', '1000', '1000', '100', '-INFINITY', undefined])
}

function metaOf(random: Random): Record<string, string> {
  return {
    ...(random.chance(0.1) ? { priority: String(random.between(1, 10)) } : {}),
    ...(random.chance(0.1) ? { 'resource-stickiness': random.pick(['1', '100', 'INFINITY']) } : {}),
  }
}

/** A group orders and places its members by itself; what is said inside it is a circle or says nothing. */
export function isWithinGroup(one: string, other: string): boolean {
  const groups = [
    ['VG', 'VIP', 'Z'],
    ['H', 'haproxy', 'Y'],
  ]
  return groups.some((group) => group.includes(one) && group.includes(other))
}
