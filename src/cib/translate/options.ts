import type { CibElement, Configuration, Nvpair, Place } from '../../model/index.js'
import { type Change, entryOf, isIn } from './change.js'

const underscored = [
  ...['cluster_recheck_interval', 'dc_deadtime', 'election_timeout', 'no_quorum_policy', 'remove_after_stop'],
  ...['shutdown_escalation', 'startup_fencing', 'stonith_action', 'stonith_enabled', 'stop_orphan_actions'],
  ...['stop_orphan_resources', 'symmetric_cluster'],
]

const renamed: Readonly<Record<string, string>> = {
  ...Object.fromEntries(underscored.map((name) => [name, name.replaceAll('_', '-')])),
  transition_idle_timeout: 'cluster-delay',
}

const oldStacks = ['heartbeat', 'openais', 'classic openais', 'classic openais (with plugin)', 'cman']

const stickiness = 'migration-threshold of rsc_defaults takes its place'
const dropped: Readonly<Record<string, string>> = {
  'default-migration-threshold': stickiness,
  default_migration_threshold: stickiness,
  'default-resource-failure-stickiness': stickiness,
  default_resource_failure_stickiness: stickiness,
  'expected-quorum-votes': 'corosync counts the votes',
  'notification-agent': 'alerts take its place',
  'notification-recipient': 'alerts take its place',
}

interface Default {
  readonly section: 'op_defaults' | 'rsc_defaults'
  readonly name: string
}

const moved: Readonly<Record<string, Default>> = {
  'default-action-timeout': { section: 'op_defaults', name: 'timeout' },
  default_action_timeout: { section: 'op_defaults', name: 'timeout' },
  'default-resource-stickiness': { section: 'rsc_defaults', name: 'resource-stickiness' },
  default_resource_stickiness: { section: 'rsc_defaults', name: 'resource-stickiness' },
  'is-managed-default': { section: 'rsc_defaults', name: 'is-managed' },
  is_managed_default: { section: 'rsc_defaults', name: 'is-managed' },
}

/** What a cluster property of 2.x is among the defaults of 3.0. */
function defaultOf({ name, value }: Nvpair): (Default & { readonly value?: string }) | undefined {
  if (/^default[-_]resource[-_]failure[-_]stickiness$/.test(name ?? '') && value === '-INFINITY') {
    return { section: 'rsc_defaults', name: 'migration-threshold', value: '1' }
  }
  return entryOf(moved, name)
}

/** Cluster properties that 3.0 has under another name, in another section, or not any more. */
export const oldProperties: Change = (element, place) => {
  if (element.element !== 'nvpair' || !isIn(place, 'cluster_property_set')) return undefined
  const { name = '', value } = element
  const to = entryOf(renamed, name)
  if (to !== undefined) return { element: { ...element, name: to }, what: `${name} as ${to}` }
  const movedTo = defaultOf(element)
  if (movedTo !== undefined) {
    const what = `${name} as ${movedTo.name} of ${movedTo.section}`
    return { element: undefined, what }
  }
  const isOldStack = name === 'cluster-infrastructure' && oldStacks.includes(value ?? '')
  const why = isOldStack ? 'Pacemaker 2.0 runs on corosync only' : entryOf(dropped, name)
  return why === undefined ? undefined : { element: undefined, what: `no ${name}: ${why}` }
}

/** What `oldProperties` takes from the cluster properties comes to the defaults, unless they set it. */
export const newDefaults: Change = (element, { element: before }) => {
  if (element.element !== 'configuration' || before.element !== 'configuration') return undefined
  const sets = (before.crmConfig?.items ?? []).filter(({ rule }) => rule === undefined)
  const pairs = sets.flatMap(({ nvpairs }) => nvpairs)
  if (!pairs.some(defaultOf)) return undefined
  const rscDefaults = withDefaults(element.rscDefaults ?? { element: 'rsc_defaults', items: [] }, pairs)
  const opDefaults = withDefaults(element.opDefaults ?? { element: 'op_defaults', items: [] }, pairs)
  const configuration: Configuration = {
    ...element,
    ...(rscDefaults.items.length > 0 || element.rscDefaults ? { rscDefaults } : {}),
    ...(opDefaults.items.length > 0 || element.opDefaults ? { opDefaults } : {}),
  }
  return { element: configuration, what: 'old cluster properties among the defaults' }
}

type Defaults = NonNullable<Configuration['rscDefaults'] | Configuration['opDefaults']>

/** The pairs join the first set without a rule; where there is none, they are a new one. */
function withDefaults<D extends Defaults>(defaults: D, pairs: readonly Nvpair[]): D {
  const plain = defaults.items.filter(({ rule }) => rule === undefined)
  const isSet = (name: string) => plain.some(({ nvpairs }) => nvpairs.some((pair) => pair.name === name))
  const added = pairs.flatMap((pair) => {
    const to = defaultOf(pair)
    if (to?.section !== defaults.element || isSet(to.name)) return []
    return [{ ...pair, name: to.name, ...(to.value === undefined ? {} : { value: to.value }) }]
  })
  if (added.length === 0) return defaults
  const [first] = plain
  if (first === undefined) {
    const id = `_2TO3_-${defaults.element.replace('_', '-')}`
    return { ...defaults, items: [{ element: 'meta_attributes', id, nvpairs: added }] }
  }
  const items = defaults.items.map((set) =>
    set === first ? { ...set, nvpairs: [...set.nvpairs, ...added] } : set,
  )
  return { ...defaults, items }
}

/** An old cluster property that Pacemaker's upgrade loses: under a rule, or where the defaults have no set for it. */
export function lostProperty(element: CibElement, { parent }: Place): string | undefined {
  if (element.element !== 'cluster_property_set') return undefined
  const pair = element.nvpairs.find(defaultOf)
  if (pair === undefined) return undefined
  if (element.rule !== undefined) return `${pair.name} under a rule`
  const configuration = parent?.parent?.element
  if (configuration?.element !== 'configuration') return undefined
  const lost = element.nvpairs.find((nvpair) => {
    const section = defaultOf(nvpair)?.section
    const defaults = section === 'rsc_defaults' ? configuration.rscDefaults : configuration.opDefaults
    return section !== undefined && defaults?.items.every(({ rule }) => rule !== undefined) === true
  })
  return lost && `${lost.name} where the defaults have no set without a rule`
}
