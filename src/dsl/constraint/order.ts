import { pcsId } from '../../model/ids.js'
import { idOf, type Ref, type RscColocation, type RscOrder, type RscTicket } from '../../model/index.js'
import { type LifetimeOption, lifetimeOf } from '../attribute/rules.js'
import type { Action, Enumeration, OrderKind, Role } from '../enumerations.js'
import { texts, type Value } from '../values.js'
import { underId } from './constraint-id.js'
import { resourceSets, type SetOption, setConstraintId } from './resource-sets.js'

export interface OrderOptions extends LifetimeOption {
  /** Default `order-FIRST-THEN-KIND`, with `mandatory` where no kind is given. */
  readonly id?: string
  /** Pacemaker takes Mandatory where it is left out. */
  readonly kind?: OrderKind
  /** The old form of kind: 0 is Optional, all else Mandatory. */
  readonly score?: Value
  /** False: nothing is said of stopping. */
  readonly symmetrical?: boolean
  /** False: one active instance of a clone is enough. */
  readonly requireAll?: boolean
}

/**
 * `first` comes before `then`; both actions are written, `start` where not given, `null` leaves one out,
 * `actions: null` both.
 *
 * `order(galera, core, { firstAction: 'promote' })` is `pcs constraint order promote galera-clone then start core`.
 */
export function order<const First extends string, const Then extends string>(
  first: Ref<First>,
  then: Ref<Then>,
  {
    lifetime,
    actions,
    ...options
  }: OrderOptions & {
    readonly firstAction?: Action | null
    readonly thenAction?: Action | null
    readonly actions?: null
  } = {},
): RscOrder<First | Then> {
  const made = actions === null ? {} : { firstAction: 'start', thenAction: 'start' }
  const strength = options.kind ?? (options.score === undefined ? 'mandatory' : String(options.score))
  return underId(options.id, pcsId.order(idOf(first), idOf(then), strength), (id) => ({
    element: 'rsc_order',
    first: idOf(first),
    then: idOf(then),
    ...texts({ ...made, ...options, id }),
    resourceSets: [],
    ...lifetimeOf(id, lifetime),
  }))
}

/** An order over sets: `pcs constraint order set a b sequential=false set c setoptions kind=Optional`. */
export function orderSets<const Id extends string>(
  sets: readonly SetOption<Id>[],
  { lifetime, ...options }: OrderOptions = {},
): RscOrder<Id> {
  return underId(options.id, setConstraintId('order', sets), (id) => ({
    element: 'rsc_order',
    ...texts({ ...options, id }),
    resourceSets: resourceSets(id, sets),
    ...lifetimeOf(id, lifetime),
  }))
}

export interface ColocationOptions extends LifetimeOption {
  /** Default `colocation-RSC-WITH-SCORE`. */
  readonly id?: string
  /** Default INFINITY: it runs there or nowhere; `null` leaves the attribute out. */
  readonly score?: Value | null
  /** False: it does not pull the other one along. */
  readonly influence?: boolean
}

/**
 * `rsc` runs where `withRsc` runs; `withRsc` does not follow.
 *
 * `colocation(vip, haproxy)` is `pcs constraint colocation add vip with haproxy-clone INFINITY`.
 */
export function colocation<const Rsc extends string, const With extends string>(
  rsc: Ref<Rsc>,
  withRsc: Ref<With>,
  {
    lifetime,
    score = 'INFINITY',
    ...options
  }: ColocationOptions & {
    readonly rscRole?: Role
    readonly withRscRole?: Role
    /** The same value of this node attribute is enough. */
    readonly nodeAttribute?: string
  } = {},
): RscColocation<Rsc | With> {
  return underId(
    options.id,
    pcsId.colocation(idOf(rsc), idOf(withRsc), String(score ?? 'INFINITY')),
    (id) => ({
      element: 'rsc_colocation',
      rsc: idOf(rsc),
      withRsc: idOf(withRsc),
      ...texts({ ...options, score, id }),
      resourceSets: [],
      ...lifetimeOf(id, lifetime),
    }),
  )
}

/** A colocation over sets: `pcs constraint colocation set a b set c setoptions score=INFINITY`. */
export function colocationSets<const Id extends string>(
  sets: readonly SetOption<Id>[],
  { lifetime, ...options }: ColocationOptions = {},
): RscColocation<Id> {
  return underId(options.id, setConstraintId('colocation', sets), (id) => ({
    element: 'rsc_colocation',
    ...texts({ score: 'INFINITY', ...options, id }),
    resourceSets: resourceSets(id, sets),
    ...lifetimeOf(id, lifetime),
  }))
}

export interface TicketOptions {
  readonly id?: string
  readonly lossPolicy?: Enumeration<'lossPolicy'>
}

/** The resource needs the ticket: `pcs constraint ticket add TICKET RSC loss-policy=fence`. */
export function ticket<const Id extends string>(
  name: string,
  rsc: Ref<Id>,
  options: TicketOptions & { readonly rscRole?: Role } = {},
): RscTicket<Id> {
  return underId(options.id, pcsId.ticket(name, idOf(rsc), options.rscRole), (id) => ({
    element: 'rsc_ticket',
    rsc: idOf(rsc),
    ticket: name,
    ...texts({ ...options, id }),
    resourceSets: [],
  }))
}

/** The sets need the ticket: `pcs constraint ticket set a b setoptions ticket=TICKET`. */
export function ticketSets<const Id extends string>(
  name: string,
  sets: readonly SetOption<Id>[],
  options: TicketOptions = {},
): RscTicket<Id> {
  return underId(options.id, setConstraintId('ticket', sets), (id) => ({
    element: 'rsc_ticket',
    ticket: name,
    ...texts({ ...options, id }),
    resourceSets: resourceSets(id, sets),
  }))
}
