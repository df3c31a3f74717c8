import {
  agentOf,
  booleanOf,
  type Cluster,
  type ClusterPropertySet,
  type Nvpair,
  nodesOf,
  nvpairValue,
  placesOf,
  resourcesOf,
} from '../../../model/index.js'
import { propertySetsOf } from '../../facts.js'
import { defineRule, type RuleContext } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

type Reason = 'by default' | 'by value' | 'by name' | 'by rule'

/** Fencing is on, and there is no device. */
export const rule = defineRule<{ reason: Reason }>({
  code: 'fencing-no-device',
  severity: 'error',
  message: ({ reason }) =>
    `${texts[reason]}, and there is no fencing device: Pacemaker starts no resource on any node`,
  hint: ({ reason }, language) => {
    if (reason === 'by name') return 'set stonith-enabled=false as well, which earlier releases read'
    return language === 'dsl'
      ? "add a device, such as primitive('fence', 'stonith:fence_ipmilan', { ... }), or set 'stonith-enabled': false in properties"
      : 'pcs stonith create ..., or pcs property set stonith-enabled=false for a cluster that needs no fencing'
  },
  check: (context) => {
    const { cluster, report } = context
    if (hasNothing(cluster) || hasDevice(context)) return
    const reason = reasonOf(context)
    const severity = reason === 'by rule' ? 'warning' : 'error'
    if (reason !== undefined) report('/cib/configuration/crm_config', { reason }, severity)
  },
})

const texts: Readonly<Record<Reason, string>> = {
  'by default': 'fencing is on, since stonith-enabled is not set to false',
  'by value': 'fencing is on',
  'by name': 'fencing is off only by the name of Pacemaker 3.0.2, so that it is on for earlier releases',
  'by rule': 'fencing is off only while a rule is true',
}

/** Why fencing is on; undefined where it is off. */
function reasonOf({ cluster, facts }: RuleContext<{ reason: Reason }>): Reason | undefined {
  const sets = propertySetsOf(cluster)
  const old = booleanOf(nvpairValue(sets, 'stonith-enabled'))
  const name = booleanOf(nvpairValue(sets, 'fencing-enabled'))
  if (old === undefined && name === undefined && sets.some(isOffByRule)) return 'by rule'
  if (facts.isSince('3.0.2') === true) return (name ?? old) === false ? undefined : 'by value'
  if (old !== undefined) return old ? 'by value' : undefined
  return name === false ? 'by name' : 'by default'
}

function isOffByRule({ rule, nvpairs }: ClusterPropertySet): boolean {
  const isOff = ({ name, value }: Nvpair) =>
    /^(stonith|fencing)-enabled$/.test(name ?? '') && booleanOf(value) === false
  return rule !== undefined && nvpairs.some(isOff)
}

/** A cluster without nodes and resources is one that is still to be filled. */
function hasNothing(cluster: Cluster): boolean {
  return nodesOf(cluster).length === 0 && resourcesOf(cluster).length === 0
}

/** A device of its own or from a template, or a watchdog that Pacemaker found. */
function hasDevice({ cluster, facts }: RuleContext<{ reason: Reason }>): boolean {
  if (facts.isOn('have-watchdog', false)) return true
  const devices = new Set(
    placesOf(cluster, 'template').flatMap(({ element }) =>
      agentOf(element).startsWith('stonith:') ? [element.id] : [],
    ),
  )
  return placesOf(cluster, 'primitive').some(
    ({ element }) =>
      element.class === 'stonith' || (element.template !== undefined && devices.has(element.template)),
  )
}

export const docs: RuleDocs = {
  about: 'Fencing is on, which it is unless it is switched off, and there is no fencing device.',
  why: 'A cluster that cannot fence cannot know what a lost node still runs, so Pacemaker starts nothing at all. It is the commonest reason why a first cluster does nothing.',
  source: 'Clusters from Scratch, chapter on fencing; crm_verify of any fresh cluster',
  pacemaker: { does: 'logs errors and starts no resource', versions: 'all' },
  wrong: `cluster({
  properties: { 'stonith-enabled': true },
  resources: [ocf.heartbeat.IPaddr2('vip', { ip: '192.0.2.6' })],
})`,
  right: `cluster({
  properties: { 'stonith-enabled': true },
  resources: [
    primitive('fence', 'stonith:fence_xvm', { pcmk_host_list: 'node1 node2 node3' }),
    ocf.heartbeat.IPaddr2('vip', { ip: '192.0.2.6' }),
  ],
})`,
  fix: 'pcs stonith create fence fence_xvm pcmk_host_list="node1 node2 node3"',
}
