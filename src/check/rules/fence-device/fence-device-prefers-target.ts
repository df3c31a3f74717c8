import { quote, shellWord } from '../../../diagnostics/quote.js'
import { staticHostsOf } from '../../../graph/location/fence-hosts.js'
import { constraintsOf, scoreOf } from '../../../model/index.js'
import { pathOfId } from '../../../model/walk.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'
import { fenceDevicesOf } from '../../services.js'

/** A device that is put on the node that it fences. */
export const rule = defineRule<{ id: string; node: string; location: string; isOptIn: boolean }>({
  code: 'fence-device-prefers-target',
  severity: 'warning',
  message: ({ id, node, location, isOptIn }) =>
    `location ${quote(location)} places ${quote(id)} on ${quote(node)}, the only node that it fences: ` +
    (isOptIn
      ? 'no other node may use the device, and none fences itself'
      : 'its monitor runs where the device is of no use'),
  hint: ({ node, id, location }, language) =>
    language === 'dsl'
      ? `write '-INFINITY' in place of the score, to keep it off ${quote(node)}`
      : `pcs constraint delete ${shellWord(location)}; pcs constraint location ${shellWord(id)} avoids ${shellWord(node)}`,
  check: ({ cluster, facts, report }) => {
    const devices = new Map(fenceDevicesOf(cluster).map((device) => [device.id, device]))
    if (devices.size === 0) return
    const isOptIn = !facts.isOn('symmetric-cluster', true)
    const locations = constraintsOf(cluster).flatMap((constraint) =>
      constraint.element === 'rsc_location' && scoreOf(constraint.score) > 0 ? [constraint] : [],
    )
    const isElsewhere = (rsc: string, node: string) =>
      locations.some(
        (location) => location.rsc === rsc && location.node !== undefined && location.node !== node,
      )
    for (const { id: location = '', rsc = '', node = '' } of locations) {
      const device = devices.get(rsc)
      const [host, another] = (device && staticHostsOf(device.parameter)) ?? []
      if (device === undefined || host !== node || another !== undefined || isElsewhere(rsc, node)) continue
      report(pathOfId(cluster, rsc), { id: rsc, node, location, isOptIn })
    }
  },
})

export const docs: RuleDocs = {
  about: 'A location prefers the node that a fencing device is for.',
  why: 'A node is never asked to fence itself. On its target the monitor of the device only shows that the node reaches its own controller, which does not show what the others reach; in an opt-in cluster no other node may use the device at all, and the node cannot be fenced.',
  source:
    'Pacemaker Explained, fencing (a device may run anywhere; bans limit who may use it); PAF quick start (each device avoids its node)',
  wrong: `cluster({
  properties: { 'stonith-enabled': true },
  resources: [
    primitive('fence1', 'stonith:fence_ipmilan', { ip: '192.0.2.11', pcmk_host_list: 'node1' }),
    primitive('others', 'stonith:fence_xvm', { pcmk_host_list: 'node2 node3' }),
  ],
  constraints: [location('fence1', 'node1', 'INFINITY')],
})`,
  right: `cluster({
  properties: { 'stonith-enabled': true },
  resources: [
    primitive('fence1', 'stonith:fence_ipmilan', { ip: '192.0.2.11', pcmk_host_list: 'node1' }),
    primitive('others', 'stonith:fence_xvm', { pcmk_host_list: 'node2 node3' }),
  ],
  constraints: [location('fence1', 'node1', '-INFINITY')],
})`,
  fix: 'pcs constraint location fence1 avoids node1',
}
