import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

/** Fencing is switched off. */
export const rule = defineRule<undefined>({
  code: 'fencing-disabled',
  severity: 'warning',
  set: 'strict',
  message: () =>
    'fencing is switched off: nodes that are not seen count as down, and what they still run may start a second time',
  hint: () => 'configure a fencing device and leave stonith-enabled out',
  check: ({ facts, report }) => {
    if (!facts.isFencingOn) report('/cib/configuration/crm_config', undefined)
  },
})

export const docs: RuleDocs = {
  about: 'Fencing is switched off.',
  why: 'When a node does not answer, the others take over what it ran without knowing that it has stopped: two nodes write to one file system.',
  source: 'Pacemaker Explained, fencing; no distribution supports such a cluster',
  pacemaker: { does: 'logs a warning and takes unseen nodes for down', versions: 'all' },
  wrong: `cluster({ properties: { 'stonith-enabled': false } })`,
  right: `cluster({
  properties: { 'stonith-enabled': true },
  resources: [primitive('fence', 'stonith:fence_xvm', { pcmk_host_list: 'node1 node2 node3' })],
})`,
  fix: 'pcs stonith create fence fence_xvm; pcs property set stonith-enabled=true',
}
