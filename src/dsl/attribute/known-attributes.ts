import type { Value } from '../values.js'
import type { NvpairBuilder } from './attribute-sets.js'

// One flat interface each: the compiler's messages name it. test/options compares them with what Pacemaker knows.

/** A boolean as Pacemaker reads it. */
type Switch =
  | boolean
  | 1
  | 0
  | 'true'
  | 'false'
  | 'yes'
  | 'no'
  | 'on'
  | 'off'
  | 'y'
  | 'n'
  | '1'
  | '0'
  | NvpairBuilder

/** The options of the cluster. A set with an id of its own, `attributeSet({ ... }, { id })`, may have any names. */
export interface ClusterProperties {
  /** Default `0`. */
  readonly 'batch-limit'?: Value | NvpairBuilder
  /** Default `true`. Since Pacemaker 3.0.2. */
  readonly 'cancel-removed-actions'?: Switch
  /** Default `60s`. */
  readonly 'cluster-delay'?: Value | NvpairBuilder
  readonly 'cluster-infrastructure'?: Value | NvpairBuilder
  /** Default `500`. */
  readonly 'cluster-ipc-limit'?: Value | NvpairBuilder
  readonly 'cluster-name'?: Value | NvpairBuilder
  /** Default `15min`. */
  readonly 'cluster-recheck-interval'?: Value | NvpairBuilder
  /** Default `true`. Deprecated. */
  readonly 'concurrent-fencing'?: Switch
  /** Default `20s`. */
  readonly 'dc-deadtime'?: Value | NvpairBuilder
  readonly 'dc-version'?: Value | NvpairBuilder
  /** Default `2min`. */
  readonly 'election-timeout'?: Value | NvpairBuilder
  /** Default `false`. */
  readonly 'enable-acl'?: Switch
  /** Default `true`. */
  readonly 'enable-startup-probes'?: Switch
  /** Default `stop`. `fencing-reaction` since Pacemaker 3.0.2. */
  readonly 'fence-reaction'?: 'stop' | 'panic' | NvpairBuilder
  /** Default `reboot`. Since Pacemaker 3.0.2. */
  readonly 'fencing-action'?: 'reboot' | 'off' | 'poweroff' | NvpairBuilder
  /** Default `true`. Since Pacemaker 3.0.2. */
  readonly 'fencing-enabled'?: Switch
  /** Default `10`. Since Pacemaker 3.0.2. */
  readonly 'fencing-max-attempts'?: Value | NvpairBuilder
  /** Default `stop`. Since Pacemaker 3.0.2. */
  readonly 'fencing-reaction'?: 'stop' | 'panic' | NvpairBuilder
  /** Default `60s`. Since Pacemaker 3.0.2. */
  readonly 'fencing-timeout'?: Value | NvpairBuilder
  /** Default `0`. Since Pacemaker 3.0.2. */
  readonly 'fencing-watchdog-timeout'?: Value | NvpairBuilder
  /** Default `false`. */
  readonly 'have-watchdog'?: Switch
  /** Default `30min`. */
  readonly 'join-finalization-timeout'?: Value | NvpairBuilder
  /** Default `3min`. */
  readonly 'join-integration-timeout'?: Value | NvpairBuilder
  readonly 'last-lrm-refresh'?: Value | NvpairBuilder
  /** Default `80%`. */
  readonly 'load-threshold'?: Value | NvpairBuilder
  /** Default `false`. */
  readonly 'maintenance-mode'?: Switch
  /** Default `-1`. */
  readonly 'migration-limit'?: Value | NvpairBuilder
  /** Default `stop`. */
  readonly 'no-quorum-policy'?: 'stop' | 'freeze' | 'ignore' | 'demote' | 'fence' | 'suicide' | NvpairBuilder
  /** Default `0`. */
  readonly 'node-action-limit'?: Value | NvpairBuilder
  /** Default `0`. */
  readonly 'node-health-base'?: Value | NvpairBuilder
  /** Default `0`. */
  readonly 'node-health-green'?: Value | NvpairBuilder
  /** Default `-INFINITY`. */
  readonly 'node-health-red'?: Value | NvpairBuilder
  /** Default `none`. */
  readonly 'node-health-strategy'?:
    | 'none'
    | 'migrate-on-red'
    | 'only-green'
    | 'progressive'
    | 'custom'
    | NvpairBuilder
  /** Default `0`. */
  readonly 'node-health-yellow'?: Value | NvpairBuilder
  /** Default `0`. Since Pacemaker 2.1.7. */
  readonly 'node-pending-timeout'?: Value | NvpairBuilder
  /** Default `-1`. */
  readonly 'pe-error-series-max'?: Value | NvpairBuilder
  /** Default `4000`. */
  readonly 'pe-input-series-max'?: Value | NvpairBuilder
  /** Default `5000`. */
  readonly 'pe-warn-series-max'?: Value | NvpairBuilder
  /** Default `default`. */
  readonly 'placement-strategy'?: 'default' | 'utilization' | 'minimal' | 'balanced' | NvpairBuilder
  /** Default `0`. */
  readonly 'priority-fencing-delay'?: Value | NvpairBuilder
  /** Default `false`. Not in Pacemaker 3.0.0 and later. */
  readonly 'remove-after-stop'?: Switch
  /** Default `20min`. */
  readonly 'shutdown-escalation'?: Value | NvpairBuilder
  /** Default `false`. */
  readonly 'shutdown-lock'?: Switch
  /** Default `0`. */
  readonly 'shutdown-lock-limit'?: Value | NvpairBuilder
  /** Default `true`. */
  readonly 'start-failure-is-fatal'?: Switch
  /** Default `true`. */
  readonly 'startup-fencing'?: Switch
  /** Default `reboot`. `fencing-action` since Pacemaker 3.0.2. */
  readonly 'stonith-action'?: 'reboot' | 'off' | 'poweroff' | NvpairBuilder
  /** Default `true`. `fencing-enabled` since Pacemaker 3.0.2. */
  readonly 'stonith-enabled'?: Switch
  /** Default `10`. `fencing-max-attempts` since Pacemaker 3.0.2. */
  readonly 'stonith-max-attempts'?: Value | NvpairBuilder
  /** Default `60s`. `fencing-timeout` since Pacemaker 3.0.2. */
  readonly 'stonith-timeout'?: Value | NvpairBuilder
  /** Default `0`. `fencing-watchdog-timeout` since Pacemaker 3.0.2. */
  readonly 'stonith-watchdog-timeout'?: Value | NvpairBuilder
  /** Default `false`. */
  readonly 'stop-all-resources'?: Switch
  /** Default `true`. `cancel-removed-actions` since Pacemaker 3.0.2. */
  readonly 'stop-orphan-actions'?: Switch
  /** Default `true`. `stop-removed-resources` since Pacemaker 3.0.2. */
  readonly 'stop-orphan-resources'?: Switch
  /** Default `true`. Since Pacemaker 3.0.2. */
  readonly 'stop-removed-resources'?: Switch
  /** Default `true`. */
  readonly 'symmetric-cluster'?: Switch
  /** Default `0s`. */
  readonly 'transition-delay'?: Value | NvpairBuilder
}

/** The meta attributes of resources. `attributeSet({ ... })` may have any names. */
export interface ResourceMeta {
  readonly 'allow-migrate'?: Switch
  /** Default `false`. Since Pacemaker 2.1.3. */
  readonly 'allow-unhealthy-nodes'?: Switch
  readonly 'clone-max'?: Value | NvpairBuilder
  /** Default `0`. */
  readonly 'clone-min'?: Value | NvpairBuilder
  /** Default `1`. */
  readonly 'clone-node-max'?: Value | NvpairBuilder
  /** Default `true`. Deprecated. */
  readonly collocated?: Switch
  readonly container?: Value | NvpairBuilder
  readonly 'container-attribute-target'?: Value | NvpairBuilder
  /** Default `true`. Since Pacemaker 2.1.0. */
  readonly critical?: Switch
  /** Default `0`. */
  readonly 'failure-timeout'?: Value | NvpairBuilder
  readonly 'globally-unique'?: Switch
  /** Default `false`. */
  readonly interleave?: Switch
  /** Default `true`. */
  readonly 'is-managed'?: Switch
  /** Default `false`. */
  readonly maintenance?: Switch
  /** `promoted-max` since Pacemaker 2.0.0. Deprecated. */
  readonly 'master-max'?: Value | NvpairBuilder
  /** `promoted-node-max` since Pacemaker 2.0.0. Deprecated. */
  readonly 'master-node-max'?: Value | NvpairBuilder
  /** Default `INFINITY`. */
  readonly 'migration-threshold'?: Value | NvpairBuilder
  /** Default `stop_start`. */
  readonly 'multiple-active'?: 'block' | 'stop_only' | 'stop_start' | 'stop_unexpected' | NvpairBuilder
  /** Default `false`. */
  readonly notify?: Switch
  /** Default `true`. Deprecated. */
  readonly ordered?: Switch
  /** Default `0`. */
  readonly priority?: Value | NvpairBuilder
  /** Default `false`. */
  readonly promotable?: Switch
  /** Default `1`. Since Pacemaker 2.0.0. */
  readonly 'promoted-max'?: Value | NvpairBuilder
  /** Default `1`. Since Pacemaker 2.0.0. */
  readonly 'promoted-node-max'?: Value | NvpairBuilder
  /** Deprecated. */
  readonly provides?: 'unfencing' | NvpairBuilder
  readonly 'remote-addr'?: Value | NvpairBuilder
  /** Default `true`. */
  readonly 'remote-allow-migrate'?: Switch
  /** Default `60s`. */
  readonly 'remote-connect-timeout'?: Value | NvpairBuilder
  readonly 'remote-node'?: Value | NvpairBuilder
  /** Default `3121`. */
  readonly 'remote-port'?: Value | NvpairBuilder
  readonly requires?: 'nothing' | 'quorum' | 'fencing' | 'unfencing' | NvpairBuilder
  readonly 'resource-stickiness'?: Value | NvpairBuilder
  /** Not in Pacemaker 3.0.0 and later. Deprecated. */
  readonly 'restart-type'?: 'ignore' | 'restart' | NvpairBuilder
  /** Default `Started`. */
  readonly 'target-role'?:
    | 'Stopped'
    | 'Started'
    | 'Unpromoted'
    | 'Promoted'
    | 'Slave'
    | 'Master'
    | NvpairBuilder
}
