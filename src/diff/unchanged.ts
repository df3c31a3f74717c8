import type { CibElement, Cluster, Configuration } from '../model/index.js'

interface Section {
  readonly items?: readonly Item[]
}
type Item = CibElement & { readonly id?: string }

/**
 * Both configurations with nothing but the ids of those items in which nothing differs: in large clusters that are
 * nearly all, and comparing what is in them takes most of the time.
 */
export function withoutUnchanged(a: Cluster, b: Cluster): readonly [Configuration, Configuration] {
  const [one, other] = [a.configuration, b.configuration].map(
    (configuration) => configuration as unknown as Readonly<Record<string, Section | undefined>>,
  ) as [Readonly<Record<string, Section | undefined>>, Readonly<Record<string, Section | undefined>>]
  const same = new Set<Item>()
  for (const [name, section] of Object.entries(one)) {
    const [before, after] = [itemsById(section), itemsById(other[name])]
    for (const [id, item] of before) {
      const now = after.get(id)
      if (item === undefined || now === undefined) continue
      if (item !== now && JSON.stringify(item) !== JSON.stringify(now)) continue
      same.add(item)
      same.add(now)
    }
  }
  return [pruned(one, same), pruned(other, same)]
}

/** Undefined where several have the id. */
function itemsById(section: Section | undefined): ReadonlyMap<string, Item | undefined> {
  const items = new Map<string, Item | undefined>()
  for (const item of section?.items ?? [])
    if (item.id !== undefined) items.set(item.id, items.has(item.id) ? undefined : item)
  return items
}

function pruned(configuration: Readonly<Record<string, Section | undefined>>, same: ReadonlySet<Item>) {
  const sections = Object.entries(configuration).map(([name, section]) =>
    section?.items === undefined
      ? [name, section]
      : [name, { ...section, items: section.items.map((item) => (same.has(item) ? bare(item) : item)) }],
  )
  return Object.fromEntries(sections) as Configuration
}

/** An item with its name and id alone. */
function bare({ element, id }: Item): Item {
  return { element, id } as Item
}
