import { claimId, pcsId } from '../../model/ids.js'
import type { AttributeSet, Nvpair, Rule } from '../../model/index.js'
import { type ChildBuilder, listOf, type OneOrMany, texts, type Value } from '../values.js'

/** Becomes an nvpair, under the name that it stands under where it has none of its own. */
export type NvpairBuilder = (set: string, taken: Set<string>, name?: string) => Nvpair

/** Names and values of a set: `{ ip: '192.0.2.6', cidr_netmask: 32 }`. */
export type Attributes = Readonly<Record<string, Value | NvpairBuilder>>

/** The id that pcs would give a set, and the one it would give an nvpair in it. */
export interface SetIds {
  readonly setId: string
  readonly nvpairId: (set: string, name: string) => string
}

/** Where a set stands. */
export interface SetContext extends SetIds {
  readonly element: AttributeSet['element']
  readonly taken: Set<string>
}

export type SetBuilder = (context: SetContext) => AttributeSet

/** What an option for attributes takes: names and values, a set with its own id, score or rule, or several. */
export type AttributesOption<Names extends object = Attributes> = OneOrMany<Names | SetBuilder>

export interface AttributeSetOptions {
  readonly id?: string
  readonly score?: Value
  readonly rule?: ChildBuilder<Rule>
}

/**
 * A set of attributes with an id, a score or a rule of its own; as an array `values` may hold one name twice.
 *
 * `attributeSet({ 'resource-stickiness': 100 }, { id: 'rsc_defaults-options' })`
 */
export function attributeSet(
  values: Attributes | readonly NvpairBuilder[],
  options: AttributeSetOptions = {},
): SetBuilder {
  return ({ element, taken, setId, nvpairId }) => {
    const id = options.id ?? claimId(setId, taken)
    const own = new Set<string>()
    return {
      element,
      id,
      ...(options.score === undefined ? {} : { score: String(options.score) }),
      ...(options.rule === undefined ? {} : { rule: options.rule(id, new Set()) }),
      nvpairs: isList(values)
        ? values.map((build) => build(id, own))
        : Object.entries(values).map(([name, value]) => nvpairOf(name, value, id, own, nvpairId)),
    }
  }
}

/** The nvpair that a value under its name becomes in the set of that id. */
export function nvpairOf(
  name: string,
  value: Value | NvpairBuilder,
  set: string,
  taken: Set<string>,
  nvpairId: SetContext['nvpairId'],
): Nvpair {
  if (typeof value === 'function') return value(set, taken, name)
  return { element: 'nvpair', id: claimId(nvpairId(set, name), taken), name, value: String(value) }
}

function isList(values: Attributes | readonly NvpairBuilder[]): values is readonly NvpairBuilder[] {
  return Array.isArray(values)
}

/** A set that stands elsewhere, named by its id. CIB: `<meta_attributes id-ref="..."/>`; no pcs command makes one. */
export function attributeSetRef(idRef: string): SetBuilder {
  return ({ element }) => ({ element, idRef, nvpairs: [] })
}

/**
 * One nvpair with an id of its own, or one that points at another with `idRef`; the value may be left out.
 *
 * `{ ip: nvpair({ id: 'vip-ip', value: '192.0.2.6' }) }`
 */
export function nvpair(
  fields: { readonly [Name in 'id' | 'idRef' | 'name' | 'value']?: Value },
): NvpairBuilder {
  return (set, taken, key) => {
    const { name = key } = fields
    const generated = fields.id === undefined && fields.idRef === undefined
    const id = generated ? { id: claimId(pcsId.nvpair(set, String(name)), taken) } : {}
    return { element: 'nvpair', ...id, ...texts({ ...fields, name }) }
  }
}

/** The sets of one element that an option describes, with the ids that pcs gives them. */
export function setsOf<Name extends AttributeSet['element']>(
  element: Name,
  owner: string,
  option: AttributesOption<object> | undefined,
  ids: SetIds = setIds(owner, element),
): AttributeSet<Name>[] {
  const taken = new Set<string>()
  return listOf(option)
    .filter((given) => typeof given === 'function' || Object.keys(given).length > 0)
    .map((given) => setOf(given, { element, taken, ...ids }) as AttributeSet<Name>)
}

/** The set that names and values, or a set with more to say, become in their place. */
export function setOf(given: object, context: SetContext): AttributeSet {
  return (typeof given === 'function' ? (given as SetBuilder) : attributeSet(given as Attributes))(context)
}

/** The ids that pcs gives a set of that owner and the nvpairs in it. */
export function setIds(owner: string, element: string): SetIds {
  return { setId: pcsId.attributeSet(owner, element), nvpairId: pcsId.nvpair }
}
