import { cibText, xml } from './cib-text.js'
import { type Random, randomOf } from './random.js'
import { randomPart } from './random-parts.js'

/**
 * The random cluster number `seed` of two nodes, with orders in every form. `plain` is what administrators write,
 * `odd` also what hardly anyone does: stop and demote, Serialize, ids inside clones, actions that never happen.
 */
export function randomOrders(seed: number, profile: 'plain' | 'odd'): string {
  const random = randomOf(seed * 2 + Number(profile === 'odd'))
  const parts = Array.from({ length: random.between(2, 6) }, (_, at) => randomPart(at, random))
  const names = random.shuffled(parts.flatMap((part) => part.names))
  const roles = new Set(parts.filter(({ hasRoles }) => hasRoles).flatMap((part) => part.names))
  const context = {
    random,
    isOdd: profile === 'odd',
    names,
    inner: parts.flatMap((part) => part.inner),
    roles,
    backwards: random.pick([0, 0.05, 0.15, 0.35]),
  }
  const orders = Array.from({ length: random.between(1, 7) }, (_, at) =>
    random.chance(0.72) ? pairOrder(`o${at}`, context) : setOrder(`o${at}`, context),
  )
  const tags = random.chance(0.15) ? tagSection(names, random) : { section: '', orders: [] }
  return cibText({
    resources: parts.map(({ text }) => text),
    constraints: [...orders.flat(), ...tags.orders],
    nodes: ['n1', 'n2'],
    more: tags.section,
  })
}

interface Context {
  readonly random: Random
  readonly isOdd: boolean
  readonly names: readonly string[]
  readonly inner: readonly string[]
  readonly roles: ReadonlySet<string>
  /** How often an order goes against the order of the names. */
  readonly backwards: number
}

function pickName({ random, names, inner, isOdd }: Context): string {
  return isOdd && inner.length > 0 && random.chance(0.02) ? random.pick(inner) : random.pick(names)
}

/** Mostly in the order of the names, so that not every second cluster has a cycle. */
function inOrder(ids: readonly string[], { names, random, backwards }: Context): string[] {
  if (random.chance(backwards)) return [...ids]
  return [...ids].sort((a, b) => names.indexOf(a) - names.indexOf(b))
}

function terms({ random, isOdd }: Context): Record<string, string> {
  const kinds = isOdd
    ? { none: 45, Mandatory: 15, Optional: 28, Serialize: 12 }
    : { none: 60, Mandatory: 15, Optional: 25, Serialize: 0 }
  const kind = random.weighted(kinds)
  const symmetrical = random.weighted(
    isOdd ? { none: 65, true: 15, false: 20 } : { none: 90, true: 4, false: 6 },
  )
  return { ...(kind === 'none' ? {} : { kind }), ...(symmetrical === 'none' ? {} : { symmetrical }) }
}

function actionOf(id: string, { random, isOdd, roles }: Context): string | undefined {
  if (!isOdd) return roles.has(id) ? random.pick(['promote', 'promote', undefined]) : undefined
  const weights = roles.has(id)
    ? { none: 30, start: 10, promote: 45, stop: 6, demote: 9 }
    : { none: 78, start: 12, stop: 9.5, promote: 0.5, demote: 0 }
  const action = random.weighted(weights)
  return action === 'none' ? undefined : action
}

function pairOrder(id: string, context: Context): string[] {
  const { random, isOdd, roles } = context
  const [first = '', then = ''] = inOrder([pickName(context), pickName(context)], context)
  if (first === then && !random.chance(isOdd ? 0.07 : 0.005)) return []
  const firstAction = actionOf(first, context)
  const needsAction = (firstAction === 'promote' || firstAction === 'demote') && !roles.has(then)
  const thenAction =
    actionOf(then, context) ?? (needsAction ? (firstAction === 'promote' ? 'start' : 'stop') : undefined)
  const attributes = {
    ...terms(context),
    ...(firstAction === undefined ? {} : { 'first-action': firstAction }),
    ...(thenAction === undefined ? {} : { 'then-action': thenAction }),
    ...(random.chance(0.06) ? { 'require-all': random.pick(['true', 'false']) } : {}),
  }
  return [xml.order(id, first, then, attributes)]
}

function setOrder(id: string, context: Context): string[] {
  const { random, isOdd, roles } = context
  const used = new Set<string>()
  const count = random.pick([1, 1, 2, 2, 2, 3])
  const sets = Array.from({ length: count }, (_, at) => {
    const picked = Array.from({ length: random.between(1, 3) }, () => pickName(context))
    const members = inOrder(
      picked.filter((name) => !used.has(name) || random.chance(0.1)),
      context,
    )
    for (const member of members) used.add(member)
    const sequential = random.weighted({ none: 50, true: 15, false: 35 })
    const allRoles = members.every((member) => roles.has(member))
    const action = allRoles ? random.pick([undefined, 'promote', isOdd ? 'demote' : 'promote']) : undefined
    const oddAction = isOdd && random.chance(0.12) ? random.pick(['start', 'stop']) : undefined
    const attributes = {
      ...(sequential === 'none' ? {} : { sequential }),
      ...(random.chance(0.15) ? { 'require-all': 'false', sequential: 'false' } : {}),
      ...((action ?? oddAction) === undefined ? {} : { action: action ?? oddAction ?? '' }),
    }
    return members.length === 0 ? '' : xml.set(`${id}-s${at}`, members, attributes)
  }).filter((text) => text !== '')
  return sets.length === 0 ? [] : [xml.sets('rsc_order', id, sets, terms(context))]
}

/** A tag of two resources that is ordered before or after a third. */
function tagSection(names: readonly string[], random: Random) {
  const [one = '', two = '', three = ''] = random.shuffled(names)
  if (three === '') return { section: '', orders: [] }
  const pair = random.chance(0.5) ? (['T', three] as const) : ([three, 'T'] as const)
  return {
    section: `<tags><tag id="T"><obj_ref id="${one}"/><obj_ref id="${two}"/></tag></tags>`,
    orders: [xml.order('tagged', pair[0], pair[1])],
  }
}
