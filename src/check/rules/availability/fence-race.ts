import { quote } from '../../../diagnostics/quote.js'
import { staticHostsOf } from '../../../graph/location/fence-hosts.js'
import { durationMs } from '../../../options/values.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'
import { fenceDevicesOf, memberNodesOf, type Service, typeOf } from '../../services.js'

/** Devices where only one of two nodes can win, or that decide who is to live. */
const fair: readonly string[] = ['fence_scsi', 'fence_mpath', 'fence_heuristics_ping']

const delays: readonly string[] = ['pcmk_delay_base', 'pcmk_delay_max', 'delay']

/** Two nodes that may fence each other at the same time. */
export const rule = defineRule<{ delay?: string }>({
  code: 'fence-race',
  severity: 'warning',
  message: ({ delay }) =>
    `${delay === undefined ? 'no fencing device has a delay' : `all fencing devices have the same delay ${quote(delay)}`}: when the two nodes lose sight of each other, both fence at once and both go down, unless a quorum device decides`,
  hint: (_, language) =>
    language === 'dsl'
      ? "add pcmk_delay_base: '5s' to the device of the node that is to survive, or the property 'priority-fencing-delay'"
      : 'pcs stonith update DEVICE pcmk_delay_base=5s for the node that is to survive, or pcs property set priority-fencing-delay=15s',
  check: ({ cluster, facts, report }) => {
    const devices = fenceDevicesOf(cluster)
    if (memberNodesOf(cluster).length !== 2 || devices.length === 0 || !facts.isOn('stonith-enabled', true))
      return
    const priorityDelay = durationMs(facts.option('priority-fencing-delay') ?? '0') ?? 0
    const isFair = ({ agent }: Service) => fair.includes(typeOf(agent))
    if (priorityDelay > 0 || devices.some(isFair)) return
    const delay = equalDelay(devices)
    if (delay === undefined && devices.some(isDelayed)) return
    report('/cib/configuration/resources', delay === undefined ? {} : { delay })
  },
})

/** The fixed delay that each of several devices for one node has; undefined where they differ, or chance decides. */
function equalDelay(devices: readonly Service[]): string | undefined {
  const values = devices.map(({ parameter }) => {
    const isFixed = parameter('pcmk_delay_max') === undefined && parameter('delay') === undefined
    const isForOne = staticHostsOf(parameter)?.size === 1
    return isFixed && isForOne ? parameter('pcmk_delay_base') : undefined
  })
  const [first] = values
  const isEqual = values.length > 1 && values.every((value) => value !== undefined && value === first)
  return isEqual && /^[1-9]\w*$/.test(first ?? '') ? first : undefined
}

/** True for a device with a delay, which may be given for each node: `node1:5s;node2:0`. */
function isDelayed({ parameter }: Service): boolean {
  return delays.some((name) => /[1-9]/.test((parameter(name) ?? '').replace(/[^;\s]+:/g, '')))
}

export const docs: RuleDocs = {
  about: 'A cluster of two nodes has fencing devices, and neither delays nor `priority-fencing-delay`.',
  why: 'When the network between them fails, each of two nodes believes that the other is dead and fences it. Both commands arrive, and both nodes are off: the cluster is down because of its protection. A delay for one of them decides who is first. (Two nodes with a quorum device do not need it; a CIB does not show whether there is one.)',
  source:
    'Red Hat Enterprise Linux 10, fencing delays; solution 3565071; Pacemaker commit 6a7ed5b (priority-fencing-delay)',
  wrong: `cluster({
  nodes: ['node1', 'node2'],
  properties: { 'stonith-enabled': true },
  resources: [
    primitive('fence1', 'stonith:fence_ipmilan', { ip: '192.0.2.11', pcmk_host_list: 'node1' }),
    primitive('fence2', 'stonith:fence_ipmilan', { ip: '192.0.2.12', pcmk_host_list: 'node2' }),
  ],
})`,
  right: `cluster({
  nodes: ['node1', 'node2'],
  properties: { 'stonith-enabled': true },
  resources: [
    primitive('fence1', 'stonith:fence_ipmilan', { ip: '192.0.2.11', pcmk_host_list: 'node1', pcmk_delay_base: '5s' }),
    primitive('fence2', 'stonith:fence_ipmilan', { ip: '192.0.2.12', pcmk_host_list: 'node2' }),
  ],
})`,
  fix: 'pcs stonith update fence1 pcmk_delay_base=5s',
}
