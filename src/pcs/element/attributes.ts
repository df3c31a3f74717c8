import { claimId, pcsId } from '../../model/ids.js'
import type { AttributeSet, Nvpair } from '../../model/index.js'
import { isSecret } from '../../options/secrets.js'
import type { Context } from '../command/conversion.js'

/** How one command writes a set of nvpairs. */
export interface SetStyle {
  /** The set's id, unless it is used already. */
  readonly id: string
  /** The id of an nvpair in it. */
  readonly nvpairId: (set: string, name: string) => string
  /** The agent whose parameters these are. */
  readonly agent?: string
  /** True where an empty value is written; elsewhere it removes the attribute or is an error. */
  readonly acceptsEmpty?: boolean
  /** True for commands that neither sanitize an nvpair's id nor check whether it is used already. */
  readonly plain?: boolean
  /** True where the set exists already. */
  readonly exists?: boolean
  /** True for a name that it accepts; all names where absent. */
  readonly acceptsName?: (name: string) => boolean
  /** The values that it accepts, and a phrase for them. */
  readonly accepts?: { readonly value: (text: string) => boolean; readonly words: string }
}

/** The words of a set, and the sets that they produce. */
export interface ConvertedSet<Set> {
  readonly words: readonly string[]
  readonly produces: readonly Set[]
}

/** The `name=value` words of the first set; pcs produces one set only, so others appear as differences. */
export function convertSet<S extends AttributeSet>(
  sets: readonly S[],
  style: SetStyle,
  context: Context,
): ConvertedSet<S> {
  const [set] = sets
  const all = set?.nvpairs ?? []
  const pairs = all.filter((pair, at) => acceptsPair(pair, all.slice(0, at), style, context))
  if (set === undefined || pairs.length === 0) return { words: [], produces: [] }
  const id = style.exists === true ? style.id : claimId(style.id, context.ids)
  const nvpairs = [...pairs].sort(byName).map((pair): Nvpair => {
    const own = style.nvpairId(id, pair.name ?? '')
    const nvpairId = style.plain === true ? own : claimId(own, context.ids)
    return { element: 'nvpair', id: nvpairId, name: pair.name ?? '', value: pair.value ?? '' }
  })
  const produces = { element: set.element, id, nvpairs } as unknown as S
  return { words: pairs.map(({ name, value }) => `${name}=${value}`), produces: [produces] }
}

/** The style of `<instance_attributes>` in `pcs resource create`. */
export const parameters = (owner: string, agent: string): SetStyle => ({
  agent,
  id: pcsId.attributeSet(owner, 'instance_attributes'),
  nvpairId: pcsId.nvpair,
})

/** The style of `<meta_attributes>` in `pcs resource create` and `pcs resource bundle create`. */
export const options = (owner: string): SetStyle => ({
  id: pcsId.attributeSet(owner, 'meta_attributes'),
  nvpairId: pcsId.nvpair,
  acceptsEmpty: true,
})

/** The style of `<meta_attributes>` in `pcs resource meta` and `pcs resource clone`. */
export const plainOptions = (owner: string): SetStyle => ({
  ...options(owner),
  acceptsEmpty: false,
  plain: true,
})

function acceptsPair(pair: Nvpair, before: readonly Nvpair[], style: SetStyle, context: Context): boolean {
  const { name, value } = pair
  const unsupported = (what: string) => {
    context.unsupported({ element: pair, what })
    return false
  }
  if (name === undefined || value === undefined || pair.idRef !== undefined) {
    return unsupported('an attribute without name or value')
  }
  if (before.some((other) => other.name === name)) return unsupported(`the attribute ${name} a second time`)
  if (name === '' || name.includes('=') || name.startsWith('-') || style.acceptsName?.(name) === false) {
    return unsupported(`an attribute named ${JSON.stringify(name)}`)
  }
  if (value === '' && style.acceptsEmpty !== true) return unsupported(`the empty value of ${name}`)
  if (style.plain === true && !/^[A-Za-z0-9_.-]+$/.test(name)) {
    return unsupported(`an attribute named ${JSON.stringify(name)}`)
  }
  if (style.plain === true && context.ids.has(style.nvpairId(style.id, name))) {
    return unsupported(`the attribute ${name}: its id is used already`)
  }
  if (context.showsSecrets !== true && isSecret(style.agent, name, value)) {
    return unsupported(`the value of ${name} without showing it in the list of processes`)
  }
  if (style.accepts !== undefined && !style.accepts.value(value)) {
    return unsupported(`${name}=${JSON.stringify(value)}: it accepts ${style.accepts.words}`)
  }
  return true
}

function byName(a: Nvpair, b: Nvpair): number {
  const [one, other] = [a.name ?? '', b.name ?? '']
  return one < other ? -1 : one > other ? 1 : 0
}
