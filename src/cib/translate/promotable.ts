import { claimId, type RawElement } from '../../model/index.js'
import { attributeOf, type XmlPath } from '../../xml/spot.js'
import { isIn, type SchemaVersion } from '../validate/versions.js'
import { idsAround, resolved } from './references.js'
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
  if (element.name === 'clone' && isIn(version, { until: '2.10' }) && isPromotable(element, place)) {
    return { element: toMaster(element, place), said: '<clone> with promotable=true as <master>' }
  }
  return undefined
}

/** The set with `promotable` comes first and has the highest score, so that no other set takes it back. */
function toClone(master: RawElement, place: XmlPath): RawElement {
  const { taken } = idsAround(place)
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

function toMaster(clone: RawElement, place: XmlPath): RawElement {
  const children = clone.children.flatMap((child) => {
    if (child.name !== 'meta_attributes') return [child]
    const pairs = child.children.filter((pair) => !saysPromotable(pair, place))
    const isEmptied = pairs.length === 0 && child.children.length > 0
    const isNeeded = idsAround(place).referred.has(attributeOf(child, 'id') ?? '')
    return isEmptied && !isNeeded ? [] : [renamed({ ...child, children: pairs }, oldNames)]
  })
  return { ...clone, name: 'master', children }
}

/** True where one set without rule says so; what says it otherwise has no equal. */
function isPromotable(clone: RawElement, place: XmlPath): boolean {
  const sets = clone.children.filter(({ name }) => name === 'meta_attributes')
  const saying = sets.map((set) => resolved(set, place)).filter((set) => holdsPromotable(set, place))
  const [set] = saying
  if (set === undefined || saying.length > 1 || set.children.some(({ name }) => name === 'rule')) return false
  const pairs = set.children.filter((pair) => saysPromotable(pair, place))
  return pairs.length === 1 && isTrue(pairs[0] as RawElement, place)
}

function isTrue(pair: RawElement, place: XmlPath): boolean {
  return /^(true|yes|on|y|1)$/i.test(attributeOf(resolved(pair, place), 'value') ?? '')
}

function holdsPromotable(set: RawElement, place: XmlPath): boolean {
  return set.children.some((pair) => saysPromotable(pair, place))
}

/** True for an nvpair of that name, be it the name of what it refers to. */
function saysPromotable(pair: RawElement, place: XmlPath): boolean {
  return (attributeOf(pair, 'name') ?? attributeOf(resolved(pair, place), 'name')) === 'promotable'
}

function renamed(set: RawElement, names: Readonly<Record<string, string>>): RawElement {
  if (set.name !== 'meta_attributes') return set
  const children = set.children.map((pair) => {
    const name = attributeOf(pair, 'name') ?? ''
    return Object.hasOwn(names, name) ? withAttribute(pair, 'name', ['name', names[name] as string]) : pair
  })
  return { ...set, children }
}

/** What of a promotable clone no `master` can say: it would be read as a plain clone before 3.0. */
export function unsaidOfClone(
  element: RawElement,
  { parent }: XmlPath,
  version: SchemaVersion,
): string | undefined {
  const isLeft =
    element.name === 'meta_attributes' &&
    parent?.xml.name === 'clone' &&
    isIn(version, { until: '2.10' }) &&
    resolved(element, parent).children.some((pair) => saysPromotable(pair, parent) && isTrue(pair, parent)) &&
    !isPromotable(parent.xml, parent)
  return isLeft ? 'promotable in more than one set, or under a rule' : undefined
}
