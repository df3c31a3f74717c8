import { type CibElement, type Place, scoreOf } from '../../model/index.js'
import { isIn, type SchemaVersion } from '../validate/grammar/versions.js'
import type { Change } from './change.js'

const underscored = [
  ...['cluster_recheck_interval', 'dc_deadtime', 'election_timeout', 'no_quorum_policy', 'remove_after_stop'],
  ...['shutdown_escalation', 'startup_fencing', 'stonith_action', 'stonith_enabled', 'stop_orphan_actions'],
  ...['stop_orphan_resources', 'symmetric_cluster'],
]

/** Names of cluster properties by the version that gave up the old one; as Pacemaker's own upgrade has them. */
const properties: readonly (readonly [SchemaVersion, Readonly<Record<string, string>>])[] = [
  [
    '3.0',
    {
      ...Object.fromEntries(underscored.map((name) => [name, name.replaceAll('_', '-')])),
      transition_idle_timeout: 'cluster-delay',
    },
  ],
  [
    '4.0',
    {
      'crmd-finalization-timeout': 'join-finalization-timeout',
      'crmd-integration-timeout': 'join-integration-timeout',
      'crmd-transition-delay': 'transition-delay',
    },
  ],
]

/** Names that came with Pacemaker 2.0; from 3.0 to 3.10 the schemas accept the older ones too. */
const olderNames: Readonly<Record<string, string>> = {
  'join-finalization-timeout': 'crmd-finalization-timeout',
  'join-integration-timeout': 'crmd-integration-timeout',
  'transition-delay': 'crmd-transition-delay',
}

/** Cluster properties under the names that the version has. */
export const propertyNames: Change = (element, place, { version }) => {
  if (element.element !== 'nvpair' || !isInProperties(place)) return undefined
  const { name = '' } = element
  const older = isIn(version, { until: '2.10' }) && Object.hasOwn(olderNames, name) ? [olderNames] : []
  const newer = properties.filter(([since]) => isIn(version, { since })).map(([, renamed]) => renamed)
  const to = [...older, ...newer].find((renamed) => Object.hasOwn(renamed, name))?.[name]
  return to === undefined ? undefined : { element: { ...element, name: to }, what: `${name} as ${to}` }
}

/** `stonith-action=poweroff` is `off` since 4.0. */
export const fenceAction: Change = (element, place, { version }) => {
  const isPoweroff =
    element.element === 'nvpair' &&
    isInProperties(place) &&
    /^stonith[-_]action$/.test(element.name ?? '') &&
    element.value === 'poweroff'
  if (!isPoweroff || !isIn(version, { since: '4.0' })) return undefined
  return { element: { ...element, value: 'off' }, what: 'poweroff as off' }
}

function isInProperties({ parent }: Place): boolean {
  return parent?.element.element === 'cluster_property_set'
}

/** A node of type `normal` is a `member` since 3.0. */
export const nodeType: Change = (element, _, { version }) => {
  if (element.element !== 'node' || element.type !== 'normal') return undefined
  if (!isIn(version, { since: '3.0' })) return undefined
  return { element: { ...element, type: 'member' }, what: 'the type normal as member' }
}

/** A bundle's `masters` is `promoted-max` since 3.0, and only that since 4.0. */
export const promotedMax: Change = (element, _, { version }) => {
  if (!isContainer(element)) return undefined
  const { masters, promotedMax: max, ...container } = element
  if (isIn(version, { until: '2.10' }) && max !== undefined) {
    return { element: { ...container, masters: max }, what: 'promoted-max as masters' }
  }
  if (isIn(version, { since: '4.0' }) && masters !== undefined) {
    return { element: { ...container, promotedMax: masters }, what: 'masters as promoted-max' }
  }
  return undefined
}

function isContainer(element: CibElement) {
  return element.element === 'docker' || element.element === 'podman' || element.element === 'rkt'
}

/** Orders have a `kind` since 4.0, where a score of 0 was Optional; sets of orders had no kind before 3.0. */
export const orderKinds: Change = (element, { parent }, { version }) => {
  const isSet = element.element === 'resource_set' && parent?.element.element === 'rsc_order'
  if (element.element !== 'rsc_order' && !isSet) return undefined
  const { score, kind, ...order } = element
  if (score !== undefined && kind === undefined && isIn(version, { since: '4.0' })) {
    const to = scoreOf(score) === 0 ? 'Optional' : 'Mandatory'
    return { element: { ...order, kind: to }, what: `the score ${score} as ${to}` }
  }
  const back = kind === undefined ? undefined : { Optional: '0', Mandatory: 'INFINITY' }[kind as string]
  if (!isSet || back === undefined || !isIn(version, { until: '2.10' })) return undefined
  return { element: { ...order, score: back }, what: `${kind} as the score ${back}` }
}
