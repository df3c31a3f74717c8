import { scoreOf } from '../../model/index.js'
import { attributeOf } from '../../xml/spot.js'
import { isIn, type SchemaVersion } from '../validate/versions.js'
import { type Step, withAttribute } from './step.js'

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

/** Names that came with Pacemaker 2.0; from 3.0 to 3.10 the schemas take the older ones too. */
const olderNames: Readonly<Record<string, string>> = {
  'join-finalization-timeout': 'crmd-finalization-timeout',
  'join-integration-timeout': 'crmd-integration-timeout',
  'transition-delay': 'crmd-transition-delay',
}

/** Cluster properties under the names that the version has. */
export const propertyNames: Step = (element, { parent }, version) => {
  if (element.name !== 'nvpair' || parent?.xml.name !== 'cluster_property_set') return undefined
  const name = attributeOf(element, 'name') ?? ''
  if (isIn(version, { until: '2.10' }) && Object.hasOwn(olderNames, name)) {
    const to = olderNames[name] as string
    return { element: withAttribute(element, 'name', ['name', to]), said: `${name} as ${to}` }
  }
  for (const [since, renamed] of properties) {
    if (!isIn(version, { since }) || !Object.hasOwn(renamed, name)) continue
    const to = renamed[name] as string
    return { element: withAttribute(element, 'name', ['name', to]), said: `${name} as ${to}` }
  }
  return undefined
}

/** `stonith-action=poweroff` is `off` since 4.0. */
export const fenceAction: Step = (element, { parent }, version) => {
  const isAction =
    element.name === 'nvpair' &&
    parent?.xml.name === 'cluster_property_set' &&
    /^stonith[-_]action$/.test(attributeOf(element, 'name') ?? '') &&
    attributeOf(element, 'value') === 'poweroff'
  if (!isAction || !isIn(version, { since: '4.0' })) return undefined
  return { element: withAttribute(element, 'value', ['value', 'off']), said: 'poweroff as off' }
}

/** A node of type `normal` is a `member` since 3.0. */
export const nodeType: Step = (element, _, version) => {
  if (element.name !== 'node' || attributeOf(element, 'type') !== 'normal') return undefined
  if (!isIn(version, { since: '3.0' })) return undefined
  return { element: withAttribute(element, 'type', ['type', 'member']), said: 'the type normal as member' }
}

/** A bundle's `masters` is `promoted-max` since 3.0, and only that since 4.0. */
export const promotedMax: Step = (element, { parent }, version) => {
  if (parent?.xml.name !== 'bundle') return undefined
  const back = isIn(version, { until: '2.10' })
  if (!back && !isIn(version, { since: '4.0' })) return undefined
  const [from, to] = back ? (['promoted-max', 'masters'] as const) : (['masters', 'promoted-max'] as const)
  const value = attributeOf(element, from)
  if (value === undefined) return undefined
  return { element: withAttribute(element, from, [to, value]), said: `${from} as ${to}` }
}

/** Orders say `kind` since 4.0, where a score of 0 was Optional; sets of orders had no kind before 3.0. */
export const orderKinds: Step = (element, { parent }, version) => {
  const isSet = element.name === 'resource_set' && parent?.xml.name === 'rsc_order'
  if (element.name !== 'rsc_order' && !isSet) return undefined
  const score = attributeOf(element, 'score')
  const kind = attributeOf(element, 'kind')
  if (score !== undefined && kind === undefined && isIn(version, { since: '4.0' })) {
    const to = scoreOf(score) === 0 ? 'Optional' : 'Mandatory'
    return { element: withAttribute(element, 'score', ['kind', to]), said: `the score ${score} as ${to}` }
  }
  const back = kind === undefined ? undefined : { Optional: '0', Mandatory: 'INFINITY' }[kind]
  if (!isSet || back === undefined || !isIn(version, { until: '2.10' })) return undefined
  return { element: withAttribute(element, 'kind', ['score', back]), said: `${kind} as the score ${back}` }
}
