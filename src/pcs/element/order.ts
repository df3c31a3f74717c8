import { claimId, freeId, pcsId } from '../../model/ids.js'
import type { RscOrder } from '../../model/index.js'
import { type Accepts, attributeWords, fieldsOf, oneOf } from '../command/attribute-words.js'
import { pcs } from '../command/command.js'
import type { Context, Conversion } from '../command/conversion.js'
import { acceptsReferences, checkConstraintId, forceFor } from '../command/references.js'
import { convertResourceSets, refsOf } from './sets.js'

const actions = ['start', 'stop', 'promote', 'demote']
const subcommands = ['set', 'remove', 'delete', 'show', 'config']
const plainOptions = ['kind', 'score', 'symmetrical', 'require-all']
const setOptions = ['kind', 'symmetrical']
const accepts: Accepts = { symmetrical: oneOf('true', 'false') }
const acceptedInSets: Accepts = { ...accepts, kind: oneOf('Optional', 'Mandatory', 'Serialize') }

/** `pcs constraint order A then B`, or `pcs constraint order set A B ...`. */
export function convertOrder(order: RscOrder, context: Context): Conversion<RscOrder> {
  return order.resourceSets.length > 0
    ? convertOrderOfSets(order, context)
    : convertPlainOrder(order, context)
}

function convertPlainOrder(order: RscOrder, context: Context): Conversion<RscOrder> {
  const { first = '', then = '', firstAction = 'start', thenAction = 'start' } = order
  if (!acceptsReferences(order, [first, then], context)) return { commands: [] }
  checkConstraintId(order, context)
  checkNotWithinGroup(order, [first, then], context)
  for (const [attribute, value] of [
    ['first-action', firstAction],
    ['then-action', thenAction],
  ] as const) {
    if (!actions.includes(value))
      context.unsupported({ element: order, attribute, what: `the action ${JSON.stringify(value)}` })
  }
  const own = claimId(pcsId.order(first, then, order.kind ?? order.score ?? 'mandatory'), context.ids)
  const named = firstAction !== 'start' || [...actions, ...subcommands].includes(first)
  const words = [
    ...['constraint', 'order', ...(named ? [firstAction] : []), first],
    ...['then', ...(thenAction !== 'start' || actions.includes(then) ? [thenAction] : []), then],
    ...attributeWords(order, plainOptions, context, accepts),
    ...(order.id === own ? [] : [`id=${order.id}`]),
  ]
  const key = `order ${first} ${firstAction} ${then} ${thenAction}`
  return {
    commands: [pcs(words, forceFor(key, [first, then], context))],
    produces: {
      ...fieldsOf(order, ['id', 'first', 'then', ...plainOptions]),
      element: 'rsc_order',
      firstAction,
      thenAction,
    },
  }
}

function convertOrderOfSets(order: RscOrder, context: Context): Conversion<RscOrder> {
  const refs = refsOf(order.resourceSets)
  if (!acceptsReferences(order, refs, context)) return { commands: [] }
  checkConstraintId(order, context)
  checkNotWithinGroup(order, refs, context)
  const own = freeId(pcsId.setConstraint('order', refs), context.ids)
  context.ids.add(order.id ?? '')
  const sets = convertResourceSets(order.resourceSets, order.id ?? '', context)
  const options = [
    ...attributeWords(order, setOptions, context, acceptedInSets),
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
    produces: {
      ...fieldsOf(order, ['id', ...setOptions]),
      element: 'rsc_order',
      resourceSets: sets.produces,
    },
  }
}

/** Reports an order between members of one group, which pcs does not accept: a group is ordered already. */
function checkNotWithinGroup(order: RscOrder, refs: readonly string[], context: Context): void {
  const groups = refs.flatMap((ref) => context.resources.get(ref)?.group ?? [])
  const twice = groups.find((group, at) => groups.indexOf(group) < at)
  if (twice !== undefined)
    context.unsupported({ element: order, what: `an order inside the group ${JSON.stringify(twice)}` })
}
