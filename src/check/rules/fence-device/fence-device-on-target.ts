import { dslString, quote, shellWord } from '../../../diagnostics/quote.js'
import { staticHostsOf } from '../../../graph/location/fence-hosts.js'
import { constraintsOf, INFINITY_SCORE, scoreOf } from '../../../model/index.js'
import { pathOfId } from '../../../model/walk.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'
import { fenceDevicesOf } from '../../services.js'

/** A device that may run on the only node it fences. */
export const rule = defineRule<{ id: string; node: string }>({
  code: 'fence-device-on-target',
  severity: 'info',
  set: 'strict',
  message: ({ id, node }) =>
    `${quote(id)} may run on ${quote(node)}, the only node that it fences: its monitor then tests the way from the node to itself`,
  hint: ({ id, node }, language) =>
    language === 'dsl'
      ? `add location(${dslString(id)}, ${dslString(node)}, '-INFINITY')`
      : `pcs constraint location ${shellWord(id)} avoids ${shellWord(node)}`,
  check: ({ cluster, facts, report }) => {
    const banned = new Set(
      constraintsOf(cluster).flatMap((constraint) =>
        constraint.element === 'rsc_location' && scoreOf(constraint.score) <= -INFINITY_SCORE
          ? [JSON.stringify([constraint.rsc, constraint.node])]
          : [],
      ),
    )
    for (const device of fenceDevicesOf(cluster)) {
      const [node, another] = staticHostsOf(device.parameter) ?? []
      if (node === undefined || another !== undefined || !facts.nodes.has(node)) continue
      if (!banned.has(JSON.stringify([device.id, node])))
        report(pathOfId(cluster, device.id), { id: device.id, node })
    }
  },
})

export const docs: RuleDocs = {
  about: 'A device that fences one node may run on that node.',
  why: 'Pacemaker always has another node do the fencing, so it works. But the monitor is there to show that the other nodes reach the device, and on the target itself it does not test that.',
  source: 'PAF quick start for CentOS 8 (each device avoids the node that it fences)',
  wrong: `cluster({
  properties: { 'stonith-enabled': true },
  resources: [
    primitive('fence1', 'stonith:fence_ipmilan', { ip: '192.0.2.11', pcmk_host_list: 'node1' }),
    primitive('others', 'stonith:fence_xvm', { pcmk_host_list: 'node2 node3' }),
  ],
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
