import { lookUp, type OptionFacts, type Table, type ValueType } from './facts.js'
import { metadata, metadataVersions } from './metadata.generated.js'

/** The names of 3.0.2 by those that older versions know. */
const renamedIn302 = {
  'stonith-enabled': 'fencing-enabled',
  'stonith-action': 'fencing-action',
  'stonith-timeout': 'fencing-timeout',
  'stonith-max-attempts': 'fencing-max-attempts',
  'stonith-watchdog-timeout': 'fencing-watchdog-timeout',
  'fence-reaction': 'fencing-reaction',
  'stop-orphan-resources': 'stop-removed-resources',
  'stop-orphan-actions': 'cancel-removed-actions',
} as const

/** What the metadata does not contain: the release between two of those that it was made from, and what numbers may be. */
const additions: Table = {
  'node-pending-timeout': { type: 'duration', since: '2.1.7' },
  'stonith-max-attempts': { type: 'positive_integer', default: '10' },
  'migration-limit': { type: 'finite_integer', default: '-1' },
  'last-lrm-refresh': { type: 'string', generated: true },
}

interface Metadata {
  readonly type: string
  readonly default?: string
  readonly values?: readonly string[]
  readonly generated?: boolean
  readonly deprecated?: boolean
  readonly versions: readonly string[]
  readonly before?: Readonly<
    Record<string, { readonly values?: readonly string[]; readonly default?: string }>
  >
}

function factsOf({ default: standard, values = [], before = {}, versions, ...known }: Metadata) {
  const older = Object.values(before).flatMap((each) => each.values ?? [])
  const all = [...new Set([...values, ...older])]
  const first = versions[0] as string
  const last = versions.at(-1) as string
  const after = metadataVersions[metadataVersions.indexOf(last as never) + 1]
  return {
    type: known.type as ValueType,
    ...(standard === undefined ? {} : { default: standard }),
    ...(all.length === 0 ? {} : { values: all }),
    ...(known.deprecated === true ? { deprecated: true } : {}),
    ...(known.generated === true ? { generated: true } : {}),
    ...(first === metadataVersions[0] ? {} : { since: first }),
    ...(after === undefined ? {} : { until: after }),
  }
}

/** The facts of every option that Pacemaker 2.0 or later knows, by name. */
export const clusterOptions: Table = (() => {
  const table: Record<string, Omit<OptionFacts, 'name'>> = {}
  for (const [name, known] of Object.entries<Metadata>(metadata.cluster)) table[name] = factsOf(known)
  for (const [name, facts] of Object.entries(additions)) table[name] = { ...table[name], ...facts }
  for (const [old, name] of Object.entries(renamedIn302)) {
    const facts = table[old] as Omit<OptionFacts, 'name'>
    table[name] = { ...facts, since: '3.0.2' }
    table[old] = { ...facts, renamed: name, renamedIn: '3.0.2' }
  }
  return table
})()

/** The names of other releases, and what to write instead; undefined where there is nothing. No release since 2.0 reads them. */
const obsolete: Readonly<Record<string, string | undefined>> = {
  cluster_recheck_interval: 'cluster-recheck-interval',
  'crmd-finalization-timeout': 'join-finalization-timeout',
  'crmd-integration-timeout': 'join-integration-timeout',
  'crmd-transition-delay': 'transition-delay',
  dc_deadtime: 'dc-deadtime',
  'default-action-timeout': 'timeout in op_defaults',
  default_action_timeout: 'timeout in op_defaults',
  'default-migration-threshold': 'migration-threshold in rsc_defaults',
  default_migration_threshold: 'migration-threshold in rsc_defaults',
  'default-resource-failure-stickiness': 'migration-threshold in rsc_defaults',
  default_resource_failure_stickiness: 'migration-threshold in rsc_defaults',
  'default-resource-stickiness': 'resource-stickiness in rsc_defaults',
  default_resource_stickiness: 'resource-stickiness in rsc_defaults',
  election_timeout: 'election-timeout',
  'expected-quorum-votes': undefined,
  'is-managed-default': 'is-managed in rsc_defaults',
  is_managed_default: 'is-managed in rsc_defaults',
  no_quorum_policy: 'no-quorum-policy',
  'notification-agent': 'an alert',
  'notification-recipient': 'an alert',
  probe_complete: undefined,
  remove_after_stop: 'remove-after-stop',
  shutdown_escalation: 'shutdown-escalation',
  short_resource_names: undefined,
  startup_fencing: 'startup-fencing',
  stonith_action: 'stonith-action',
  stonith_enabled: 'stonith-enabled',
  stop_orphan_actions: 'stop-orphan-actions',
  stop_orphan_resources: 'stop-orphan-resources',
  symmetric_cluster: 'symmetric-cluster',
  'transition-idle-timeout': 'cluster-delay',
  transition_idle_timeout: 'cluster-delay',
}

/** What Pacemaker knows of a cluster option; undefined for a name that no version since 2.0 reads. */
export function clusterOption(name: string): OptionFacts | undefined {
  return lookUp(clusterOptions, name)
}

/** What a name of releases before 2.0 has become; undefined for a name that no release has known. */
export function obsoleteOption(name: string): { readonly instead?: string } | undefined {
  if (!Object.hasOwn(obsolete, name)) return undefined
  const instead = obsolete[name]
  return instead === undefined ? {} : { instead }
}

/** The old and the new name of one option, the given one first. */
export function namesOfOption(name: string): readonly string[] {
  const pair = Object.entries(renamedIn302).find((names) => (names as readonly string[]).includes(name))
  return pair === undefined ? [name] : [name, ...pair.filter((other) => other !== name)]
}
