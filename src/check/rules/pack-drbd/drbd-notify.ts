import { quote, shellWord } from '../../../diagnostics/quote.js'
import { booleanOf } from '../../../model/index.js'
import { pathOfId } from '../../../model/walk.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'
import { servicesOf } from '../../services.js'

/** DRBD without notifications. */
export const rule = defineRule<{ top: string }>({
  code: 'drbd-notify',
  severity: 'warning',
  message: ({ top }) =>
    `clone ${quote(top)} of DRBD has no notify=true: the agent ends each action with "not configured"`,
  hint: ({ top }, language) =>
    language === 'dsl' ? 'add meta: { notify: true }' : `pcs resource meta ${shellWord(top)} notify=true`,
  check: ({ cluster, facts, report }) => {
    for (const { agent, entry, top, parameter } of servicesOf(cluster)) {
      if (agent !== 'ocf:linbit:drbd' || !entry.promotable) continue
      if (booleanOf(facts.meta(top, 'notify')) === true) continue
      if (booleanOf(parameter('ignore_missing_notifications')) === true) continue
      report(pathOfId(cluster, top.id), { top: top.id })
    }
  },
})

export const docs: RuleDocs = {
  about: 'A promotable clone of DRBD has no `notify=true`.',
  why: 'The agent learns from notifications that its peer has gone, and adjusts its promotion score. Without them it refers to the missing meta attribute and fails with "not configured", and the resource is shown as unmanaged or blocked. The option ignore_missing_notifications switches the check off.',
  source: 'ocf:linbit:drbd of drbd-utils 9.22 (OCF_ERR_CONFIGURED); DRBD user guide',
  wrong: `cluster({
  resources: [
    promotable(primitive('data', 'ocf:linbit:drbd', { drbd_resource: 'r0' }), { meta: { 'clone-max': 2 } }),
  ],
})`,
  right: `cluster({
  resources: [
    promotable(primitive('data', 'ocf:linbit:drbd', { drbd_resource: 'r0' }), { meta: { 'clone-max': 2, notify: true } }),
  ],
})`,
  fix: 'pcs resource meta data-clone notify=true',
}
