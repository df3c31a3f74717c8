import type { CibElement, Cluster } from '../../model/index.js'
import { type Command, cibadmin } from '../../pcs/command/command.js'
import { sectionXml } from '../../pcs/plan/fragment.js'
import { type ConvertedSection, sections } from '../../pcs/plan/sections.js'
import { type ItemEdit, itemsOf } from './edit.js'
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

  /** The commands that give every section the order that it has in the cluster. */
  commandsTo(to: Cluster): readonly Command[] {
    return [...this.#ids].flatMap(([section, ids]) => {
      const items = itemsOf(section, to)
      const moves = movesBetween(ids, [...items.keys()])
      if (moves.length > mostMoves) return [replaced(section, [...items.values()])]
      return moves.map(({ id, position }) =>
        patch([moved(`/cib/configuration/${section.name}/${items.get(id)?.element}[@id='${id}']`, position)]),
      )
    })
  }
}

/** Sections whose order can matter. The order of nodes and of sets of properties does not. */
export const orderedSections = sections.filter(({ name }) => name !== 'crm_config' && name !== 'nodes')

function orderIn(cluster: Cluster): ReadonlyMap<ConvertedSection, string[]> {
  return new Map(orderedSections.map((section) => [section, [...itemsOf(section, cluster).keys()]]))
}

interface Move {
  readonly id: string
  readonly position: number
}

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
    moves.push({ id, position })
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
