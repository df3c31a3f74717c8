import { dslString, quote, shellWord } from '../../../diagnostics/quote.js'
import { booleanOf, type Op } from '../../../model/index.js'
import { pathOfId } from '../../../model/walk.js'
import { durationMs } from '../../../options/values.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'
import { servicesOf } from '../../services.js'

type Role = 'Promoted' | 'Unpromoted'

/** A promotable resource that is monitored in one of its roles only. */
export const rule = defineRule<{ id: string; role: Role }>({
  code: 'monitor-missing-role',
  severity: 'warning',
  message: ({ id, role }) =>
    `no monitor of ${quote(id)} is for the role ${role}: Pacemaker does not notice when ${
      role === 'Promoted' ? 'the promoted instance' : 'another instance'
    } fails`,
  hint: ({ id, role }, language) =>
    language === 'dsl'
      ? `add { interval: '11s', role: '${role}' } to the monitors of ${dslString(id)}, each with an interval of its own`
      : `pcs resource op add ${shellWord(id)} monitor interval=11s role=${role}`,
  check: ({ cluster, report }) => {
    for (const { id, entry, ops } of servicesOf(cluster)) {
      if (!entry.promotable) continue
      const monitors = ops.filter(isRecurringMonitor)
      if (monitors.length === 0) continue
      const has = (roles: RegExp) => monitors.some(({ role = '' }) => roles.test(role))
      if (!has(/^(master|promoted)$/i)) report(pathOfId(cluster, id), { id, role: 'Promoted' })
      if (!has(/^(slave|unpromoted|)$/i)) report(pathOfId(cluster, id), { id, role: 'Unpromoted' })
    }
  },
})

function isRecurringMonitor({ name, interval = '0', enabled }: Op): boolean {
  return name === 'monitor' && durationMs(interval) !== 0 && booleanOf(enabled) !== false
}

export const docs: RuleDocs = {
  about: 'A promotable resource has monitors for one role only.',
  why: 'A monitor without a role is for instances that are not promoted, and one with a role for that role alone. With the usual single monitor nobody looks at the promoted instance, which is the one that matters.',
  source: 'Pacemaker Explained, promotable clones, monitoring; DRBD user guide, adding a DRBD-backed service',
  pacemaker: { does: 'runs an operation without a role in the role Unpromoted only', versions: 'all' },
  wrong: `cluster({
  resources: [
    promotable(ocf.pacemaker.Stateful('db', {}, { operations: { monitor: { interval: '10s' } } })),
  ],
})`,
  right: `cluster({
  resources: [
    promotable(
      ocf.pacemaker.Stateful('db', {}, {
        operations: {
          monitor: [
            { interval: '10s', role: 'Promoted' },
            { interval: '11s', role: 'Unpromoted' },
          ],
        },
      }),
    ),
  ],
})`,
  fix: 'pcs resource op add db monitor interval=11s role=Promoted',
}
