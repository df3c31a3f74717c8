import { dslString, quote, shellWord } from '../../../diagnostics/quote.js'
import { pathOfId } from '../../../model/walk.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'
import { servicesOf } from '../../services.js'
import { drbdAgents } from './drbd.js'

/** DRBD without roles. */
export const rule = defineRule<{ id: string; isCloned: boolean }>({
  code: 'drbd-not-promotable',
  severity: 'warning',
  message: ({ id, isCloned }) =>
    `${quote(id)} runs DRBD and is ${isCloned ? 'a clone without roles' : 'no clone'}: no node becomes Primary, and the device cannot be mounted`,
  hint: ({ id }, language) =>
    language === 'dsl'
      ? `write promotable(${dslString(id)}, { meta: { 'promoted-max': 1, 'clone-max': 2, notify: true } })`
      : `pcs resource promotable ${shellWord(id)} promoted-max=1 clone-max=2 notify=true`,
  check: ({ cluster, report }) => {
    for (const { id, agent, entry } of servicesOf(cluster)) {
      if (!drbdAgents.includes(agent) || entry.promotable) continue
      report(pathOfId(cluster, id), { id, isCloned: entry.parent?.resource?.element === 'clone' })
    }
  },
})

export const docs: RuleDocs = {
  about: 'A resource of ocf:linbit:drbd is not in a promotable clone.',
  why: 'A DRBD device is Secondary until it is promoted, and only a Primary can be opened. As a plain resource it runs on one node only, so nothing is replicated at all.',
  source:
    'DRBD user guide, adding a DRBD-backed service to the cluster configuration; metadata of ocf:linbit:drbd',
  wrong: `cluster({
  resources: [primitive('data', 'ocf:linbit:drbd', { drbd_resource: 'r0' })],
})`,
  right: `cluster({
  resources: [
    promotable(primitive('data', 'ocf:linbit:drbd', { drbd_resource: 'r0' }), {
      meta: { 'promoted-max': 1, 'clone-max': 2, notify: true },
    }),
  ],
})`,
  fix: 'pcs resource promotable data promoted-max=1 clone-max=2 notify=true',
}
