import { dslString, quote, shellWord } from '../../../diagnostics/quote.js'
import type { Op } from '../../../model/index.js'
import { pathOfId } from '../../../model/walk.js'
import { durationMs } from '../../../options/values.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'
import { servicesOf } from '../../services.js'

/** Fencing devices, and an agent that its vendor forbids to monitor. */
const unmonitored = /^stonith:|:SAPStartSrv$/

/** A resource whose failure nobody notices, in a cluster where others have a monitor. */
export const rule = defineRule<{ id: string }>({
  code: 'monitor-missing',
  severity: 'info',
  message: ({ id }) => `${quote(id)} has no monitor: Pacemaker does not notice when it fails`,
  hint: ({ id }, language) =>
    language === 'dsl'
      ? `add operations: { monitor: { interval: '10s' } } to ${dslString(id)}`
      : `pcs resource op add ${shellWord(id)} monitor interval=10s`,
  check: ({ cluster, report }) => {
    const services = servicesOf(cluster).filter(({ agent }) => agent !== '' && !unmonitored.test(agent))
    const missing = services.filter(({ ops }) => !ops.some(isMonitor))
    if (missing.length < services.length) for (const { id } of missing) report(pathOfId(cluster, id), { id })
  },
})

function isMonitor({ name, interval }: Op): boolean {
  return name === 'monitor' && interval !== undefined && durationMs(interval) !== 0
}

export const docs: RuleDocs = {
  about:
    'A resource has no recurring monitor, and others have one. A cluster without any monitor is a draft, and not reported.',
  why: 'Pacemaker asks for the state of a resource once, when a node starts, and then only by its monitors. Without one a service that has crashed stays Started for ever. `pcs resource create` adds the monitors that the agent advises; crmsh, puppet modules and written CIBs do not.',
  source:
    'Pacemaker Explained, monitoring resources for failure (resources are not monitored unless configured)',
  wrong: `cluster({
  resources: [
    ocf.heartbeat.IPaddr2('vip', { ip: '192.0.2.6' }),
    clone(systemd('haproxy', { operations: { monitor: { interval: '10s' } } })),
  ],
  constraints: [colocation('vip', 'haproxy-clone')],
})`,
  right: `cluster({
  resources: [
    ocf.heartbeat.IPaddr2('vip', { ip: '192.0.2.6' }, { operations: { monitor: { interval: '10s' } } }),
    clone(systemd('haproxy', { operations: { monitor: { interval: '10s' } } })),
  ],
  constraints: [colocation('vip', 'haproxy-clone')],
})`,
  fix: 'pcs resource op add vip monitor interval=10s',
}
