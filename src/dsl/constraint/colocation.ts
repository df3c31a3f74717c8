import { pcsId } from '../../model/ids.js'
import { idOf, type Ref, type RscColocation } from '../../model/index.js'
import { type LifetimeOption, lifetimeOf } from '../attribute/rules.js'
import type { Role } from '../enumerations.js'
import { type OptionTable, optionFields } from '../options.js'
import type { Value } from '../values.js'
import { underId } from './constraint-id.js'
import { resourceSets, type SetOption, setConstraintId } from './resource-sets.js'

export interface ColocationSetsOptions extends LifetimeOption {
  /** Default of `colocation`: `colocation-RSC-WITH-SCORE`. */
  readonly id?: string
  /** Default INFINITY: it runs there or nowhere; `null` leaves the attribute out. */
  readonly score?: Value | null
  /** False: the other resource is placed without regard to this one. */
  readonly influence?: boolean
}

export interface ColocationOptions extends ColocationSetsOptions {
  readonly rscRole?: Role
  readonly withRscRole?: Role
  /** The same value of this node attribute is enough. */
  readonly nodeAttribute?: string
}

const setsOptions = {
  of: 'colocationSets()',
  options: { id: 'attribute', score: 'attribute', influence: 'attribute', lifetime: 'child' },
} as const satisfies OptionTable<ColocationSetsOptions>

const colocationOptions = {
  of: 'colocation()',
  options: {
    ...setsOptions.options,
    rscRole: 'attribute',
    withRscRole: 'attribute',
    nodeAttribute: 'attribute',
  },
} as const satisfies OptionTable<ColocationOptions>

/**
 * `rsc` runs where `withRsc` runs; `withRsc` does not follow.
 *
 * @example
 * ```ts
 * const vip = ocf.heartbeat.IPaddr2('vip', { ip: '192.0.2.6' })
 * const haproxy = clone(systemd('haproxy'))
 * const vipWithProxy = colocation(vip, haproxy)
 * // <rsc_colocation id="colocation-vip-haproxy-clone-INFINITY" rsc="vip" with-rsc="haproxy-clone" score="INFINITY"/>
 * // pcs constraint colocation add vip with haproxy-clone
 * ```
 */
export function colocation<const Rsc extends string, const With extends string>(
  rsc: Ref<Rsc>,
  withRsc: Ref<With>,
  options: ColocationOptions = {},
): RscColocation<Rsc | With> {
  const { score = 'INFINITY' } = options
  const generated = pcsId.colocation(idOf(rsc), idOf(withRsc), String(score ?? 'INFINITY'))
  return underId(options.id, generated, (id) => ({
    element: 'rsc_colocation',
    rsc: idOf(rsc),
    withRsc: idOf(withRsc),
    ...optionFields({ ...options, score, id }, colocationOptions),
    resourceSets: [],
    ...lifetimeOf(id, options.lifetime),
  }))
}

/**
 * A colocation over sets of resources.
 *
 * @example
 * ```ts
 * const [a, b, c] = [systemd('a'), systemd('b'), systemd('c')]
 * const bothWithC = colocationSets([{ resources: [a, b], sequential: false }, { resources: [c] }])
 * // <rsc_colocation id="colocation_set_aabbcc" score="INFINITY">
 * // pcs constraint colocation set a b sequential=false set c setoptions score=INFINITY
 * ```
 */
export function colocationSets<const Id extends string = never>(
  sets: readonly SetOption<Id>[],
  options: ColocationSetsOptions = {},
): RscColocation<Id> {
  return underId(options.id, setConstraintId('colocation', sets), (id) => ({
    element: 'rsc_colocation',
    ...optionFields({ score: 'INFINITY', ...options, id }, setsOptions),
    resourceSets: resourceSets(id, sets),
    ...lifetimeOf(id, options.lifetime),
  }))
}
