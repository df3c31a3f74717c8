import { claimId, pcsId } from '../../model/ids.js'
import type { Clone, Group, Master, MetaAttributes, Primitive } from '../../model/index.js'
import type { IdsOf } from '../ids.js'
import type { OptionTable } from '../options.js'
import { type CollectiveOptions, collectiveOptions, resourceFields } from './resource-fields.js'

const groupOptions = {
  of: 'group()',
  options: collectiveOptions,
} as const satisfies OptionTable<CollectiveOptions>

/**
 * Primitives that start in this order and run on one node. `check` reports a group without members.
 *
 * @example
 * ```ts
 * const files = systemd('files')
 * const vip = ocf.heartbeat.IPaddr2('vip', { ip: '192.0.2.6' })
 * const nfs = group('nfs', [files, vip])
 * // <group id="nfs">
 * // pcs resource group add nfs files vip
 * ```
 */
export function group<const Id extends string, const Member extends string>(
  id: Id,
  members: readonly Primitive<Member>[],
  options: CollectiveOptions = {},
): Group<Id, Member> {
  return {
    element: 'group',
    id,
    members: members as Group<Id, Member>['members'],
    ...resourceFields(id, options, groupOptions),
  }
}

type Clonable = Primitive | Group

/** The options of a clone. */
export interface CloneOptions<Id extends string = string> extends CollectiveOptions {
  /** Default `RESOURCE-clone`; of `master`, `RESOURCE-master`. */
  readonly id?: Id
}

const cloneOptions = {
  of: 'a clone',
  options: { id: 'attribute', ...collectiveOptions },
} as const satisfies OptionTable<CloneOptions>

/**
 * The resource on several nodes at once.
 *
 * @example
 * ```ts
 * const haproxy = clone(systemd('haproxy'), { meta: { interleave: true } })
 * // <clone id="haproxy-clone">
 * // pcs resource create haproxy systemd:haproxy clone interleave=true
 * ```
 */
export function clone<const R extends Clonable, const Id extends string = `${R['id']}-clone`>(
  resource: R,
  options: CloneOptions<Id> = {},
): Clone<NoInfer<Id>, IdsOf<R>> {
  const id = options.id ?? pcsId.clone(resource.id)
  const clone: Clone = { element: 'clone', id, resource, ...resourceFields(id, options, cloneOptions) }
  return clone as Clone<Id, IdsOf<R>>
}

/**
 * A clone with the roles Promoted and Unpromoted: its meta attribute `promotable` is true.
 *
 * @example
 * ```ts
 * const galera = ocf.heartbeat.galera('galera', { wsrep_cluster_address: 'gcomm://node1,node2,node3' })
 * const database = promotable(galera, { meta: { 'promoted-max': 3 } })
 * // <nvpair id="galera-clone-meta_attributes-promotable" name="promotable" value="true"/>
 * // pcs resource create galera ocf:heartbeat:galera wsrep_cluster_address=gcomm://node1,node2,node3 promotable promoted-max=3
 * ```
 */
export function promotable<const R extends Clonable, const Id extends string = `${R['id']}-clone`>(
  resource: R,
  options: CloneOptions<Id> = {},
): Clone<NoInfer<Id>, IdsOf<R>> {
  const cloned = clone(resource, options)
  return { ...cloned, metaAttributes: withPromotable(cloned.id, cloned.metaAttributes) }
}

/** The sets with `promotable` in the first that is always in effect, at its place where it is given, else last; in one more where none is. */
function withPromotable(owner: string, sets: readonly MetaAttributes[]): MetaAttributes[] {
  const at = sets.findIndex(({ rule, idRef }) => rule === undefined && idRef === undefined)
  const used = new Set(sets.flatMap(({ id }) => id ?? []))
  const set = sets[at] ?? {
    element: 'meta_attributes',
    id: claimId(pcsId.attributeSet(owner, 'meta_attributes'), used),
    nvpairs: [],
  }
  const name = 'promotable'
  const others = set.nvpairs.filter((pair) => pair.name !== name)
  const place = set.nvpairs.findIndex((pair) => pair.name === name)
  const id = claimId(pcsId.nvpair(set.id ?? '', name), new Set(others.flatMap((pair) => pair.id ?? [])))
  const nvpairs = others.toSpliced(place === -1 ? others.length : place, 0, {
    element: 'nvpair',
    id,
    name,
    value: 'true',
  })
  const complete: MetaAttributes = { ...set, nvpairs }
  return at === -1 ? [...sets, complete] : sets.with(at, complete)
}

/**
 * A promotable clone as it was before schema 3.1; schema 4.0 has no `<master>`.
 *
 * @example
 * ```ts
 * const database = master(ocf.pacemaker.Stateful('db'))
 * // <master id="db-master">
 * ```
 */
export function master<const R extends Clonable, const Id extends string = `${R['id']}-master`>(
  resource: R,
  options: CloneOptions<Id> = {},
): Master<NoInfer<Id>, IdsOf<R>> {
  const id = options.id ?? pcsId.master(resource.id)
  const master: Master = { element: 'master', id, resource, ...resourceFields(id, options, cloneOptions) }
  return master as Master<Id, IdsOf<R>>
}
