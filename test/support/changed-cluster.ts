import fc from 'fast-check'
import type { CibElement, Cluster, Configuration, Nvpair } from '../../src/model/index.js'
import { idsIn, mapChildren } from '../../src/model/walk.js'
import { arbitraryCluster } from './arbitrary-cluster.js'

/**
 * A cluster and another that came of it: some items are gone, with all that names them, some values are others, and there
 * are the items of a third cluster under new ids.
 */
export const arbitraryChange: fc.Arbitrary<readonly [from: Cluster, to: Cluster]> = fc
  .tuple(arbitraryCluster, arbitraryCluster, fc.infiniteStream(fc.nat({ max: 99 })))
  .map(([from, other, choices]) => {
    const chance = (percent: number) => (choices.next().value as number) < percent
    const [kept, added] = [from.configuration, renamed(other.configuration)]
    const sections = Object.entries(kept).flatMap(([field, section]) => {
      if (typeof section !== 'object' || !('items' in section)) return []
      const own = (section.items as readonly CibElement[])
        .filter((item) => item.element === 'node' || chance(75))
        .map((item) => (chance(30) ? changed(item, chance) : item))
      const more =
        field === 'nodes' || field === 'crmConfig'
          ? []
          : ((added as unknown as Record<string, typeof section>)[field]?.items ?? [])
      return [
        [
          field,
          {
            ...section,
            items: mixed(
              own,
              (more as readonly CibElement[]).filter(() => chance(50)),
              chance,
            ),
          },
        ] as const,
      ]
    })
    const configuration = { ...kept, ...Object.fromEntries(sections) } as Configuration
    return [from, { ...from, configuration: complete(configuration) }] as const
  })

type Chance = (percent: number) => boolean

function mixed(
  own: readonly CibElement[],
  more: readonly CibElement[],
  chance: Chance,
): readonly CibElement[] {
  const list = [...own]
  for (const item of more) {
    if (chance(50)) list.push(item)
    else list.splice(Math.floor(list.length / 2), 0, item)
  }
  return list
}

/** Values of nvpairs and timeouts that are others, and nvpairs that are gone. */
function changed<E extends CibElement>(element: E, chance: Chance): E {
  return mapChildren(element, (child) => {
    if (child.element === 'nvpair' && child.value !== undefined && chance(40)) {
      return chance(30) ? undefined : ({ ...child, value: `${Number(child.value) || 4}2` } satisfies Nvpair)
    }
    if (child.element === 'op' && chance(40)) return { ...child, timeout: '42s' }
    return changed(child, chance)
  })
}

const references = [
  'id',
  'idRef',
  'rsc',
  'withRsc',
  'first',
  'then',
  'template',
  'reference',
  'devices',
] as const

/** Everything under ids of its own. */
function renamed<E extends CibElement>(element: E): E {
  const copy = mapChildren(element, renamed) as unknown as Record<string, unknown>
  if (element.element === 'node') return element
  for (const field of references) {
    const value = copy[field]
    if (typeof value === 'string')
      copy[field] = value
        .split(',')
        .map((id) => `n${id}`)
        .join(',')
  }
  return copy as unknown as E
}

/** Without the items that name what is not there. */
function complete(configuration: Configuration): Configuration {
  for (let before = configuration; ; ) {
    const ids = idsIn([withoutReferences(before)])
    const after = mapChildren(before, (section) =>
      mapChildren(section, (item) => (isComplete(item, ids) ? item : undefined)),
    )
    if (JSON.stringify(after) === JSON.stringify(before)) return after
    before = after
  }
}

function withoutReferences<E extends CibElement>(element: E): E {
  return mapChildren(element, (child) =>
    names.includes(child.element) ? undefined : withoutReferences(child),
  )
}

const names = ['resource_ref', 'obj_ref', 'role']

function isComplete(item: CibElement, ids: ReadonlySet<string>): boolean {
  const fields = item as unknown as Readonly<Record<string, unknown>>
  const isName = names.includes(item.element)
  const needed = references
    .filter((field) => (field === 'id' ? isName : true))
    .flatMap((field) => (typeof fields[field] === 'string' ? (fields[field] as string).split(',') : []))
  if (!needed.every((id) => ids.has(id) || id.endsWith('missing'))) return false
  let isWhole = true
  mapChildren(item, (child) => {
    isWhole &&= isComplete(child, ids)
    return child
  })
  return isWhole
}
