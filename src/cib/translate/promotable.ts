import { claimId, type RawElement } from '../../model/index.js'
import { attributeOf, type Spot } from '../../xml/spot.js'
import { isIn, type SchemaVersion } from '../validate/versions.js'
import { type Step, withAttribute } from './step.js'

const newNames: Readonly<Record<string, string>> = {
  'master-max': 'promoted-max',
  'master-node-max': 'promoted-node-max',
}
const oldNames = Object.fromEntries(Object.entries(newNames).map(([old, name]) => [name, old]))

/** A `master` is a clone with `promotable=true`; 4.0 has only that, and before 3.0 there was only `master`. */
export const promotable: Step = (element, place, version) => {
  if (element.name === 'master' && isIn(version, { since: '4.0' })) {
    return { element: toClone(element, place), said: '<master> as <clone> with promotable=true' }
  }
  if (element.name === 'clone' && isPromotable(element) && isIn(version, { until: '2.10' })) {
    return { element: toMaster(element), said: '<clone> with promotable=true as <master>' }
  }
  return undefined
}

/** The set with `promotable` comes first and has the highest score, so that no other set takes it back. */
function toClone(master: RawElement, place: Spot): RawElement {
  const taken = new Set<string>()
  collectIds(rootOf(place), taken)
  const id = claimId(`${attributeOf(master, 'id')}-promotable-meta_attributes`, taken)
  const set: RawElement = {
    name: 'meta_attributes',
    attributes: [
      ['id', id],
      ['score', 'INFINITY'],
    ],
    children: [
      {
        name: 'nvpair',
        attributes: [
          ['id', claimId(`${id}-promotable`, taken)],
          ['name', 'promotable'],
          ['value', 'true'],
        ],
        children: [],
      },
    ],
  }
  return {
    ...master,
    name: 'clone',
    children: [set, ...master.children.map((child) => renamed(child, newNames))],
  }
}

function toMaster(clone: RawElement): RawElement {
  const children = clone.children.flatMap((child) => {
    if (child.name !== 'meta_attributes') return [child]
    const pairs = child.children.filter((pair) => attributeOf(pair, 'name') !== 'promotable')
    const isEmptied = pairs.length === 0 && child.children.length > 0
    return isEmptied ? [] : [renamed({ ...child, children: pairs }, oldNames)]
  })
  return { ...clone, name: 'master', children }
}

/** True where one set without rule says so; what says it otherwise has no equal. */
function isPromotable(clone: RawElement): boolean {
  const sets = clone.children.filter(({ name }) => name === 'meta_attributes')
  const saying = sets.filter((set) => set.children.some((pair) => attributeOf(pair, 'name') === 'promotable'))
  const [set] = saying
  if (set === undefined || saying.length > 1 || set.children.some(({ name }) => name === 'rule')) return false
  const pairs = set.children.filter((pair) => attributeOf(pair, 'name') === 'promotable')
  return pairs.length === 1 && /^(true|yes|on|y|1)$/i.test(attributeOf(pairs[0] as RawElement, 'value') ?? '')
}

function renamed(set: RawElement, names: Readonly<Record<string, string>>): RawElement {
  if (set.name !== 'meta_attributes') return set
  const children = set.children.map((pair) => {
    const name = attributeOf(pair, 'name') ?? ''
    return Object.hasOwn(names, name) ? withAttribute(pair, 'name', ['name', names[name] as string]) : pair
  })
  return { ...set, children }
}

function rootOf(place: Spot): RawElement {
  return place.parent === undefined ? place.xml : rootOf(place.parent)
}

function collectIds(element: RawElement, ids: Set<string>): void {
  const id = attributeOf(element, 'id')
  if (id !== undefined) ids.add(id)
  for (const child of element.children) collectIds(child, ids)
}

/** What of a promotable clone no `master` can say: it would be read as a plain clone before 3.0. */
export function unsaidOfClone(
  element: RawElement,
  { parent }: Spot,
  version: SchemaVersion,
): string | undefined {
  const isLeft =
    element.name === 'meta_attributes' &&
    parent?.xml.name === 'clone' &&
    !isPromotable(parent.xml) &&
    isIn(version, { until: '2.10' }) &&
    element.children.some((pair) => attributeOf(pair, 'name') === 'promotable')
  return isLeft ? 'promotable in more than one set, or under a rule' : undefined
}
