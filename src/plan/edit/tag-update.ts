import type { Tag } from '../../model/index.js'
import { type Command, pcs } from '../../pcs/command/command.js'
import { isPcsId } from '../../pcs/command/values.js'

/** `pcs tag update`: it adds at the end. Undefined where that does not give the wanted order. */
export function tagUpdate(before: Tag, after: Tag): readonly Command[] | undefined {
  const ids = (tag: Tag) => tag.objRefs.map(({ id = '' }) => id)
  const [old, now] = [ids(before), ids(after)]
  const removed = old.filter((id) => !now.includes(id))
  const added = now.filter((id) => !old.includes(id))
  const result = [...old.filter((id) => now.includes(id)), ...added]
  const all = [after.id, ...removed, ...added]
  if (result.join(' ') !== now.join(' ') || !all.every(isPcsId)) return undefined
  const part = (word: string, list: readonly string[]) => (list.length === 0 ? [] : [word, ...list])
  return [pcs(['tag', 'update', after.id ?? '', ...part('add', added), ...part('remove', removed)])]
}
