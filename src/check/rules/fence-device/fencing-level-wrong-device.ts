import { quote } from '../../../diagnostics/quote.js'
import { staticHostsOf } from '../../../graph/location/fence-hosts.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'
import { fenceDevicesOf } from '../../services.js'
import { devicesOf } from './levels.js'

/** A level with a device that fences other nodes only. */
export const rule = defineRule<{ device: string; target: string }>({
  code: 'fencing-level-wrong-device',
  severity: 'warning',
  message: ({ device, target }) =>
    `${quote(device)} in the fencing level of ${quote(target)} does not name that node among those it fences: the level always fails`,
  hint: ({ device, target }) =>
    `add ${quote(target)} to the pcmk_host_list of ${quote(device)}, or name another device`,
  visit: {
    'fencing-level': (place, { cluster, facts, report }) => {
      const { target } = place.element
      if (target === undefined || !facts.nodeNames().has(target.toLowerCase())) return
      for (const id of devicesOf(place.element)) {
        const device = fenceDevicesOf(cluster).find((known) => known.id === id)
        const hosts = device && staticHostsOf(device.parameter)
        if (hosts === undefined || [...hosts].some((host) => host.toLowerCase() === target.toLowerCase()))
          continue
        report({ place, attribute: 'devices' }, { device: id, target })
      }
    },
  },
})

export const docs: RuleDocs = {
  about: 'A fencing level lists a device whose pcmk_host_list and pcmk_host_map do not have the node.',
  why: 'The fencer uses a device only for the nodes that it fences, in a level too. The level fails each time; if it is the only one, the node cannot be fenced and nothing that it ran is recovered.',
  source: 'Pacemaker Explained, fencing topologies',
  wrong: `cluster({
  properties: { 'stonith-enabled': true },
  resources: [
    primitive('ipmi1', 'stonith:fence_ipmilan', { ip: '192.0.2.11', pcmk_host_list: 'node1' }),
    primitive('ipmi2', 'stonith:fence_ipmilan', { ip: '192.0.2.12', pcmk_host_list: 'node2' }),
    primitive('ipmi3', 'stonith:fence_ipmilan', { ip: '192.0.2.13', pcmk_host_list: 'node3' }),
  ],
  fencingLevels: [fencingLevel('node1', 1, ['ipmi2']), fencingLevel('node2', 1, ['ipmi2']), fencingLevel('node3', 1, ['ipmi3'])],
})`,
  right: `cluster({
  properties: { 'stonith-enabled': true },
  resources: [
    primitive('ipmi1', 'stonith:fence_ipmilan', { ip: '192.0.2.11', pcmk_host_list: 'node1' }),
    primitive('ipmi2', 'stonith:fence_ipmilan', { ip: '192.0.2.12', pcmk_host_list: 'node2' }),
    primitive('ipmi3', 'stonith:fence_ipmilan', { ip: '192.0.2.13', pcmk_host_list: 'node3' }),
  ],
  fencingLevels: [fencingLevel('node1', 1, ['ipmi1']), fencingLevel('node2', 1, ['ipmi2']), fencingLevel('node3', 1, ['ipmi3'])],
})`,
  fix: 'pcs stonith level delete 1 target node1; pcs stonith level add 1 node1 ipmi1',
}
