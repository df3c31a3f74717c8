import { claimId, pcsId } from '../../model/ids.js'
import type { AttributeSet, Nvpair, Rule } from '../../model/index.js'
import { type OptionTable, optionFields } from '../options.js'
import { type ChildBuilder, listOf, type OneOrMany, type Value } from '../values.js'

/** Builds an nvpair; `name` is the key that it has in the set, for one without a name of its own. */
export type NvpairBuilder = (set: string, used: Set<string>, name?: string) => Nvpair

/** Names and values of a set: `{ ip: '192.0.2.6', cidr_netmask: 32 }`. */
export type Attributes = Readonly<Record<string, Value | NvpairBuilder>>

/** The id that pcs would give a set, and the one it would give an nvpair in it. */
export interface SetIds {
  readonly setId: string
  readonly nvpairId: (set: string, name: string) => string
}

/** The element that a set becomes, and its ids. */
export interface SetContext extends SetIds {
  readonly element: AttributeSet['element']
  readonly used: Set<string>
}

export type SetBuilder = (context: SetContext) => AttributeSet

/** What an option for attributes accepts: names and values, a set with its own id, score or rule, or several. */
export type AttributesOption<Names extends object = Attributes> = OneOrMany<Names | SetBuilder>

export interface AttributeSetOptions {
  readonly id?: string
  readonly score?: Value
  readonly rule?: ChildBuilder<Rule>
}

const setOptions = {
  of: 'attributeSet()',
  options: { id: 'attribute', score: 'attribute', rule: 'child' },
} as const satisfies OptionTable<AttributeSetOptions>

/**
 * A set of attributes with an id, a score or a rule of its own; as an array, `values` may name an attribute twice.
 *
 * @example
 * ```ts
 * const shop = systemd('shop', { meta: attributeSet({ 'target-role': 'Started' }, { id: 'open', score: 2 }) })
 * // <meta_attributes id="open" score="2">
 * //   <nvpair id="open-target-role" name="target-role" value="Started"/>
 * // </meta_attributes>
 * ```
 */
export function attributeSet(
  values: Attributes | readonly NvpairBuilder[],
  options: AttributeSetOptions = {},
): SetBuilder {
  return ({ element, used, setId, nvpairId }) => {
    const id = options.id ?? claimId(setId, used)
    const own = new Set<string>()
    return {
      element,
      ...optionFields({ ...options, id }, setOptions),
      ...(options.rule === undefined ? {} : { rule: options.rule(id, new Set()) }),
      nvpairs: isList(values)
        ? values.map((build) => build(id, own))
        : Object.entries(values).map(([name, value]) => nvpairOf(name, value, id, own, nvpairId)),
    }
  }
}

/** The nvpair that a name and its value become in the set of that id. */
export function nvpairOf(
  name: string,
  value: Value | NvpairBuilder,
  set: string,
  used: Set<string>,
  nvpairId: SetContext['nvpairId'],
): Nvpair {
  if (typeof value === 'function') return value(set, used, name)
  return { element: 'nvpair', id: claimId(nvpairId(set, name), used), name, value: String(value) }
}

function isList(values: Attributes | readonly NvpairBuilder[]): values is readonly NvpairBuilder[] {
  return Array.isArray(values)
}

/**
 * The set of that id, used here as well. No pcs command creates one.
 *
 * @example
 * ```ts
 * const office = systemd('office', { meta: attributeSetRef('open') })
 * // <meta_attributes id-ref="open"/>
 * ```
 */
export function attributeSetRef(idRef: string): SetBuilder {
  return ({ element }) => ({ element, idRef, nvpairs: [] })
}

interface NvpairFields {
  readonly id?: Value
  readonly idRef?: Value
  readonly name?: Value
  readonly value?: Value
}

const nvpairOptions = {
  of: 'nvpair()',
  options: { id: 'attribute', idRef: 'attribute', name: 'attribute', value: 'attribute' },
} as const satisfies OptionTable<NvpairFields>

/**
 * An nvpair with an id of its own, or without a value; with `idRef`, the nvpair of that id, used here as well.
 *
 * @example
 * ```ts
 * const vip = ocf.heartbeat.IPaddr2('vip', { ip: nvpair({ id: 'vip-address', value: '192.0.2.6' }) })
 * // <nvpair id="vip-address" name="ip" value="192.0.2.6"/>
 * ```
 */
export function nvpair(fields: NvpairFields): NvpairBuilder {
  return (set, used, key) => {
    const { name = key } = fields
    const generated = fields.id === undefined && fields.idRef === undefined
    const id = generated ? { id: claimId(pcsId.nvpair(set, String(name)), used) } : {}
    return { element: 'nvpair', ...id, ...optionFields({ ...fields, name }, nvpairOptions) }
  }
}

/** The sets of one element that an option describes, with the ids that pcs gives them. */
export function setsOf<Name extends AttributeSet['element']>(
  element: Name,
  owner: string,
  option: AttributesOption<object> | undefined,
  ids: SetIds = setIds(owner, element),
): AttributeSet<Name>[] {
  const used = new Set<string>()
  return listOf(option)
    .filter((given) => typeof given === 'function' || Object.keys(given).length > 0)
    .map((given) => setOf(given, { element, used, ...ids }) as AttributeSet<Name>)
}

/** The set that names and values, or a builder of one, become in their context. */
export function setOf(given: object, context: SetContext): AttributeSet {
  return (typeof given === 'function' ? (given as SetBuilder) : attributeSet(given as Attributes))(context)
}

/** The ids that pcs gives a set of that owner and the nvpairs in it. */
export function setIds(owner: string, element: string): SetIds {
  return { setId: pcsId.attributeSet(owner, element), nvpairId: pcsId.nvpair }
}
