import { quote } from '../../../diagnostics/quote.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'
import { fenceDevicesOf, servicesOf } from '../../services.js'
import { devicesOf } from './levels.js'

/** A level with a resource that is no fencing device. */
export const rule = defineRule<{ device: string; target: string }>({
  code: 'fencing-level-not-a-device',
  severity: 'warning',
  message: ({ device, target }) =>
    `${quote(device)} in the fencing level of ${quote(target)} is not a fencing device: the level always fails`,
  hint: ({ device }) => `name a resource of class stonith instead of ${quote(device)}`,
  visit: {
    'fencing-level': (place, { cluster, facts, report }) => {
      const { target, targetPattern, targetValue } = place.element
      for (const device of devicesOf(place.element)) {
        if (facts.index.get(device) === undefined) continue
        const service = servicesOf(cluster).find(({ id }) => id === device)
        const isUnknown = service !== undefined && service.agent === ''
        if (isUnknown || fenceDevicesOf(cluster).some(({ id }) => id === device)) continue
        report(
          { place, attribute: 'devices' },
          { device, target: target ?? targetPattern ?? targetValue ?? '' },
        )
      }
    },
  },
})

export const docs: RuleDocs = {
  about: 'A fencing level lists a resource that is not of class stonith.',
  why: 'The fencer knows devices only. All devices of a level must succeed, so the level fails each time and costs its timeouts; if it is the only one, the node cannot be fenced.',
  source: 'Pacemaker Explained, fencing topologies (devices)',
  wrong: `cluster({
  properties: { 'stonith-enabled': true },
  resources: [
    primitive('ipmi1', 'stonith:fence_ipmilan', { ip: '192.0.2.11', pcmk_host_list: 'node1' }),
    primitive('pdu', 'stonith:fence_apc', { ip: '192.0.2.20', pcmk_host_map: 'node1:1;node2:2;node3:3' }),
    systemd('web'),
  ],
  fencingLevels: [fencingLevel('node1', 1, ['web'])],
})`,
  right: `cluster({
  properties: { 'stonith-enabled': true },
  resources: [
    primitive('ipmi1', 'stonith:fence_ipmilan', { ip: '192.0.2.11', pcmk_host_list: 'node1' }),
    primitive('pdu', 'stonith:fence_apc', { ip: '192.0.2.20', pcmk_host_map: 'node1:1;node2:2;node3:3' }),
    systemd('web'),
  ],
  fencingLevels: [fencingLevel('node1', 1, ['ipmi1'])],
})`,
  fix: 'pcs stonith level delete 1 target node1; pcs stonith level add 1 node1 ipmi1',
}
