/** What the daemons of Pacemaker report of their own options. Made by scripts/options.mjs. */
export const metadataVersions = ['2.0.5', '2.1.5', '3.0.0'] as const

export const metadata = {
  cluster: {
    'batch-limit': {
      type: 'integer',
      default: '0',
      versions: ['2.0.5', '2.1.5', '3.0.0'],
    },
    'cluster-delay': {
      type: 'duration',
      default: '60s',
      versions: ['2.0.5', '2.1.5', '3.0.0'],
    },
    'cluster-infrastructure': {
      type: 'string',
      generated: true,
      versions: ['2.0.5', '2.1.5', '3.0.0'],
      before: {
        '2.0.5': {
          default: 'corosync',
        },
        '2.1.5': {
          default: 'corosync',
        },
      },
    },
    'cluster-ipc-limit': {
      type: 'nonnegative_integer',
      default: '500',
      versions: ['2.0.5', '2.1.5', '3.0.0'],
    },
    'cluster-name': {
      type: 'string',
      versions: ['2.0.5', '2.1.5', '3.0.0'],
      before: {
        '2.0.5': {
          default: '(null)',
        },
      },
    },
    'cluster-recheck-interval': {
      type: 'duration',
      default: '15min',
      versions: ['2.0.5', '2.1.5', '3.0.0'],
    },
    'concurrent-fencing': {
      type: 'boolean',
      default: 'true',
      deprecated: true,
      versions: ['2.0.5', '2.1.5', '3.0.0'],
      before: {
        '2.0.5': {
          default: 'false',
        },
        '2.1.5': {
          default: 'false',
        },
      },
    },
    'dc-deadtime': {
      type: 'duration',
      default: '20s',
      versions: ['2.0.5', '2.1.5', '3.0.0'],
    },
    'dc-version': {
      type: 'version',
      generated: true,
      versions: ['2.0.5', '2.1.5', '3.0.0'],
      before: {
        '2.0.5': {
          default: 'none',
        },
        '2.1.5': {
          default: 'none',
        },
      },
    },
    'election-timeout': {
      type: 'duration',
      default: '2min',
      versions: ['2.0.5', '2.1.5', '3.0.0'],
    },
    'enable-acl': {
      type: 'boolean',
      default: 'false',
      versions: ['2.0.5', '2.1.5', '3.0.0'],
    },
    'enable-startup-probes': {
      type: 'boolean',
      default: 'true',
      versions: ['2.0.5', '2.1.5', '3.0.0'],
    },
    'fence-reaction': {
      type: 'select',
      default: 'stop',
      values: ['stop', 'panic'],
      versions: ['2.0.5', '2.1.5', '3.0.0'],
    },
    'have-watchdog': {
      type: 'boolean',
      default: 'false',
      generated: true,
      versions: ['2.0.5', '2.1.5', '3.0.0'],
    },
    'join-finalization-timeout': {
      type: 'duration',
      default: '30min',
      versions: ['2.0.5', '2.1.5', '3.0.0'],
    },
    'join-integration-timeout': {
      type: 'duration',
      default: '3min',
      versions: ['2.0.5', '2.1.5', '3.0.0'],
    },
    'load-threshold': {
      type: 'percentage',
      default: '80%',
      versions: ['2.0.5', '2.1.5', '3.0.0'],
    },
    'maintenance-mode': {
      type: 'boolean',
      default: 'false',
      versions: ['2.0.5', '2.1.5', '3.0.0'],
    },
    'migration-limit': {
      type: 'integer',
      default: '-1',
      versions: ['2.0.5', '2.1.5', '3.0.0'],
    },
    'no-quorum-policy': {
      type: 'select',
      default: 'stop',
      values: ['stop', 'freeze', 'ignore', 'demote', 'fence', 'suicide'],
      versions: ['2.0.5', '2.1.5', '3.0.0'],
      before: {
        '2.0.5': {
          values: ['stop', 'freeze', 'ignore', 'demote', 'suicide'],
        },
        '2.1.5': {
          values: ['stop', 'freeze', 'ignore', 'demote', 'suicide'],
        },
      },
    },
    'node-action-limit': {
      type: 'integer',
      default: '0',
      versions: ['2.0.5', '2.1.5', '3.0.0'],
    },
    'node-health-base': {
      type: 'score',
      default: '0',
      versions: ['2.0.5', '2.1.5', '3.0.0'],
    },
    'node-health-green': {
      type: 'score',
      default: '0',
      versions: ['2.0.5', '2.1.5', '3.0.0'],
    },
    'node-health-red': {
      type: 'score',
      default: '-INFINITY',
      versions: ['2.0.5', '2.1.5', '3.0.0'],
    },
    'node-health-strategy': {
      type: 'select',
      default: 'none',
      values: ['none', 'migrate-on-red', 'only-green', 'progressive', 'custom'],
      versions: ['2.0.5', '2.1.5', '3.0.0'],
    },
    'node-health-yellow': {
      type: 'score',
      default: '0',
      versions: ['2.0.5', '2.1.5', '3.0.0'],
    },
    'node-pending-timeout': {
      type: 'duration',
      default: '0',
      versions: ['3.0.0'],
    },
    'pe-error-series-max': {
      type: 'integer',
      default: '-1',
      versions: ['2.0.5', '2.1.5', '3.0.0'],
    },
    'pe-input-series-max': {
      type: 'integer',
      default: '4000',
      versions: ['2.0.5', '2.1.5', '3.0.0'],
    },
    'pe-warn-series-max': {
      type: 'integer',
      default: '5000',
      versions: ['2.0.5', '2.1.5', '3.0.0'],
    },
    'placement-strategy': {
      type: 'select',
      default: 'default',
      values: ['default', 'utilization', 'minimal', 'balanced'],
      versions: ['2.0.5', '2.1.5', '3.0.0'],
    },
    'priority-fencing-delay': {
      type: 'duration',
      default: '0',
      versions: ['2.0.5', '2.1.5', '3.0.0'],
    },
    'remove-after-stop': {
      type: 'boolean',
      default: 'false',
      versions: ['2.0.5', '2.1.5'],
    },
    'shutdown-escalation': {
      type: 'duration',
      default: '20min',
      versions: ['2.0.5', '2.1.5', '3.0.0'],
    },
    'shutdown-lock': {
      type: 'boolean',
      default: 'false',
      versions: ['2.0.5', '2.1.5', '3.0.0'],
    },
    'shutdown-lock-limit': {
      type: 'duration',
      default: '0',
      versions: ['2.0.5', '2.1.5', '3.0.0'],
    },
    'start-failure-is-fatal': {
      type: 'boolean',
      default: 'true',
      versions: ['2.0.5', '2.1.5', '3.0.0'],
    },
    'startup-fencing': {
      type: 'boolean',
      default: 'true',
      versions: ['2.0.5', '2.1.5', '3.0.0'],
    },
    'stonith-action': {
      type: 'select',
      default: 'reboot',
      values: ['reboot', 'off'],
      versions: ['2.0.5', '2.1.5', '3.0.0'],
      before: {
        '2.0.5': {
          values: ['reboot', 'off', 'poweroff'],
        },
        '2.1.5': {
          values: ['reboot', 'off', 'poweroff'],
        },
      },
    },
    'stonith-enabled': {
      type: 'boolean',
      default: 'true',
      versions: ['2.0.5', '2.1.5', '3.0.0'],
    },
    'stonith-max-attempts': {
      type: 'score',
      default: '10',
      versions: ['2.0.5', '2.1.5', '3.0.0'],
    },
    'stonith-timeout': {
      type: 'duration',
      default: '60s',
      versions: ['2.0.5', '2.1.5', '3.0.0'],
    },
    'stonith-watchdog-timeout': {
      type: 'duration',
      default: '0',
      versions: ['2.0.5', '2.1.5', '3.0.0'],
    },
    'stop-all-resources': {
      type: 'boolean',
      default: 'false',
      versions: ['2.0.5', '2.1.5', '3.0.0'],
    },
    'stop-orphan-actions': {
      type: 'boolean',
      default: 'true',
      versions: ['2.0.5', '2.1.5', '3.0.0'],
    },
    'stop-orphan-resources': {
      type: 'boolean',
      default: 'true',
      versions: ['2.0.5', '2.1.5', '3.0.0'],
    },
    'symmetric-cluster': {
      type: 'boolean',
      default: 'true',
      versions: ['2.0.5', '2.1.5', '3.0.0'],
    },
    'transition-delay': {
      type: 'duration',
      default: '0s',
      versions: ['2.0.5', '2.1.5', '3.0.0'],
    },
  },
  fencing: {
    pcmk_action_limit: {
      type: 'integer',
      default: '1',
      versions: ['2.0.5', '2.1.5', '3.0.0'],
    },
    pcmk_delay_base: {
      type: 'string',
      default: '0s',
      versions: ['2.0.5', '2.1.5', '3.0.0'],
    },
    pcmk_delay_max: {
      type: 'duration',
      default: '0s',
      versions: ['2.0.5', '2.1.5', '3.0.0'],
    },
    pcmk_host_argument: {
      type: 'string',
      versions: ['2.0.5', '2.1.5', '3.0.0'],
      before: {
        '2.0.5': {
          default: 'port',
        },
        '2.1.5': {
          default: 'port',
        },
      },
    },
    pcmk_host_check: {
      type: 'select',
      values: ['dynamic-list', 'static-list', 'status', 'none'],
      versions: ['2.0.5', '2.1.5', '3.0.0'],
      before: {
        '2.0.5': {
          default: 'dynamic-list',
        },
        '2.1.5': {
          default: 'dynamic-list',
        },
      },
    },
    pcmk_host_list: {
      type: 'string',
      versions: ['2.0.5', '2.1.5', '3.0.0'],
    },
    pcmk_host_map: {
      type: 'string',
      versions: ['2.0.5', '2.1.5', '3.0.0'],
    },
    pcmk_list_action: {
      type: 'string',
      default: 'list',
      versions: ['2.0.5', '2.1.5', '3.0.0'],
    },
    pcmk_list_retries: {
      type: 'integer',
      default: '2',
      versions: ['2.0.5', '2.1.5', '3.0.0'],
    },
    pcmk_list_timeout: {
      type: 'duration',
      default: '60s',
      versions: ['2.0.5', '2.1.5', '3.0.0'],
    },
    pcmk_monitor_action: {
      type: 'string',
      default: 'monitor',
      versions: ['2.0.5', '2.1.5', '3.0.0'],
    },
    pcmk_monitor_retries: {
      type: 'integer',
      default: '2',
      versions: ['2.0.5', '2.1.5', '3.0.0'],
    },
    pcmk_monitor_timeout: {
      type: 'duration',
      default: '60s',
      versions: ['2.0.5', '2.1.5', '3.0.0'],
    },
    pcmk_off_action: {
      type: 'string',
      default: 'off',
      versions: ['2.0.5', '2.1.5', '3.0.0'],
    },
    pcmk_off_retries: {
      type: 'integer',
      default: '2',
      versions: ['2.0.5', '2.1.5', '3.0.0'],
    },
    pcmk_off_timeout: {
      type: 'duration',
      default: '60s',
      versions: ['2.0.5', '2.1.5', '3.0.0'],
    },
    pcmk_on_action: {
      type: 'string',
      default: 'on',
      versions: ['2.0.5', '2.1.5', '3.0.0'],
    },
    pcmk_on_retries: {
      type: 'integer',
      default: '2',
      versions: ['2.0.5', '2.1.5', '3.0.0'],
    },
    pcmk_on_timeout: {
      type: 'duration',
      default: '60s',
      versions: ['2.0.5', '2.1.5', '3.0.0'],
    },
    pcmk_reboot_action: {
      type: 'string',
      default: 'reboot',
      versions: ['2.0.5', '2.1.5', '3.0.0'],
    },
    pcmk_reboot_retries: {
      type: 'integer',
      default: '2',
      versions: ['2.0.5', '2.1.5', '3.0.0'],
    },
    pcmk_reboot_timeout: {
      type: 'duration',
      default: '60s',
      versions: ['2.0.5', '2.1.5', '3.0.0'],
    },
    pcmk_status_action: {
      type: 'string',
      default: 'status',
      versions: ['2.0.5', '2.1.5', '3.0.0'],
    },
    pcmk_status_retries: {
      type: 'integer',
      default: '2',
      versions: ['2.0.5', '2.1.5', '3.0.0'],
    },
    pcmk_status_timeout: {
      type: 'duration',
      default: '60s',
      versions: ['2.0.5', '2.1.5', '3.0.0'],
    },
  },
  primitive: {
    'allow-migrate': {
      type: 'boolean',
      versions: ['3.0.0'],
    },
    'allow-unhealthy-nodes': {
      type: 'boolean',
      default: 'false',
      versions: ['3.0.0'],
    },
    'container-attribute-target': {
      type: 'string',
      versions: ['3.0.0'],
    },
    critical: {
      type: 'boolean',
      default: 'true',
      versions: ['3.0.0'],
    },
    'failure-timeout': {
      type: 'duration',
      default: '0',
      versions: ['3.0.0'],
    },
    'is-managed': {
      type: 'boolean',
      default: 'true',
      versions: ['3.0.0'],
    },
    maintenance: {
      type: 'boolean',
      default: 'false',
      versions: ['3.0.0'],
    },
    'migration-threshold': {
      type: 'score',
      default: 'INFINITY',
      versions: ['3.0.0'],
    },
    'multiple-active': {
      type: 'select',
      default: 'stop_start',
      values: ['block', 'stop_only', 'stop_start', 'stop_unexpected'],
      versions: ['3.0.0'],
    },
    priority: {
      type: 'score',
      default: '0',
      versions: ['3.0.0'],
    },
    'remote-addr': {
      type: 'string',
      versions: ['3.0.0'],
    },
    'remote-allow-migrate': {
      type: 'boolean',
      default: 'true',
      versions: ['3.0.0'],
    },
    'remote-connect-timeout': {
      type: 'duration',
      default: '60s',
      versions: ['3.0.0'],
    },
    'remote-node': {
      type: 'string',
      versions: ['3.0.0'],
    },
    'remote-port': {
      type: 'port',
      default: '3121',
      versions: ['3.0.0'],
    },
    requires: {
      type: 'select',
      values: ['nothing', 'quorum', 'fencing', 'unfencing'],
      versions: ['3.0.0'],
    },
    'resource-stickiness': {
      type: 'score',
      versions: ['3.0.0'],
    },
    'target-role': {
      type: 'select',
      default: 'Started',
      values: ['Stopped', 'Started', 'Unpromoted', 'Promoted'],
      versions: ['3.0.0'],
    },
  },
} as const
