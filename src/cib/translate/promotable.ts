import {
  booleanOf,
  type CibElement,
  type Clone,
  type Master,
  type MetaAttributes,
  type Nvpair,
  type Place,
} from '../../model/index.js'
import { mapChildren } from '../../model/walk.js'
import { childOrder } from '../layout/child-order.js'
import { isIn } from '../validate/grammar/versions.js'
import { type Change, entryOf, type Target } from './change.js'
import { type ClusterIds, resolved } from './ids.js'

const newNames: Readonly<Record<string, string>> = {
  'master-max': 'promoted-max',
  'master-node-max': 'promoted-node-max',
}
const oldNames = Object.fromEntries(Object.entries(newNames).map(([old, name]) => [name, old]))

/** A `master` is a clone with `promotable=true`; 4.0 has only that. The set is the first and wins over the others. */
export const toClones: Change = (element) => {
  if (element.element !== 'master') return undefined
  return { element: toClone(element), what: '<master> as <clone> with promotable=true' }
}

function toClone(master: Master): Clone {
  const id = `pcmk__3_10_upgrade-promotable-legacy-${master.id}-meta_attributes`
  const pair: Nvpair = { element: 'nvpair', id: `${id}-promotable`, name: 'promotable', value: 'true' }
  const set: MetaAttributes = { element: 'meta_attributes', id, score: 'INFINITY', nvpairs: [pair] }
  const { metaAttributes, extra } = master
  return {
    ...master,
    element: 'clone',
    metaAttributes: [set, ...metaAttributes],
    extra: { ...extra, order: ['meta_attributes', ...childOrder(master)] },
  }
}

/** Before 3.0 there was only `master`. */
export const toMasters: Change = (element, _, { version, ids }) => {
  const isOlder = element.element === 'clone' && isIn(version, { until: '2.10' })
  if (!isOlder || !isPromotable(element, ids())) return undefined
  return { element: toMaster(element, ids()), what: '<clone> with promotable=true as <master>' }
}

/** Meta attributes of clones under the names that they have since Pacemaker 2.0, for the commands of pcs. */
export const promotedNames: Change = (element, place, { version }) => {
  if (!isIn(version, { since: '4.0' })) return undefined
  if (element.element !== 'nvpair' || place.parent?.element.element !== 'meta_attributes') return undefined
  if (place.parent.parent?.element.element !== 'clone') return undefined
  const to = entryOf(newNames, element.name)
  return to === undefined
    ? undefined
    : { element: { ...element, name: to }, what: `${element.name} as ${to}` }
}

function toMaster(clone: Clone, ids: ClusterIds): Master {
  const changed = mapChildren(clone, (child) => {
    if (child.element !== 'meta_attributes') return child
    const set = mapChildren(child, (pair) => (hasPromotable(pair, ids) ? undefined : pair))
    const isEmptied = child.nvpairs.length > 0 && childOrder(set).length === 0
    const isNeeded = ids.referred.has(child.id ?? '')
    return isEmptied && !isNeeded ? undefined : renamed(set, oldNames)
  })
  return { ...changed, element: 'master' }
}

/** True where exactly one set without a rule has it; otherwise no `master` is equivalent. */
function isPromotable(clone: Clone, ids: ClusterIds): boolean {
  const sets = clone.metaAttributes
    .map((set) => resolved(set, ids))
    .filter(({ nvpairs }) => nvpairs.some((pair) => hasPromotable(pair, ids)))
  const [set] = sets
  if (set === undefined || sets.length > 1 || set.rule !== undefined) return false
  const [pair, ...others] = set.nvpairs.filter((nvpair) => hasPromotable(nvpair, ids))
  return pair !== undefined && others.length === 0 && isTrue(pair, ids)
}

function isTrue(pair: Nvpair, ids: ClusterIds): boolean {
  return booleanOf(resolved(pair, ids).value) === true
}

/** True for an nvpair of that name, be it the name of what it refers to. */
function hasPromotable(pair: CibElement, ids: ClusterIds): boolean {
  return pair.element === 'nvpair' && (pair.name ?? resolved(pair, ids).name) === 'promotable'
}

function renamed(set: MetaAttributes, names: Readonly<Record<string, string>>): MetaAttributes {
  const nvpairs = set.nvpairs.map((pair) =>
    Object.hasOwn(names, pair.name ?? '') ? { ...pair, name: names[pair.name ?? ''] as string } : pair,
  )
  return { ...set, nvpairs }
}

/** What of a promotable clone no `master` can express: before 3.0 it would be a plain clone. */
export function unsupportedOfClone(
  element: CibElement,
  { parent }: Place,
  { version, ids }: Target,
): string | undefined {
  if (element.element !== 'meta_attributes' || parent?.element.element !== 'clone') return undefined
  if (!isIn(version, { until: '2.10' }) || isPromotable(parent.element, ids())) return undefined
  const isLeft = resolved(element, ids()).nvpairs.some(
    (pair) => hasPromotable(pair, ids()) && isTrue(pair, ids()),
  )
  return isLeft ? 'promotable in more than one set, or under a rule' : undefined
}
