import { type AttributeSet, type CibElement, type Nvpair, type Place, scoreOf } from '../../model/index.js'
import { type Change, isIn } from './change.js'
import { resolved } from './ids.js'

const names: readonly string[] = [
  'cluster_property_set',
  'instance_attributes',
  'meta_attributes',
  'utilization',
]

/** Options that 4.0 has no more, by what they are set for. */
const dropped: readonly {
  readonly name: string
  readonly set: string
  readonly owners: readonly string[]
}[] = [
  { name: 'remove-after-stop', set: 'cluster_property_set', owners: ['crm_config'] },
  {
    name: 'restart-type',
    set: 'meta_attributes',
    owners: ['template', 'primitive', 'group', 'clone', 'master', 'bundle', 'rsc_defaults'],
  },
  { name: 'can_fail', set: 'meta_attributes', owners: ['op', 'op_defaults'] },
  { name: 'role_after_failure', set: 'meta_attributes', owners: ['op', 'op_defaults'] },
]

/** Options that 4.0 does not know are left out. */
export const goneOptions: Change = (element, place) => {
  if (element.element !== 'nvpair') return undefined
  const isGone = dropped.some(
    ({ name, set, owners }) =>
      name === element.name &&
      isIn(place, set) &&
      owners.includes(place.parent?.parent?.element.element ?? ''),
  )
  return isGone ? { element: undefined, what: `no ${element.name}` } : undefined
}

/** Since 4.0 an nvpair has a value; one without has no effect. */
export const valuelessPairs: Change = (element, _, { ids }) => {
  if (element.element !== 'nvpair' || resolved(element, ids()).value !== undefined) return undefined
  return { element: undefined, what: `no ${element.name ?? 'nvpair'} without a value` }
}

/** Since 4.0 a reference to an nvpair has no name of its own. */
export const namedReferences: Change = (element, _, { ids }) => {
  if (element.element !== 'nvpair' || element.idRef === undefined || element.name === undefined)
    return undefined
  const { value } = resolved(element, ids())
  const id = `pcmk__3_10_upgrade-${element.idRef}-${element.name}`
  const { used } = ids()
  const what = `${element.name} of ${element.idRef} as an nvpair of its own`
  if (used.has(id)) return { element: { element: 'nvpair', idRef: id }, what }
  used.add(id)
  const pair: Nvpair = {
    element: 'nvpair',
    id,
    name: element.name,
    ...(value === undefined ? {} : { value }),
  }
  return { element: pair, what }
}

/** Of several pairs of one name in a set only that one stays which is in effect; `#default` unsets those before. */
export const repeatedPairs: Change = (element, place, { ids }) => {
  if (element.element !== 'nvpair') return undefined
  const set = place.parent?.element as AttributeSet | undefined
  if (set === undefined || !names.includes(set.element)) return undefined
  const pairs = set.nvpairs.map((pair) => nameAndValue(pair, ids))
  const at = set.nvpairs.indexOf(place.element as Nvpair)
  const { name, value } = pairs[at] ?? nameAndValue(element, ids)
  if (name === undefined) return undefined
  const before = pairs.slice(0, at).filter((pair) => pair.name === name)
  const after = pairs.slice(at + 1).filter((pair) => pair.name === name)
  const isOverridden =
    value === '#default'
      ? after.length > 0
      : after.some((pair) => pair.value === '#default') ||
        (before.length > 0 && before.at(-1)?.value !== '#default')
  return isOverridden ? { element: undefined, what: `no second ${name}` } : undefined
}

function nameAndValue(pair: Nvpair, ids: Parameters<Change>[2]['ids']) {
  const { name, value } = resolved(pair, ids())
  return { name: pair.name ?? name, value }
}

/** Since 4.0 the set with the highest score comes first, as it wins. */
export const sortedSets: Change = (element, place, { ids }) => {
  const fields = element as unknown as Readonly<Record<string, unknown>>
  const sorted = Object.entries(fields).flatMap(([field, value]) => {
    if (!isSets(value)) return []
    const inOrder = sortByScore(value, ids)
    return inOrder.some((set, at) => set !== value[at]) ? [[field, inOrder] as const] : []
  })
  if (sorted.length === 0) return undefined
  const changed = { ...fields, ...Object.fromEntries(sorted) } as unknown as CibElement
  return { element: changed, what: `the sets of <${place.element.element}> in the order of their scores` }
}

function isSets(value: unknown): value is readonly AttributeSet[] {
  return Array.isArray(value) && value.length > 1 && value.every((item) => names.includes(item?.element))
}

function sortByScore(
  sets: readonly AttributeSet[],
  ids: Parameters<Change>[2]['ids'],
): readonly AttributeSet[] {
  const rank = (set: AttributeSet) => {
    const { element, id, score } = resolved(set, ids())
    const isFirst = element === 'cluster_property_set' && id === 'cib-bootstrap-options'
    return isFirst ? Number.POSITIVE_INFINITY : scoreOf(score)
  }
  return sets.toSorted((a, b) => (rank(a) === rank(b) ? 0 : rank(b) - rank(a)))
}

/** Levels above 9 were never used; 4.0 has none. */
export const fencingLevels: Change = (element: CibElement, _: Place) => {
  if (element.element !== 'fencing-level' || !(Number(element.index) > 9)) return undefined
  return { element: undefined, what: `no fencing level ${element.index}, which Pacemaker ignores` }
}
