import { cibText, xml } from './cib-text.js'
import { type Random, randomOf } from './random.js'
import { randomPart } from './random-parts.js'

/** The random cluster number `seed` of three nodes, with many orders that may follow from others. */
export function randomImplied(seed: number): string {
  const random = randomOf(seed * 11 + 5)
  const parts = Array.from({ length: random.between(3, 5) }, (_, at) => randomPart(at, random))
  const names = random.shuffled(parts).flatMap((part) => part.names)
  const roles = new Set(parts.filter(({ hasRoles }) => hasRoles).flatMap((part) => part.names))
  const weak = random.pick([0, 0.1, 0.3])
  const orders: string[] = []
  for (let at = 0; at < random.between(4, 9); at++) {
    const [one = '', two = ''] = random.shuffled(names)
    const [first, then] = names.indexOf(one) < names.indexOf(two) ? [one, two] : [two, one]
    const text = (id: string) => orderText(id, first, then, { random, weak, roles })
    orders.push(text(`o${at}`))
    if (random.chance(0.2)) orders.push(text(`p${at}`))
    if (random.chance(0.1)) orders.push(setText(`q${at}`, [first, then], weak, random))
  }
  const locations = names
    .filter(() => random.chance(0.25))
    .map((id) =>
      xml.location(`l-${id}`, id, random.pick(['n1', 'n2', 'n3']), random.pick(['100', '-INFINITY'])),
    )
  const colocations = random.chance(0.4) ? [colocationText(names, random)] : []
  return cibText({
    resources: parts.map(({ text }) => text),
    constraints: [...locations, ...colocations, ...random.shuffled(orders)],
  })
}

interface Context {
  readonly random: Random
  readonly weak: number
  readonly roles: ReadonlySet<string>
}

function orderText(id: string, first: string, then: string, { random, weak, roles }: Context): string {
  const promotes = roles.has(first) && random.chance(0.5)
  return xml.order(id, first, then, {
    ...(random.chance(weak) ? { kind: random.pick(['Optional', 'Serialize']) } : {}),
    ...(random.chance(weak / 2) ? { symmetrical: 'false' } : {}),
    ...(promotes ? { 'first-action': 'promote', 'then-action': 'start' } : {}),
  })
}

function setText(id: string, pair: readonly string[], weak: number, random: Random): string {
  const kind = random.chance(weak) ? { kind: 'Optional' } : {}
  const sets = random.chance(0.5)
    ? [xml.set(`${id}-s`, pair)]
    : pair.map((name) => xml.set(`${id}-${name}`, [name], { sequential: 'false' }))
  return xml.sets('rsc_order', id, sets, kind)
}

function colocationText(names: readonly string[], random: Random): string {
  const [rsc = '', withRsc = ''] = random.shuffled(names)
  return xml.colocation('c', rsc, withRsc, { score: random.pick(['INFINITY', '-INFINITY', '50']) })
}
