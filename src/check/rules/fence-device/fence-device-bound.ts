import { quote } from '../../../diagnostics/quote.js'
import { kindOf } from '../../../graph/order/constraint-terms.js'
import { type ResourceEntry, topOf } from '../../../graph/resource/resource-index.js'
import { INFINITY_SCORE } from '../../../model/index.js'
import { pathOfId } from '../../../model/walk.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'
import { fenceDevicesOf, ordersOf } from '../../services.js'

/** A service that depends on a fencing device. */
export const rule = defineRule<{ id: string; service: string; by: string }>({
  code: 'fence-device-bound',
  severity: 'warning',
  message: ({ id, service, by }) =>
    `${quote(service)} runs only while the fencing device ${quote(id)} does (${by}): a failure of its monitor stops the service, and fencing does not need it`,
  hint: ({ id, by }) => `use ${quote(id)} by itself: remove it from the ${by}`,
  check: ({ cluster, facts, report }) => {
    const devices = fenceDevicesOf(cluster)
    if (devices.length === 0) return
    const entries = new Set(devices.map(({ entry }) => entry))
    const reported = new Set<ResourceEntry>()
    const found = (device: ResourceEntry | undefined, service: ResourceEntry | undefined, by: string) => {
      if (device === undefined || service === undefined || !entries.has(device)) return
      if (entries.has(service) || reported.has(device)) return
      reported.add(device)
      report(pathOfId(cluster, device.id), { id: device.id, service: service.id, by })
    }
    for (const entry of facts.index.entries) {
      const group = entry.parent?.resource?.element === 'group' ? entry.parent : undefined
      for (let before = entry.previous; group !== undefined && before !== undefined; before = before.previous)
        found(before, entry, `group ${quote(group.id)}`)
    }
    for (const { id = '', first, then, kind, score } of ordersOf(cluster)) {
      if (kindOf({ ...(kind && { kind }), ...(score && { score }) }) !== 'Mandatory') continue
      found(facts.index.resolve(first), facts.index.resolve(then), `order ${quote(id)}`)
    }
    for (const { dependent, primary, score, constraint } of facts.links()) {
      if (score >= INFINITY_SCORE)
        found(topOf(primary), topOf(dependent), `colocation ${quote(constraint.id ?? '')}`)
    }
  },
})

export const docs: RuleDocs = {
  about: 'A service is placed with a fencing device, starts after it, or comes after it in a group.',
  why: 'The fencer of each node uses a device whether its resource runs or not; the resource only monitors it. Bound to it, a service goes down whenever the management network or the login of the device fails, which would else be a warning.',
  source: 'Pacemaker Explained, fencing (special treatment of fence resources)',
  wrong: `cluster({
  properties: { 'stonith-enabled': true },
  resources: [
    group('front', [
      primitive('fence', 'stonith:fence_xvm', { pcmk_host_list: 'node1 node2 node3' }),
      ocf.heartbeat.IPaddr2('vip', { ip: '192.0.2.6' }),
    ]),
  ],
})`,
  right: `cluster({
  properties: { 'stonith-enabled': true },
  resources: [
    primitive('fence', 'stonith:fence_xvm', { pcmk_host_list: 'node1 node2 node3' }),
    ocf.heartbeat.IPaddr2('vip', { ip: '192.0.2.6' }),
  ],
})`,
  fix: 'pcs resource group remove front fence',
}
