import {
  all,
  choice,
  type Definition,
  define,
  interleave,
  many,
  may,
  must,
  type Pattern,
  perhaps,
} from './pattern.js'
import { lateRule, optionRule, rule } from './rules.js'
import { exactly, id, noneOf, reference, score, text, type ValueType } from './values.js'
import { during, type SchemaVersion, since, until } from './versions.js'

/** A set of nvpairs, by its element, the rule that it accepts and the content of its nvpairs. */
function nvset(
  name: string,
  inside: { rule: Definition; pair?: Pattern; refsSince?: SchemaVersion },
  time: Pick<Definition, 'since'> = {},
): Definition {
  const nvpair = define('nvpair', () =>
    choice(
      since(inside.refsSince ?? '1.3', all(must('id-ref', reference), until('3.10', may('name', text)))),
      all(must('id', id), inside.pair ?? named(text)),
    ),
  )
  return define(
    name,
    () =>
      choice(
        must('id-ref', reference),
        interleave(must('id', id), may('score', score), perhaps(inside.rule), many(nvpair)),
      ),
    time,
  )
}

/** A name and, since 4.0 always, a value. */
function named(name: ValueType): Pattern {
  return all(must('name', name), until('3.10', may('value', text)), since('4.0', must('value', text)))
}

/** The names that Pacemaker 2.0 dropped, in the schemas that reject them. */
const dropped = (...names: readonly string[]) => names.map((name) => during('3.0', '3.10', name))

const properties = choice(
  named(
    noneOf(
      ...dropped('cluster-infrastructure', 'cluster_recheck_interval', 'dc_deadtime', 'election_timeout'),
      ...dropped('default-action-timeout', 'default_action_timeout', 'expected-quorum-votes'),
      ...dropped('default-migration-threshold', 'default_migration_threshold', 'is-managed-default'),
      ...dropped('default-resource-failure-stickiness', 'default_resource_failure_stickiness'),
      ...dropped('default-resource-stickiness', 'default_resource_stickiness', 'is_managed_default'),
      ...dropped('no_quorum_policy', 'notification-agent', 'notification-recipient', 'remove_after_stop'),
      ...dropped('shutdown_escalation', 'startup_fencing', 'stonith_action', 'stonith_enabled'),
      ...dropped('stop_orphan_actions', 'stop_orphan_resources', 'symmetric_cluster'),
      ...dropped('transition_idle_timeout'),
      ...['crmd-finalization-timeout', 'crmd-integration-timeout', 'crmd-transition-delay'].map((name) =>
        since('4.0', name),
      ),
      ...['remove-after-stop', 'stonith-action'].map((name) => since('4.0', name)),
    ),
  ),
  during(
    '3.0',
    '3.10',
    all(
      must('name', exactly('cluster-infrastructure')),
      must(
        'value',
        noneOf('heartbeat', 'openais', 'classic openais', 'classic openais (with plugin)', 'cman'),
      ),
    ),
  ),
  since('4.0', all(must('name', exactly('stonith-action')), must('value', noneOf('poweroff')))),
)

export const clusterPropertySet = nvset('cluster_property_set', {
  rule: optionRule,
  pair: properties,
  refsSince: '3.0',
})
export const defaultMetaAttributes = nvset('meta_attributes', { rule: optionRule, refsSince: '3.0' })

export const instanceAttributes = nvset('instance_attributes', { rule })
export const utilization = nvset('utilization', { rule }, { since: '1.2' })
export const alertInstanceAttributes = nvset('instance_attributes', { rule: lateRule })
export const alertMetaAttributes = nvset('meta_attributes', { rule: lateRule })

const restartType = since('4.0', 'restart-type')
export const collectiveMetaAttributes = nvset('meta_attributes', { rule, pair: named(noneOf(restartType)) })
export const serviceMetaAttributes = nvset('meta_attributes', {
  rule,
  pair: named(
    noneOf(...dropped('isolation', 'isolation-host', 'isolation-instance', 'isolation-wrapper'), restartType),
  ),
})
export const serviceInstanceAttributes = nvset('instance_attributes', {
  rule,
  pair: named(
    noneOf(
      ...[
        ...['pcmk_arg_map', 'pcmk_list_cmd', 'pcmk_monitor_cmd', 'pcmk_off_cmd', 'pcmk_on_cmd'],
        ...['pcmk_reboot_cmd', 'pcmk_status_cmd'],
      ].map((name) => during('3.0', '3.0', name)),
    ),
  ),
})
export const opMetaAttributes = nvset('meta_attributes', {
  rule,
  pair: named(noneOf(...dropped('requires'), since('4.0', 'can_fail'), since('4.0', 'role_after_failure'))),
})
export const opInstanceAttributes = nvset('instance_attributes', {
  rule,
  pair: named(
    noneOf(
      ...[
        ...['interval-origin', 'start-delay', 'enabled', 'on-fail', 'record-pending', 'role', 'timeout'],
        'requires',
      ].map((name) => during('3.0', '3.0', name)),
    ),
  ),
})
