import { canonicalText } from '../../cib/canonical.js'
import type { CibElement, Cluster } from '../../model/index.js'
import { attributesOf } from '../../pcs/command/attribute-words.js'
import { type ConvertedSection, sections } from '../../pcs/plan/sections.js'

/** A change of one item of a section: added without `before`, removed without `after`. */
export interface ItemEdit {
  readonly section: ConvertedSection
  /** The item's id; for a node its name. */
  readonly id: string
  readonly before?: CibElement
  readonly after?: CibElement
}

/** The item of a section, without what the cluster maintains by itself. */
export type Items = ReadonlyMap<string, CibElement>

/** All items of a section by their ids; one without an id by its place. */
export function itemsOf(section: ConvertedSection, cluster: Cluster): Items {
  return new Map(section.items(cluster).map((item, at) => [keyOf(item, at), section.wanted(item)] as const))
}

function keyOf(item: CibElement, at: number): string {
  if (item.element === 'node') return item.uname ?? item.id ?? `#${at}`
  return ('id' in item ? item.id : undefined) ?? `#${at}`
}

/** What is to be done to each item, section by section. */
export function editsBetween(from: Cluster, to: Cluster): readonly ItemEdit[] {
  return sections.flatMap((section) => {
    const [before, after] = [itemsOf(section, from), itemsOf(section, to)]
    return [...new Set([...before.keys(), ...after.keys()])].flatMap((id) =>
      editOf(section, id, before.get(id), after.get(id)),
    )
  })
}

/** The edit of one item, none where it is as it was. */
export function editOf(
  section: ConvertedSection,
  id: string,
  before: CibElement | undefined,
  after: CibElement | undefined,
): readonly ItemEdit[] {
  if (before === after) return []
  if (before !== undefined && after !== undefined && before.element !== after.element) {
    return [
      { section, id, before },
      { section, id, after },
    ]
  }
  if (before !== undefined && after !== undefined && isEqual(before, after)) return []
  return [
    { section, id, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) },
  ]
}

/** Most items are equal to the letter, which is quick to see. */
function isEqual(before: CibElement, after: CibElement): boolean {
  return JSON.stringify(before) === JSON.stringify(after) || canonicalText(before) === canonicalText(after)
}

/** The edit that takes it back. */
export function inverse({ section, id, before, after }: ItemEdit): ItemEdit {
  return {
    section,
    id,
    ...(after === undefined ? {} : { before: after }),
    ...(before === undefined ? {} : { after: before }),
  }
}

/** True where both have the same attributes, whatever is in them. */
export function sameAttributes(before: CibElement, after: CibElement): boolean {
  const { order: _, ...one } = before.extra ?? {}
  const { order: __, ...other } = after.extra ?? {}
  return JSON.stringify([attributesOf(before), one]) === JSON.stringify([attributesOf(after), other])
}

/** True where the elements and all in them are equal, in the same order. */
export function isSame(before: readonly CibElement[], after: readonly CibElement[]): boolean {
  return before.map(canonicalText).join('\n') === after.map(canonicalText).join('\n')
}
