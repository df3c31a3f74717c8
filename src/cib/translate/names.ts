import { type CibElement, type Place, scoreOf } from '../../model/index.js'
import { isIn as isInVersions } from '../validate/grammar/versions.js'
import { type Change, entryOf, isIn } from './change.js'

/** Cluster properties by their names before and since 4.0. */
const renamed: Readonly<Record<string, string>> = {
  'crmd-finalization-timeout': 'join-finalization-timeout',
  'crmd-integration-timeout': 'join-integration-timeout',
  'crmd-transition-delay': 'transition-delay',
}
const renamedBack = Object.fromEntries(Object.entries(renamed).map(([old, name]) => [name, old]))

/** Cluster properties under the names of 4.0. */
export const propertyNames: Change = (element, place) => renameProperty(renamed, element, place)

/** Names that came with Pacemaker 2.0; from 3.0 to 3.10 the schemas accept the older ones too. */
export const olderPropertyNames: Change = (element, place, { version }) =>
  isInVersions(version, { until: '2.10' }) ? renameProperty(renamedBack, element, place) : undefined

function renameProperty(names: Readonly<Record<string, string>>, element: CibElement, place: Place) {
  if (element.element !== 'nvpair' || !isIn(place, 'cluster_property_set')) return undefined
  const to = entryOf(names, element.name)
  return to === undefined
    ? undefined
    : { element: { ...element, name: to }, what: `${element.name} as ${to}` }
}

/** `stonith-action=poweroff` is `off` since 4.0. */
export const fenceAction: Change = (element, place) => {
  const isPoweroff =
    element.element === 'nvpair' &&
    isIn(place, 'cluster_property_set') &&
    element.name === 'stonith-action' &&
    element.value === 'poweroff'
  return isPoweroff ? { element: { ...element, value: 'off' }, what: 'poweroff as off' } : undefined
}

/** A node of type `normal` is a `member` since 3.0. */
export const nodeType: Change = (element) => {
  if (element.element !== 'node' || element.type !== 'normal') return undefined
  return { element: { ...element, type: 'member' }, what: 'the type normal as member' }
}

/** A colocation has no `score-attribute` since 3.0; it never had an effect. */
export const scoreAttributes: Change = (element) => {
  if (element.element !== 'rsc_colocation') return undefined
  const { scoreAttribute, scoreAttributeMangle, ...colocation } = element
  if (scoreAttribute === undefined && scoreAttributeMangle === undefined) return undefined
  return { element: colocation, what: 'no score-attribute, which has no effect' }
}

/** A bundle's `masters` is `promoted-max` since 4.0. */
export const promotedMax: Change = (element) => {
  if (!isContainer(element) || element.masters === undefined) return undefined
  const { masters, ...container } = element
  return { element: { ...container, promotedMax: masters }, what: 'masters as promoted-max' }
}

/** Before 3.0 a bundle's `promoted-max` was `masters`. */
export const masters: Change = (element, _, { version }) => {
  if (!isContainer(element) || element.promotedMax === undefined) return undefined
  if (!isInVersions(version, { until: '2.10' })) return undefined
  const { promotedMax: max, ...container } = element
  return { element: { ...container, masters: max }, what: 'promoted-max as masters' }
}

function isContainer(element: CibElement) {
  return element.element === 'docker' || element.element === 'podman' || element.element === 'rkt'
}

/** Sets of orders had no kind before 3.0. */
export const setScores: Change = (element, place, { version }) => {
  if (element.element !== 'resource_set' || !isIn(place, 'rsc_order')) return undefined
  if (!isInVersions(version, { until: '2.10' })) return undefined
  const { kind, ...set } = element
  const score = entryOf({ Optional: '0', Mandatory: 'INFINITY' }, kind)
  return score === undefined
    ? undefined
    : { element: { ...set, score }, what: `${kind} as the score ${score}` }
}

/** Orders by their kind, as the commands of pcs name it; a score of 0 is Optional. */
export const orderKinds: Change = (element, place, { version }) => {
  if (!isInVersions(version, { since: '4.0' })) return undefined
  const isSet = element.element === 'resource_set' && isIn(place, 'rsc_order')
  if (element.element !== 'rsc_order' && !isSet) return undefined
  const { score, kind, ...order } = element
  if (score === undefined || kind !== undefined) return undefined
  const to = scoreOf(score) === 0 ? 'Optional' : 'Mandatory'
  return { element: { ...order, kind: to }, what: `the score ${score} as ${to}` }
}
