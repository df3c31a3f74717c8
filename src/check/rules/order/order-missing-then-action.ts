import { quote } from '../../../diagnostics/quote.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'
import { missingActions } from './role-actions.js'

/** An order after a promotion whose then-action is absent, and so a promotion too. */
export const rule = defineRule<{ then: string; action: string }>({
  code: 'order-missing-then-action',
  severity: 'warning',
  message: ({ then, action }) =>
    `then-action defaults to ${quote(action)}, which ${quote(then)} never performs: the order has no effect`,
  hint: ({ action }, language) => {
    const next = action === 'promote' ? 'start' : 'stop'
    return language === 'dsl' ? `add { thenAction: '${next}' }` : `add then-action="${next}"`
  },
  visit: {
    rsc_order: (place, { facts: { index }, report }) => {
      for (const { entry, action, isByDefault } of missingActions(place.element, index)) {
        if (isByDefault) report(place, { then: entry.id, action })
      }
    },
  },
})

export const docs: RuleDocs = {
  about: 'An order after a promotion or demotion has no then-action, which therefore equals first-action.',
  why: 'The other resource never performs that action, so the order has no effect: it starts before the promotion.',
  source: 'Pacemaker Explained, ordering; seen in guides to DRBD',
  pacemaker: { does: 'takes the action of the first resource for both', versions: '1.1.18 and later' },
  wrong: `cluster({
  resources: [
    promotable(ocf.linbit.drbd('data', { drbd_resource: 'r0' })),
    ocf.heartbeat.Filesystem('fs', { device: '/dev/drbd0', directory: '/data', fstype: 'xfs' }),
  ],
  constraints: [order('data-clone', 'fs', { firstAction: 'promote', thenAction: null })],
})`,
  right: `cluster({
  resources: [
    promotable(ocf.linbit.drbd('data', { drbd_resource: 'r0' })),
    ocf.heartbeat.Filesystem('fs', { device: '/dev/drbd0', directory: '/data', fstype: 'xfs' }),
  ],
  constraints: [order('data-clone', 'fs', { firstAction: 'promote', thenAction: 'start' })],
})`,
  fix: 'pcs constraint delete order-data-clone-fs-mandatory; pcs constraint order promote data-clone then start fs',
}
