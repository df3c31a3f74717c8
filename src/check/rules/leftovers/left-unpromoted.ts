import { quote, shellWord } from '../../../diagnostics/quote.js'
import { pathOfId } from '../../../model/walk.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

/** A promotable clone that is kept from promoting. */
export const rule = defineRule<{ id: string; role: string }>({
  code: 'left-unpromoted',
  severity: 'info',
  message: ({ id, role }) => `${quote(id)} has target-role ${quote(role)}: no instance is promoted`,
  hint: ({ id }, language) =>
    language === 'dsl'
      ? 'remove target-role when an instance is to be promoted'
      : `when an instance is to be promoted: pcs resource meta ${shellWord(id)} target-role=`,
  check: ({ cluster, facts, report }) => {
    for (const entry of facts.index.entries) {
      const { id, promotable } = entry
      const role = facts.ownMeta(entry, 'target-role')
      if (promotable && role !== undefined && /^(slave|unpromoted)$/i.test(role)) {
        report(pathOfId(cluster, id), { id, role })
      }
    }
  },
})

export const docs: RuleDocs = {
  about: 'A promotable clone has `target-role=Unpromoted` (Slave).',
  why: '`crm resource demote` leaves it behind. The database runs everywhere and is writable nowhere, and its address, placed with the promoted instance, does not start.',
  source: 'crm(8), resource demote; Pacemaker Explained, resource meta attributes',
  wrong: `cluster({
  resources: [
    promotable(ocf.pacemaker.Stateful('db'), { meta: { 'target-role': 'Unpromoted' } }),
  ],
})`,
  right: `cluster({
  resources: [promotable(ocf.pacemaker.Stateful('db'))],
})`,
  fix: 'pcs resource meta db-clone target-role=',
}
