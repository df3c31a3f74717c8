import { durationMs } from '../../../options/values.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'
import { fenceDevicesOf } from '../../services.js'

/** Fencing by nothing but a watchdog, on which Pacemaker does not rely. */
export const rule = defineRule<object>({
  code: 'watchdog-timeout-missing',
  severity: 'warning',
  message: () =>
    'a watchdog is all that can fence here, and stonith-watchdog-timeout is not set: Pacemaker does not rely on it, so that nothing of a lost node is recovered',
  hint: (_, language) =>
    language === 'dsl'
      ? "set 'stonith-watchdog-timeout' to twice SBD_WATCHDOG_TIMEOUT, or add a fencing device"
      : 'pcs property set stonith-watchdog-timeout=TWICE_SBD_WATCHDOG_TIMEOUT, or add a fencing device',
  check: ({ cluster, facts, report }) => {
    const timeout = durationMs(facts.option('stonith-watchdog-timeout') ?? '0')
    if (!facts.isFencingOn || !facts.isOn('have-watchdog', false) || timeout !== 0) return
    if (fenceDevicesOf(cluster).length === 0) report('/cib/configuration/crm_config', {})
  },
})

export const docs: RuleDocs = {
  about: 'sbd runs, there is no fencing device, and `stonith-watchdog-timeout` is 0 or not set.',
  why: 'With sbd and no shared disk, a lost node resets itself by its watchdog. Pacemaker takes it as fenced after stonith-watchdog-timeout, and never while that is 0: all that ran there stays down until somebody confirms that the node is off.',
  source:
    'ClusterLabs, Using SBD with Pacemaker (watchdog-based self-fencing with and without resource recovery)',
  pacemaker: {
    does: 'fails each attempt to fence, without a message at start',
    versions: '1.1.12 and later',
  },
  wrong: `cluster({
  nodes: ['node1', 'node2', 'node3'],
  properties: { 'stonith-enabled': true, 'have-watchdog': true },
  resources: [systemd('web')],
})`,
  right: `cluster({
  nodes: ['node1', 'node2', 'node3'],
  properties: { 'stonith-enabled': true, 'have-watchdog': true, 'stonith-watchdog-timeout': '10s' },
  resources: [systemd('web')],
})`,
  fix: 'pcs property set stonith-watchdog-timeout=10s',
}
