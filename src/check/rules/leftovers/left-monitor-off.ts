import { quote } from '../../../diagnostics/quote.js'
import { booleanOf } from '../../../model/index.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

/** A monitor that is switched off. */
export const rule = defineRule<{ interval: string; service: string }>({
  code: 'left-monitor-off',
  severity: 'info',
  message: ({ interval, service }) =>
    `the monitor of ${quote(service)} with interval ${quote(interval)} is disabled: Pacemaker does not notice a failure`,
  hint: () => 'remove enabled="false" when the work is done',
  visit: {
    op: (place, { report }) => {
      const { name, enabled, interval = '0' } = place.element
      const owner = place.parent?.parent?.element
      if (name !== 'monitor' || booleanOf(enabled) !== false) return
      report(place, { interval, service: owner !== undefined && 'id' in owner ? (owner.id ?? '') : '' })
    },
  },
})

export const docs: RuleDocs = {
  about: 'A monitor operation is disabled (`enabled=false`).',
  why: 'It is switched off so that a repair does not cause a restart; `pcs resource unmanage --monitor` does the same. Left off, the resource can be dead for months while its status is Started.',
  source: 'pcs(8), resource unmanage; Pacemaker Explained, disabling a monitor operation',
  wrong: `cluster({
  resources: [
    ocf.heartbeat.IPaddr2('vip', { ip: '192.0.2.6' }, {
      operations: { monitor: { interval: '10s', enabled: false } },
    }),
  ],
})`,
  right: `cluster({
  resources: [
    ocf.heartbeat.IPaddr2('vip', { ip: '192.0.2.6' }, { operations: { monitor: { interval: '10s' } } }),
  ],
})`,
  fix: 'pcs resource manage vip --monitor',
}
