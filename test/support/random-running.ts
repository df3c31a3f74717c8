import { cibText, xml } from './cib-text.js'
import { type Random, randomOf } from './random.js'

/** A random cluster of three nodes, and the resource that its questions are about. */
export interface RandomCluster {
  readonly cib: string
  readonly subject: string
}

/** What the constraints of a random cluster are like: such that failures spread, or that something never runs. */
export type Profile = 'impact' | 'never'

interface Part {
  readonly text: string
  readonly names: readonly string[]
  readonly isClone?: true
  readonly isPromotable?: true
}

const nodes = ['n1', 'n2', 'n3']

/** The cluster number `seed`. */
export function randomRunning(seed: number, profile: Profile): RandomCluster {
  const random = randomOf(seed * 2 + Number(profile === 'never'))
  const parts = Array.from({ length: random.between(3, 6) }, (_, at) => partOf(at, random))
  const promotable = parts.filter(({ isPromotable }) => isPromotable === true)
  const scores = promotable.flatMap(({ names: [id = ''] }) =>
    nodes.map((node, at) => xml.location(`${id}-${node}`, id, node, String(30 - at), { role: 'Promoted' })),
  )
  const names = random.shuffled(parts).flatMap((part) => part.names)
  const context = { random, names, parts }
  const count = profile === 'never' ? random.between(2, 7) : random.between(2, 6)
  const constraints = Array.from({ length: count }, (_, at) =>
    constraintOf(`k${at}`, profile, context),
  ).flat()
  const isOptIn = profile === 'never' && random.chance(0.12)
  const isTied = isOptIn && random.chance(0.8)
  const opened = isTied
    ? names
        .filter(() => random.chance(0.7))
        .map((id) => xml.location(`open-${id}`, id, random.pick(nodes), '10'))
    : []
  return {
    cib: cibText({
      resources: parts.map(({ text }) => text),
      constraints: [...scores, ...opened, ...constraints],
      sites: { n1: 'here', n2: 'here', n3: 'there' },
      ...(isOptIn ? { properties: { 'symmetric-cluster': 'false' } } : {}),
    }),
    subject: random.pick(names),
  }
}

function partOf(at: number, random: Random): Part {
  const id = (name: string) => `${name}${at}`
  const interleave = { interleave: String(random.chance(0.6)) }
  switch (
    random.weighted({ primitive: 45, group: 20, clone: 20, cloneOfGroup: 4, promotable: 8, bundle: 3 })
  ) {
    case 'primitive':
      return { names: [id('p')], text: xml.primitive(id('p')) }
    case 'group': {
      const members = ['a', 'b', 'c'].slice(0, random.between(1, 3)).map((letter) => id(`g${letter}`))
      const text = xml.group(
        id('G'),
        members.map((member) => xml.primitive(member)),
        groupMeta(random),
      )
      return { names: [id('G'), ...members], text }
    }
    case 'clone':
      return { names: [id('C')], isClone: true, text: xml.clone(id('C'), xml.primitive(id('c')), interleave) }
    case 'cloneOfGroup': {
      const group = xml.group(id('dg'), [xml.primitive(id('da')), xml.primitive(id('db'))])
      return { names: [id('D')], isClone: true, text: xml.clone(id('D'), group, interleave) }
    }
    case 'promotable': {
      const inner = xml.primitive(id('m'), {}, 'Stateful')
      const text = xml.clone(id('M'), inner, { ...interleave, promotable: 'true' })
      return { names: [id('M')], isClone: true, isPromotable: true, text }
    }
    case 'bundle':
      return { names: [id('B')], text: xml.bundle(id('B'), { replicas: '2' }) }
  }
}

function groupMeta(random: Random): Record<string, string> {
  return random.chance(0.1) ? { ordered: 'false' } : random.chance(0.06) ? { collocated: 'false' } : {}
}

interface Context {
  readonly random: Random
  readonly names: readonly string[]
  readonly parts: readonly Part[]
}

function constraintOf(id: string, profile: Profile, context: Context): string[] {
  const { random, names } = context
  const one = random.pick(names)
  const others = names.filter((name) => name !== one && groupOf(name) !== groupOf(one))
  const weights =
    profile === 'impact'
      ? { order: 40, colocation: 38, avoid: 8, location: 10, stops: 4, ban: 0, rule: 0 }
      : { order: 14, colocation: 24, avoid: 24, location: 8, stops: 2, ban: 20, rule: 8 }
  const kind = random.weighted(weights)
  if (kind === 'location') {
    return [xml.location(id, one, random.pick(nodes), random.pick(['100', '-100', 'INFINITY', '-INFINITY']))]
  }
  if (kind === 'ban') {
    const banned = random.pick([nodes, nodes, nodes.slice(0, 2), nodes.slice(1)])
    return banned.map((node) => xml.location(`${id}-${node}`, one, node, '-INFINITY'))
  }
  if (kind === 'rule') return [ruleText(id, one, random)]
  if (others.length === 0) return []
  const other = random.pick(others)
  const [first, then] = names.indexOf(one) < names.indexOf(other) ? [one, other] : [other, one]
  if (kind === 'stops') return [xml.order(id, then, first, { 'first-action': 'stop', 'then-action': 'stop' })]
  if (kind === 'order') return [orderText(id, first, then, context)]
  if (kind === 'avoid') {
    const pair = random.chance(0.8) ? ([then, first] as const) : ([first, then] as const)
    return [xml.colocation(id, ...pair, { score: '-INFINITY' })]
  }
  const score = random.chance(0.8) ? 'INFINITY' : random.pick(['100', '-100', '1000'])
  return [xml.colocation(id, then, first, { score })]
}

/** A group orders and places its members by itself. */
function groupOf(name: string): string {
  return /^[Gg]/.test(name) ? name.replace(/\D/g, '') : name
}

function orderText(id: string, first: string, then: string, { random, parts }: Context): string {
  const kind = random.weighted({ Mandatory: 70, Optional: 22, Serialize: 4 })
  const isPromotable = parts.some((part) => part.isPromotable === true && part.names.includes(first))
  const actions: Record<string, string> =
    isPromotable && random.chance(0.6) ? { 'first-action': 'promote', 'then-action': 'start' } : {}
  const symmetrical: Record<string, string> = random.chance(0.18) ? { symmetrical: 'false' } : {}
  return xml.order(id, first, then, { kind, ...actions, ...symmetrical })
}

function ruleText(id: string, rsc: string, random: Random): string {
  const expression = random.pick([
    'attribute="ready" operation="not_defined"',
    'attribute="site" operation="eq" value="here"',
    'attribute="site" operation="ne" value="there"',
    'attribute="ready" operation="ne" value="yes"',
    'attribute="#uname" operation="eq" value="n1"',
  ])
  return (
    `<rsc_location id="${id}" rsc="${rsc}"><rule id="${id}-r" score="-INFINITY">` +
    `<expression id="${id}-e" ${expression}/></rule></rsc_location>`
  )
}
