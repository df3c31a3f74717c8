import { pcsId } from '../../model/ids.js'
import { idOf, type Ref, type RscOrder } from '../../model/index.js'
import { type LifetimeOption, lifetimeOf } from '../attribute/rules.js'
import type { Action, OrderKind } from '../enumerations.js'
import { type OptionTable, optionFields } from '../options.js'
import type { Value } from '../values.js'
import { underId } from './constraint-id.js'
import { resourceSets, type SetOption, setConstraintId } from './resource-sets.js'

export interface OrderSetsOptions extends LifetimeOption {
  /** Default of `order`: `order-FIRST-THEN-KIND`, with `mandatory` where no kind is given. */
  readonly id?: string
  /** Pacemaker's default is Mandatory. */
  readonly kind?: OrderKind
  /** The old form of kind: 0 is Optional, all else Mandatory. */
  readonly score?: Value
  /** False: the stops are not ordered in reverse. */
  readonly symmetrical?: boolean
  /** False: one active instance of a clone is enough. */
  readonly requireAll?: boolean
}

export interface OrderOptions extends OrderSetsOptions {
  /** Default `start`; `null` leaves the attribute out. */
  readonly firstAction?: Action | null
  /** Default `start`; `null` leaves the attribute out. */
  readonly thenAction?: Action | null
  /** `null` leaves both actions out. */
  readonly actions?: null
}

const setsOptions = {
  of: 'orderSets()',
  options: {
    id: 'attribute',
    kind: 'attribute',
    score: 'attribute',
    symmetrical: 'attribute',
    requireAll: 'attribute',
    lifetime: 'child',
  },
} as const satisfies OptionTable<OrderSetsOptions>

const orderOptions = {
  of: 'order()',
  options: { ...setsOptions.options, firstAction: 'attribute', thenAction: 'attribute', actions: 'child' },
} as const satisfies OptionTable<OrderOptions>

/**
 * The action of `first` comes before the action of `then`.
 *
 * @example
 * ```ts
 * const db = promotable(ocf.pacemaker.Stateful('db'))
 * const api = systemd('api')
 * const afterPromotion = order(db, api, { firstAction: 'promote' })
 * // <rsc_order id="order-db-clone-api-mandatory" first="db-clone" first-action="promote" then="api" then-action="start"/>
 * // pcs constraint order promote db-clone then api
 * ```
 */
export function order<const First extends string, const Then extends string>(
  first: Ref<First>,
  then: Ref<Then>,
  options: OrderOptions = {},
): RscOrder<First | Then> {
  const actions = options.actions === null ? {} : { firstAction: 'start', thenAction: 'start' }
  const strength = options.kind ?? (options.score === undefined ? 'mandatory' : String(options.score))
  return underId(options.id, pcsId.order(idOf(first), idOf(then), strength), (id) => ({
    element: 'rsc_order',
    first: idOf(first),
    then: idOf(then),
    ...optionFields({ ...actions, ...options, id }, orderOptions),
    resourceSets: [],
    ...lifetimeOf(id, options.lifetime),
  }))
}

/**
 * An order over sets of resources.
 *
 * @example
 * ```ts
 * const [a, b, c] = [systemd('a'), systemd('b'), systemd('c')]
 * const bothBeforeC = orderSets([{ resources: [a, b], sequential: false }, { resources: [c] }], { kind: 'Optional' })
 * // <rsc_order id="order_set_aabbcc" kind="Optional">
 * // pcs constraint order set a b sequential=false set c setoptions kind=Optional
 * ```
 */
export function orderSets<const Id extends string = never>(
  sets: readonly SetOption<Id>[],
  options: OrderSetsOptions = {},
): RscOrder<Id> {
  return underId(options.id, setConstraintId('order', sets), (id) => ({
    element: 'rsc_order',
    ...optionFields({ ...options, id }, setsOptions),
    resourceSets: resourceSets(id, sets),
    ...lifetimeOf(id, options.lifetime),
  }))
}
