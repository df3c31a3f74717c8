import { claimId, pcsId, type RscOrder } from '../../model/index.js'
import { attributeWords, fieldsOf, oneOf, type Takes } from '../command/attribute-words.js'
import { pcs } from '../command/command.js'
import type { Context, Converter } from '../command/conversion.js'
import { acceptsReferences, forceFor, refuseOddId } from '../command/references.js'
import { refsOf, sayResourceSets } from './sets.js'

const actions = ['start', 'stop', 'promote', 'demote']
const subcommands = ['set', 'remove', 'delete', 'show', 'config']
const plainOptions = ['kind', 'score', 'symmetrical', 'require-all']
const setOptions = ['kind', 'symmetrical']
const takes: Takes = { symmetrical: oneOf('true', 'false') }
const takesInSets: Takes = { ...takes, kind: oneOf('Optional', 'Mandatory', 'Serialize') }

/** `pcs constraint order A then B`, or `pcs constraint order set A B ...`. */
export function sayOrder(order: RscOrder, context: Context): Converter<RscOrder> {
  return order.resourceSets.length > 0 ? sayOrderOfSets(order, context) : sayPlainOrder(order, context)
}

function sayPlainOrder(order: RscOrder, context: Context): Converter<RscOrder> {
  const { first = '', then = '', firstAction = 'start', thenAction = 'start' } = order
  if (!acceptsReferences(order, [first, then], context)) return { commands: [] }
  refuseOddId(order, context)
  refuseWithinGroup(order, [first, then], context)
  for (const [attribute, value] of [
    ['first-action', firstAction],
    ['then-action', thenAction],
  ] as const) {
    if (!actions.includes(value))
      context.refuse({ element: order, attribute, what: `the action ${JSON.stringify(value)}` })
  }
  const own = claimId(pcsId.order(first, then, order.kind ?? order.score ?? 'mandatory'), context.ids)
  const named = firstAction !== 'start' || [...actions, ...subcommands].includes(first)
  const words = [
    ...['constraint', 'order', ...(named ? [firstAction] : []), first],
    ...['then', ...(thenAction !== 'start' || actions.includes(then) ? [thenAction] : []), then],
    ...attributeWords(order, plainOptions, context, takes),
    ...(order.id === own ? [] : [`id=${order.id}`]),
  ]
  const key = `order ${first} ${firstAction} ${then} ${thenAction}`
  return {
    commands: [pcs(words, forceFor(key, [first, then], context))],
    makes: {
      ...fieldsOf(order, ['id', 'first', 'then', ...plainOptions]),
      element: 'rsc_order',
      firstAction,
      thenAction,
    },
  }
}

function sayOrderOfSets(order: RscOrder, context: Context): Converter<RscOrder> {
  const refs = refsOf(order.resourceSets)
  if (!acceptsReferences(order, refs, context)) return { commands: [] }
  refuseOddId(order, context)
  refuseWithinGroup(order, refs, context)
  const own = claimId(pcsId.setConstraint('order', refs), new Set(context.ids))
  context.ids.add(order.id ?? '')
  const sets = sayResourceSets(order.resourceSets, order.id ?? '', context)
  const options = [
    ...attributeWords(order, setOptions, context, takesInSets),
    ...(order.id === own ? [] : [`id=${order.id}`]),
  ]
  const words = [
    'constraint',
    'order',
    ...sets.words,
    ...(options.length === 0 ? [] : ['setoptions', ...options]),
  ]
  const key = `order ${JSON.stringify(order.resourceSets.map((set) => refsOf([set])))}`
  return {
    commands: [pcs(words, forceFor(key, refs, context))],
    makes: { ...fieldsOf(order, ['id', ...setOptions]), element: 'rsc_order', resourceSets: sets.makes },
  }
}

/** pcs refuses an order between members of one group, which has an order already. */
function refuseWithinGroup(order: RscOrder, refs: readonly string[], context: Context): void {
  const groups = refs.flatMap((ref) => context.resources.get(ref)?.group ?? [])
  const twice = groups.find((group, at) => groups.indexOf(group) < at)
  if (twice !== undefined) context.refuse({ element: order, what: `an order inside the group ${twice}` })
}
