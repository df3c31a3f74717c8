import { xml } from './cib-text.js'
import { type Random, randomOf } from './random.js'
import { randomOrders } from './random-orders.js'

/** A cluster that is changed as text. */
interface Wild {
  cib: string
  /** The ids that constraints name, in the order in which the orders begin to. */
  readonly names: readonly string[]
  readonly random: Random
}

/**
 * The cluster number `seed`: orders in every form, with what real clusters have around them, which changes how
 * constraints are read (templates, tags, references, defaults) or must not matter to cycles (what is disabled,
 * unmanaged or bound to a ticket, locations, utilization).
 */
export function wildOrders(seed: number): string {
  return wildText(seed, features)
}

/** The cluster number `seed` with a guest or remote node, and resources that must, may or must not run there. */
export function wildHosts(seed: number): string {
  return wildText(seed + 900_000, [...features.filter(({ name }) => !holding.has(name)), hosts])
}

/** What keeps resources from starting says nothing about orders, where placement stays. */
const holding = new Set(['held', 'placed', 'ticket'])

function wildText(seed: number, chosen: readonly ((wild: Wild) => void)[]): string {
  const random = randomOf(seed * 13 + 7)
  const cib = randomOrders(seed + 50_000, random.chance(0.6) ? 'plain' : 'odd')
  const ids = [...cib.matchAll(/<(?:primitive|group|clone|bundle) id="([A-Zp]\w*)"/g)].map(
    ([, id = '']) => id,
  )
  const orders = cib.slice(cib.indexOf('<constraints>'))
  const at = (id: string) => (orders.includes(`"${id}"`) ? orders.indexOf(`"${id}"`) : orders.length)
  const names = ids.sort((one, other) => at(one) - at(other))
  const wild: Wild = { cib, names, random }
  for (const feature of chosen) if (feature === hosts || random.chance(0.2)) feature(wild)
  return wild.cib
}

/** Some names, mostly in their order, so that not every cluster has a cycle. */
function pickNames({ names, random }: Wild): [string, string, string] {
  const [one = '', two = one, three = ''] = random.shuffled(names).slice(0, 3)
  const picked = three === '' ? [one, two] : [one, two, three]
  if (random.chance(0.75)) picked.sort((a, b) => names.indexOf(a) - names.indexOf(b))
  const [first = '', then = '', last = ''] = picked
  return [first, then, last]
}

function constrain(wild: Wild, text: string): void {
  const isFirst = wild.random.chance(0.5)
  wild.cib = isFirst
    ? wild.cib.replace('<constraints>', `<constraints>${text}`)
    : wild.cib.replace('</constraints>', `${text}</constraints>`)
}

function addResource(wild: Wild, text: string): void {
  wild.cib = wild.cib.replace('<resources>', `<resources>${text}`)
}

function addSection(wild: Wild, text: string): void {
  wild.cib = wild.cib.replace('</constraints>', `</constraints>${text}`)
}

/** Adds text at the beginning of a resource. */
function into(wild: Wild, id: string, text: string): void {
  wild.cib = wild.cib.replace(new RegExp(`(<(?:primitive|group|clone|bundle) id="${id}"[^>]*>)`), `$1${text}`)
}

function meta(owner: string, name: string, value: string): string {
  const id = `w-${owner}-${name}`
  return `<meta_attributes id="${id}"><nvpair id="${id}-nv" name="${name}" value="${value}"/></meta_attributes>`
}

function hosts(wild: Wild): void {
  const { random, names } = wild
  const isGuest = random.chance(0.6)
  const [host, node] = isGuest ? ['vm', 'g1'] : ['R1', 'R1']
  addResource(
    wild,
    isGuest
      ? xml.primitive('vm', { 'remote-node': 'g1' })
      : '<primitive id="R1" class="ocf" provider="pacemaker" type="remote"/>',
  )
  for (const name of names) {
    if (!random.chance(0.6)) continue
    constrain(
      wild,
      xml.location(`w-h-${name}`, name, node, random.pick(['-INFINITY', '-INFINITY', 'INFINITY'])),
    )
  }
  const other = random.pick(names)
  const pair = random.chance(0.5) ? ([host, other] as const) : ([other, host] as const)
  if (random.chance(0.6)) constrain(wild, xml.order('w-host', ...pair, anyTerms(random)))
}

const anyTerms = (random: Random) =>
  random.pick([{}, {}, { kind: 'Optional' }, { symmetrical: 'false' }, { score: '0' }, { score: 'INFINITY' }])

const features: readonly ((wild: Wild) => void)[] = [
  function template(wild) {
    const { random, names } = wild
    const ids = [
      ...wild.cib.matchAll(/<primitive id="([a-z]\w*)" class="ocf" provider="pacemaker" type="Dummy">/g),
    ]
    const used = random.shuffled(ids.map(([, id = '']) => id)).slice(0, random.between(1, 2))
    if (used.length === 0) return
    for (const id of used) {
      const text = `<primitive id="${id}" class="ocf" provider="pacemaker" type="Dummy">`
      wild.cib = wild.cib.replace(text, `<primitive id="${id}" template="tmpl">`)
    }
    addResource(wild, '<template id="tmpl" class="ocf" provider="pacemaker" type="Dummy"/>')
    if (random.chance(0.5)) {
      const pair = random.shuffled(['tmpl', random.pick(names)]) as [string, string]
      constrain(wild, xml.order('w-template', ...pair, anyTerms(random)))
    }
  },
  function tagInSet(wild) {
    const { random } = wild
    const [one, two, three] = pickNames(wild)
    if (three === '') return
    addSection(wild, `<tags><tag id="w-tag"><obj_ref id="${one}"/><obj_ref id="${two}"/></tag></tags>`)
    const sets = random.shuffled([
      xml.set('w-t1', ['w-tag']),
      xml.set('w-t2', [three], { sequential: 'false' }),
    ])
    constrain(wild, xml.sets('rsc_order', 'w-tagged', sets, anyTerms(random)))
  },
  function setReference(wild) {
    const { random } = wild
    const [one, two, three] = pickNames(wild)
    if (three === '') return
    const first = [xml.set('w-s1', [one]), xml.set('w-s2', [two])]
    const next = ['<resource_set id-ref="w-s1"/>', xml.set('w-s3', [three])]
    if (random.chance(0.2)) next.reverse()
    constrain(wild, xml.sets('rsc_order', 'w-r1', first, anyTerms(random)))
    constrain(wild, xml.sets('rsc_order', 'w-r2', next, anyTerms(random)))
  },
  function setTerms(wild) {
    const { random } = wild
    const terms = random.pick(['kind="Optional"', 'kind="Serialize"', 'score="0"', 'kind="Mandatory"'])
    wild.cib = wild.cib.replace(/<resource_set id="o/, `<resource_set ${terms} id="o`)
  },
  function scoreForKind(wild) {
    wild.cib = wild.cib.replace('kind="Optional"', `score="${wild.random.pick(['0', '5'])}"`)
  },
  function again(wild) {
    const { random } = wild
    const [one, two] = pickNames(wild)
    if (one === two) return
    constrain(wild, xml.order('w-a1', one, two, anyTerms(random)))
    constrain(wild, xml.order('w-a2', one, two, anyTerms(random)))
  },
  function sharedMeta(wild) {
    const groups = wild.names.filter((name) => name.startsWith('G'))
    const [one, other] = wild.random.shuffled(groups)
    if (one === undefined) return
    into(wild, one, meta(one, 'ordered', wild.random.pick(['false', 'true'])))
    if (other !== undefined) into(wild, other, `<meta_attributes id-ref="w-${one}-ordered"/>`)
  },
  function defaults(wild) {
    const name = wild.random.pick(['ordered', 'interleave', 'resource-stickiness'])
    const value = name === 'resource-stickiness' ? '100' : wild.random.pick(['true', 'false'])
    addSection(wild, `<rsc_defaults>${meta('defaults', name, value)}</rsc_defaults>`)
  },
  function held(wild) {
    const id = wild.random.pick(wild.names)
    const [name, value] = wild.random.pick([
      ['target-role', 'Stopped'],
      ['is-managed', 'false'],
      ['priority', '5'],
    ] as const)
    into(wild, id, meta(id, name, value))
  },
  function placed(wild) {
    const { random, names } = wild
    constrain(
      wild,
      xml.location('w-l', random.pick(names), 'n1', random.pick(['-INFINITY', '50', 'INFINITY'])),
    )
    const [one = '', two = ''] = random.shuffled(names)
    if (two !== '')
      constrain(wild, xml.colocation('w-c', one, two, { score: random.pick(['INFINITY', '20']) }))
  },
  function ticket(wild) {
    constrain(
      wild,
      `<rsc_ticket id="w-k" rsc="${wild.random.pick(wild.names)}" ticket="T1" loss-policy="stop"/>`,
    )
  },
  function utilization(wild) {
    const id = wild.names.find((name) => name.startsWith('p'))
    if (id === undefined) return
    into(wild, id, '<utilization id="w-u"><nvpair id="w-u-m" name="memory" value="2"/></utilization>')
  },
  function lifetime(wild) {
    wild.cib = wild.cib
      .replace('symmetrical="true"', 'symmetrical="1"')
      .replace('sequential="true"', 'sequential="yes"')
  },
  function master(wild) {
    wild.cib = wild.cib.replace(/<clone (id="(M\d+)".*?)<\/clone>/, (text, inner, id) =>
      text.includes('<group') ? text : `<master ${inner}</master><!-- ${id} -->`,
    )
  },
]
