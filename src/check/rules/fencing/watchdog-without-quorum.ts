import { durationMs } from '../../../options/values.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'
import { fenceDevicesOf, memberNodesOf } from '../../services.js'

/** Fencing by nothing but a watchdog where a node that is cut off keeps running. */
export const rule = defineRule<{ isIgnored: boolean }>({
  code: 'watchdog-without-quorum',
  severity: 'warning',
  message: ({ isIgnored }) =>
    isIgnored
      ? 'a watchdog is all that can fence here, and no-quorum-policy is "ignore": a node that is cut off goes on, and after stonith-watchdog-timeout the others run the same services'
      : 'a watchdog is all that can fence here, and there are two nodes: when they lose sight of each other neither resets itself, unless a quorum device decides',
  hint: ({ isIgnored }) =>
    isIgnored
      ? 'leave out no-quorum-policy, which stops a node without quorum'
      : 'add a quorum device or a disk for sbd',
  check: ({ cluster, facts, report }) => {
    const timeout = durationMs(facts.option('stonith-watchdog-timeout') ?? '0')
    if (!facts.isFencingOn || timeout === undefined || timeout === 0 || fenceDevicesOf(cluster).length > 0)
      return
    const isIgnored = facts.option('no-quorum-policy')?.toLowerCase() === 'ignore'
    if (isIgnored) report('/cib/configuration/crm_config', { isIgnored })
    else if (memberNodesOf(cluster).length === 2)
      report('/cib/configuration/crm_config', { isIgnored }, 'info')
  },
})

export const docs: RuleDocs = {
  about: 'sbd without a disk is the only fencing, and quorum is ignored, or there are only two nodes.',
  why: 'Such fencing is a promise: whoever loses quorum resets itself, and the others wait that long. A node that ignores quorum does not keep it, and in a cluster of two nodes corosync gives both quorum.',
  source: 'ClusterLabs, Using SBD with Pacemaker (with watchdog-only SBD, the cluster must have true quorum)',
  pacemaker: { does: 'takes the lost node as fenced after the timeout', versions: '1.1.12 and later' },
  wrong: `cluster({
  nodes: ['node1', 'node2', 'node3'],
  properties: {
    'stonith-enabled': true,
    'have-watchdog': true,
    'stonith-watchdog-timeout': '10s',
    'no-quorum-policy': 'ignore',
  },
  resources: [systemd('web')],
})`,
  right: `cluster({
  nodes: ['node1', 'node2', 'node3'],
  properties: { 'stonith-enabled': true, 'have-watchdog': true, 'stonith-watchdog-timeout': '10s' },
  resources: [systemd('web')],
})`,
  fix: 'pcs property set no-quorum-policy=',
}
