import { quote, shellWord } from '../../../diagnostics/quote.js'
import { isClone } from '../../../graph/resource/members.js'
import { booleanOf } from '../../../model/index.js'
import { pathOfId } from '../../../model/walk.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'
import { servicesOfType } from '../../services.js'

const addresses: readonly string[] = ['IPaddr2', 'IPaddr', 'IPv6addr']

/** What may be active once, and what happens otherwise. */
const once: readonly (readonly [types: readonly string[], harm: string])[] = [
  [addresses, 'several nodes answer for one address'],
  [['VirtualDomain', 'Xen', 'lxc'], 'the same machine runs twice and destroys its disk'],
  [['LVM-activate'], 'each node takes the volume group from the others'],
]

/** What may be active on one node, in a clone. */
export const rule = defineRule<{ id: string; clone: string; harm: string }>({
  code: 'agent-cloned',
  severity: 'warning',
  message: ({ id, clone, harm }) => `the clone ${quote(clone)} starts ${quote(id)} on every node: ${harm}`,
  hint: ({ clone, id }, language) =>
    language === 'dsl' ? `take ${quote(id)} out of the clone` : `pcs resource unclone ${shellWord(clone)}`,
  check: ({ cluster, facts, report }) => {
    for (const [types, harm] of once) {
      for (const { id, top, agent, parameter } of servicesOfType(cluster, types)) {
        const isShared =
          booleanOf(facts.meta(top, 'globally-unique')) === true ||
          booleanOf(parameter('lvs_support')) === true ||
          /^(lo|dummy)/.test(parameter('nic') ?? '') ||
          (agent.endsWith(':LVM-activate') &&
            !/^(system_id|tagging)$/.test(parameter('vg_access_mode') ?? ''))
        const isSingle = facts.meta(top, 'clone-max') === '1'
        if (isClone(top) && !isShared && !isSingle) report(pathOfId(cluster, id), { id, clone: top.id, harm })
      }
    }
  },
})

export const docs: RuleDocs = {
  about: 'An address, a virtual machine or an exclusive volume group is in an anonymous clone.',
  why: 'A clone starts its instances everywhere, and Pacemaker does not know that they are one and the same thing. Two nodes with one address answer in turn, two copies of a virtual machine write to one disk.',
  source:
    'ocf:heartbeat:IPaddr2 (cloned with globally-unique=true or lvs_support only); ocf:heartbeat:LVM-activate, vg_access_mode system_id',
  wrong: `cluster({ resources: [clone(ocf.heartbeat.IPaddr2('vip', { ip: '192.0.2.6' }))] })`,
  right: `cluster({ resources: [ocf.heartbeat.IPaddr2('vip', { ip: '192.0.2.6' })] })`,
  fix: 'pcs resource unclone vip',
}
