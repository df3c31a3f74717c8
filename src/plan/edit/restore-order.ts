import type { CibElement, Cluster } from '../../model/index.js'
import { type Command, cibadmin } from '../../pcs/command/command.js'
import { sectionXml } from '../../pcs/plan/fragment.js'
import { type ConvertedSection, sections } from '../../pcs/plan/sections.js'
import { type ItemEdit, itemsOf } from './edit.js'
import { groupBy } from './group-by.js'
import { moved, patch } from './patch.js'

/** With more moves than this the section is replaced as a whole. */
const mostMoves = 20

/** The order in which sections have their items, while items are removed, and new ones are added at the end. */
export class ItemOrder {
  #ids: ReadonlyMap<ConvertedSection, string[]>

  constructor(cluster: Cluster) {
    this.#ids = orderIn(cluster)
  }

  /** The order is that of this cluster. */
  reset(cluster: Cluster): void {
    this.#ids = orderIn(cluster)
  }

  apply({ section, id, before, after }: ItemEdit): void {
    const ids = this.#ids.get(section)
    if (ids === undefined) return
    if (before !== undefined && after === undefined) ids.splice(ids.indexOf(id), 1)
    if (before === undefined && after !== undefined) ids.push(id)
  }

  /** Puts the new ones of some edits where the cluster has them, so that they are not moved when they run. */
  placed(edits: readonly ItemEdit[], to: Cluster): readonly ItemMove[] {
    const moves: ItemMove[] = []
    for (const { section, id, before, after } of edits) {
      const ids = this.#ids.get(section)
      if (ids === undefined || before !== undefined || after === undefined) continue
      const there = new Set(ids)
      const wanted = [...itemsOf(section, to).keys()]
      // Before what comes next, not after what comes before: what leaves may be in between, and keeps its place.
      const next = wanted.slice(wanted.indexOf(id) + 1).find((one) => there.has(one))
      const now = ids.indexOf(id)
      ids.splice(now, 1)
      const position = next === undefined ? ids.length : ids.indexOf(next)
      const previous = ids[position - 1]
      ids.splice(position, 0, id)
      if (position !== now)
        moves.push({ section, id, element: after.element, position, ...(previous && { previous }) })
    }
    return moves
  }

  /** The moves that give every section the order that it has in the cluster. */
  movesTo(to: Cluster): readonly ItemMove[] {
    return [...this.#ids].flatMap(([section, ids]) => {
      const items = itemsOf(section, to)
      return movesBetween(ids, [...items.keys()]).map((move) => {
        return { section, element: items.get(move.id)?.element ?? '', ...move }
      })
    })
  }
}

/** An item at its new place in its section: one move after the other. */
export interface ItemMove {
  readonly section: ConvertedSection
  readonly id: string
  readonly element: string
  /** From 0, without the item itself. */
  readonly position: number
  /** The item that it comes after; absent for the first. */
  readonly previous?: string
}

/** The commands of some moves; a section with many of them becomes that of the cluster. */
export function moveCommands(moves: readonly ItemMove[], to: Cluster): readonly Command[] {
  return [...groupBy(moves, ({ section }) => section)].flatMap(([section, list]) =>
    list.length > mostMoves
      ? [replaced(section, [...itemsOf(section, to).values()])]
      : list.map(({ id, element, position }) =>
          patch([moved(`/cib/configuration/${section.name}/${element}[@id='${id}']`, position)]),
        ),
  )
}

/** Sections whose order can matter. The order of nodes and of sets of properties does not. */
export const orderedSections = sections.filter(({ name }) => name !== 'crm_config' && name !== 'nodes')

function orderIn(cluster: Cluster): ReadonlyMap<ConvertedSection, string[]> {
  return new Map(orderedSections.map((section) => [section, [...itemsOf(section, cluster).keys()]]))
}

type Move = Pick<ItemMove, 'id' | 'position' | 'previous'>

/** Single moves, one after the other, that make the one order the other; both have the same ids. */
function movesBetween(current: readonly string[], wanted: readonly string[]): readonly Move[] {
  const list = [...current]
  const steady = steadyIds(current, wanted)
  const moves: Move[] = []
  for (const [at, id] of wanted.entries()) {
    if (steady.has(id)) continue
    const before = at === 0 ? -1 : list.indexOf(wanted[at - 1] as string)
    const now = list.indexOf(id)
    const position = now < before ? before : before + 1
    if (position === now) continue
    list.splice(now, 1)
    list.splice(position, 0, id)
    moves.push({ id, position, ...(at > 0 && { previous: wanted[at - 1] as string }) })
  }
  return moves
}

/** A longest list of ids that is in the wanted order already. */
function steadyIds(current: readonly string[], wanted: readonly string[]): ReadonlySet<string> {
  const rank = new Map(wanted.map((id, at) => [id, at] as const))
  const ends: string[] = []
  const previous = new Map<string, string | undefined>()
  for (const id of current) {
    const own = rank.get(id) ?? 0
    // The ranks of the ends ascend: the place is found by halves.
    let [place, behind] = [0, ends.length]
    while (place < behind) {
      const middle = (place + behind) >> 1
      if ((rank.get(ends[middle] as string) ?? 0) > own) behind = middle
      else place = middle + 1
    }
    previous.set(id, ends[place - 1])
    ends[place] = id
  }
  const steady = new Set<string>()
  for (let id = ends.at(-1); id !== undefined; id = previous.get(id)) steady.add(id)
  return steady
}

function replaced({ name }: ConvertedSection, items: readonly CibElement[]): Command {
  return cibadmin(
    sectionXml(
      name,
      items.map((element) => ({ section: name, element })),
    ),
    ['--replace', '--scope', name],
  )
}
