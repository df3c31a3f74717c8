import { type AttributeSet, claimId, type Nvpair, pcsId } from '../../model/index.js'
import type { Context } from '../command/conversion.js'

/** How one command writes a set of nvpairs. */
export interface SetStyle {
  /** The set's id before pcs looks whether it is taken. */
  readonly id: string
  /** The id of an nvpair in it. */
  readonly nvpairId: (set: string, name: string) => string
  /** True where an empty value is a value; elsewhere it removes the attribute or is refused. */
  readonly takesEmpty?: boolean
  /** True for commands that neither clean an nvpair's id nor look whether it is taken. */
  readonly plain?: boolean
  /** True where the set is there already. */
  readonly isThere?: boolean
  /** True for a name that it takes; without it, all that can be said. */
  readonly takesName?: (name: string) => boolean
  /** What values it takes, in words for those that it does not. */
  readonly takes?: { readonly value: (text: string) => boolean; readonly words: string }
}

/** The words of a set, and the sets that they make. */
export interface SaidSet<Set> {
  readonly words: readonly string[]
  readonly makes: readonly Set[]
}

/** The `name=value` words of the first set; pcs makes one set only, so others turn up as differences. */
export function saySet<S extends AttributeSet>(
  sets: readonly S[],
  style: SetStyle,
  context: Context,
): SaidSet<S> {
  const [set] = sets
  const all = set?.nvpairs ?? []
  const pairs = all.filter((pair, at) => takesPair(pair, all.slice(0, at), style, context))
  if (set === undefined || pairs.length === 0) return { words: [], makes: [] }
  const id = style.isThere === true ? style.id : claimId(style.id, context.ids)
  const nvpairs = [...pairs].sort(byName).map((pair): Nvpair => {
    const own = style.nvpairId(id, pair.name ?? '')
    const nvpairId = style.plain === true ? own : claimId(own, context.ids)
    return { element: 'nvpair', id: nvpairId, name: pair.name ?? '', value: pair.value ?? '' }
  })
  const makes = { element: set.element, id, nvpairs } as unknown as S
  return { words: pairs.map(({ name, value }) => `${name}=${value}`), makes: [makes] }
}

/** The style of `<instance_attributes>` in `pcs resource create`. */
export const parameters = (owner: string): SetStyle => ({
  id: pcsId.attributeSet(owner, 'instance_attributes'),
  nvpairId: pcsId.nvpair,
})

/** The style of `<meta_attributes>` in `pcs resource create` and `pcs resource bundle create`. */
export const options = (owner: string): SetStyle => ({
  id: pcsId.attributeSet(owner, 'meta_attributes'),
  nvpairId: pcsId.nvpair,
  takesEmpty: true,
})

/** The style of `<meta_attributes>` in `pcs resource meta` and `pcs resource clone`. */
export const plainOptions = (owner: string): SetStyle => ({
  ...options(owner),
  takesEmpty: false,
  plain: true,
})

function takesPair(pair: Nvpair, before: readonly Nvpair[], style: SetStyle, context: Context): boolean {
  const { name, value } = pair
  const refuse = (what: string) => {
    context.refuse({ element: pair, what })
    return false
  }
  if (name === undefined || value === undefined || pair.idRef !== undefined) {
    return refuse('an attribute without name or value')
  }
  if (before.some((other) => other.name === name)) return refuse(`the attribute ${name} a second time`)
  if (name === '' || name.includes('=') || name.startsWith('-') || style.takesName?.(name) === false) {
    return refuse(`an attribute of the name ${JSON.stringify(name)}`)
  }
  if (value === '' && style.takesEmpty !== true) return refuse(`the empty value of ${name}`)
  if (style.plain === true && !/^[A-Za-z0-9_.-]+$/.test(name)) {
    return refuse(`an attribute of the name ${JSON.stringify(name)}`)
  }
  if (style.plain === true && context.ids.has(style.nvpairId(style.id, name))) {
    return refuse(`the attribute ${name}: its id is taken`)
  }
  if (style.takes !== undefined && !style.takes.value(value)) {
    return refuse(`${name}=${JSON.stringify(value)}: it takes ${style.takes.words}`)
  }
  return true
}

function byName(a: Nvpair, b: Nvpair): number {
  const [one, other] = [a.name ?? '', b.name ?? '']
  return one < other ? -1 : one > other ? 1 : 0
}
