import type { CibElement, Nvpair, Place, Primitive, Template } from '../../model/index.js'
import { type Change, isIn } from './change.js'

/** Names of fencing options of 2.x; pcmk_monitor_cmd is pcmk_monitor_action since 3.0. */
const commands = ['list', 'monitor', 'off', 'on', 'reboot', 'status'].map((action) => `pcmk_${action}_cmd`)

const isolation = ['isolation', 'isolation-host', 'isolation-instance', 'isolation-wrapper']

/** True for what runs an agent. */
export function isService(element: CibElement | undefined): element is Primitive | Template {
  return element?.element === 'primitive' || element?.element === 'template'
}

/** Fencing options under the names that they have since 3.0. */
export const fencingOptions: Change = (element, place) => {
  if (element.element !== 'nvpair' || !isIn(place, 'instance_attributes')) return undefined
  if (!isService(place.parent?.parent?.element)) return undefined
  const { name = '', value = '' } = element
  if (commands.includes(name)) {
    const to = name.replace(/cmd$/, 'action')
    return { element: { ...element, name: to }, what: `${name} as ${to}` }
  }
  if (name !== 'pcmk_arg_map') return undefined
  if (!value.startsWith('port:') || value.includes(',')) {
    return { element: undefined, what: `no ${name}: only that of the port has a successor` }
  }
  const to = 'pcmk_host_argument'
  return { element: { ...element, name: to, value: value.slice('port:'.length) }, what: `${name} as ${to}` }
}

/** Meta attributes of 2.x under the names and with the values of 3.0; isolation is gone, so the resource is disabled. */
export const oldMetaAttributes: Change = (element, place) => {
  if (element.element !== 'nvpair' || !isOldMeta(place)) return undefined
  const { name } = element
  const to = successorOf(element)
  if (to === undefined) return { element: undefined, what: `no ${name}: migration-threshold takes its place` }
  if (isSuppressed(element, place)) {
    return { element: undefined, what: `no ${name}: the upgrade drops one that is not the first of its set` }
  }
  return { element: { ...element, ...to }, what: `${name} as ${to.name}=${to.value}` }
}

function isOldMeta(place: Place): boolean {
  const { element, parent } = place
  if (element.element !== 'nvpair' || parent?.element.element !== 'meta_attributes') return false
  if (!isService(parent.parent?.element)) return false
  return isOld(element)
}

function isFailureStickiness({ name }: Nvpair): boolean {
  return name === 'resource-failure-stickiness' || name === 'resource_failure_stickiness'
}

function successorOf(pair: Nvpair): { readonly name: string; readonly value: string } | undefined {
  if (!isFailureStickiness(pair)) return { name: 'target-role', value: 'Stopped' }
  return pair.value === '-INFINITY' ? { name: 'migration-threshold', value: '1' } : undefined
}

/** True where Pacemaker's upgrade drops the successor: it is not the first pair of its set, or a later set has it too. */
function isSuppressed(pair: Nvpair, { parent }: Place): boolean {
  const set = parent?.element
  const service = parent?.parent?.element
  if (set?.element !== 'meta_attributes' || service === undefined || !isService(service)) return false
  const name = successorOf(pair)?.name
  if (set.rule === undefined) return set.nvpairs.find((other) => !isDropped(other))?.id !== pair.id
  return service.metaAttributes
    .slice(service.metaAttributes.indexOf(set) + 1)
    .some(
      ({ rule, nvpairs }) =>
        rule === undefined && nvpairs.some((other) => isOld(other) && successorOf(other)?.name === name),
    )
}

function isOld(pair: Nvpair): boolean {
  return isolation.includes(pair.name ?? '') || isFailureStickiness(pair)
}

function isDropped(pair: Nvpair): boolean {
  return isOld(pair) && successorOf(pair) === undefined
}

/** Sets without a pair are left out where Pacemaker's upgrade to 3.0 does. */
export const emptySets: Change = (element, place) => {
  const isProperties = element.element === 'cluster_property_set'
  const isOfService =
    (element.element === 'instance_attributes' || element.element === 'meta_attributes') &&
    isIn(place, 'primitive', 'template', 'op')
  if (!isProperties && !isOfService) return undefined
  const hadSuccessor =
    place.element.element === 'meta_attributes' &&
    isIn(place, 'primitive', 'template') &&
    place.element.nvpairs.some((pair) => !isDropped(pair))
  const isEmpty = element.idRef === undefined && element.nvpairs.length === 0 && !hadSuccessor
  return isEmpty ? { element: undefined, what: `no empty <${element.element}>` } : undefined
}
