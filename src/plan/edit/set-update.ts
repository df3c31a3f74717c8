import type { AttributeSet, Nvpair } from '../../model/index.js'
import type { Command } from '../../pcs/command/command.js'
import { isSame } from './edit.js'
import type { PlanState } from './state.js'

/** How a command changes the nvpairs of a set. */
export interface UpdateStyle {
  /** The id of the set, where the command makes one. */
  readonly id: string
  readonly nvpairId: (set: string, name: string) => string
  /** True where a set that has no nvpair any more stays. */
  readonly keepsEmpty?: boolean
  readonly accepts?: (value: string) => boolean
}

/** The `name=value` words that make the one list of sets the other; `name=` removes. Undefined where no words do. */
export function setUpdate(
  before: readonly AttributeSet[],
  after: readonly AttributeSet[],
  style: UpdateStyle,
  isUsed: (id: string) => boolean,
): readonly string[] | undefined {
  const [old, now] = [before[0], after[0]]
  if (before.length > 1 || after.length > 1 || now === undefined) return undefined
  if (old === undefined) {
    if (now.id !== style.id || isUsed(style.id)) return undefined
  } else if (old.id === undefined || old.id !== now.id) return undefined
  const isPlain = (set: AttributeSet) =>
    set.rule === undefined && set.score === undefined && set.idRef === undefined && set.extra === undefined
  if (![old ?? now, now].every(isPlain) || (now.nvpairs.length === 0 && style.keepsEmpty !== true))
    return undefined
  const rest = new Map((old?.nvpairs ?? []).map((pair) => [pair.name ?? '', pair]))
  if (rest.size !== (old?.nvpairs.length ?? 0)) return undefined
  const words: string[] = []
  for (const pair of now.nvpairs) {
    const { id, name = '', value = '' } = pair
    const known = rest.get(name)
    rest.delete(name)
    if (!isPlainPair(pair) || (known !== undefined && known.id !== id)) return undefined
    if (known?.value === value) continue
    const isNew = known === undefined
    const setId = old?.id ?? style.id
    if (isNew && (id !== style.nvpairId(setId, name) || isUsed(id ?? ''))) return undefined
    if (style.accepts?.(value) === false) return undefined
    words.push(`${name}=${value}`)
  }
  for (const [name, pair] of rest) {
    if (!/^[A-Za-z0-9_.:#-]+$/.test(name) || pair.idRef !== undefined) return undefined
    words.push(`${name}=`)
  }
  return words
}

function isPlainPair({ id, name = '', value, idRef, extra }: Nvpair): boolean {
  if (id === undefined || value === undefined || value === '' || idRef !== undefined || extra !== undefined)
    return false
  return /^[A-Za-z0-9_.][A-Za-z0-9_.-]*$/.test(name)
}

/** One command that makes the one list of sets the other, none where they are equal; undefined where pcs cannot. */
export function setCommands<S extends AttributeSet>(
  before: readonly S[],
  after: readonly S[],
  style: UpdateStyle,
  { ids }: PlanState,
  commandOf: (words: readonly string[]) => Command | undefined,
): readonly Command[] | undefined {
  if (isSame(before, after)) return []
  const words = setUpdate(before, after, style, (id) => ids.has(id))
  const command = words === undefined || words.length === 0 ? undefined : commandOf(words)
  return command && [command]
}
