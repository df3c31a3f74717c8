import { booleanOf } from '../../../model/index.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'
import { optionalKind } from './optional-kind.js'

/** Kind Serialize, which is a fixed order; a warning where it is meant for both directions. */
export const rule = defineRule<{ isBothWays: boolean }>({
  code: 'order-serialize',
  severity: 'info',
  message: ({ isBothWays }) =>
    isBothWays
      ? 'kind "Serialize" has one direction: Pacemaker ignores symmetrical="true"'
      : 'kind "Serialize" has one direction: where both resources are to start, the first starts first, and their stops are not ordered',
  hint: (_, language) => `${optionalKind(language)} to order the stops too`,
  visit: {
    rsc_order: (place, { report }) => {
      const { kind, resourceSets, symmetrical } = place.element
      if (kind !== 'Serialize' && !resourceSets.some((set) => set.kind === 'Serialize')) return
      const isBothWays = booleanOf(symmetrical) === true
      report(place, { isBothWays }, isBothWays ? 'warning' : 'info')
    },
  },
})

export const docs: RuleDocs = {
  about: 'An order has the kind Serialize, which does not serialize.',
  why: 'It reads as if the two never started at the same time, in whichever order. In fact the first always starts first where both are to start, their stops are not ordered, and symmetrical=true is ignored. Where the first is disabled, unmanaged or has no node, the second starts without it; where the first waits for another order in vain, the second waits with it, and the log has "Transition failed: terminated".',
  source: 'crm_simulate 2.1.5 and 3.0.0',
  pacemaker: { does: 'orders the starts in the written direction only', versions: '1.1.18 and later' },
  wrong: `cluster({
  resources: [systemd('backup'), systemd('index')],
  constraints: [order('backup', 'index', { kind: 'Serialize' })],
})`,
  right: `cluster({
  resources: [systemd('backup'), systemd('index')],
  constraints: [order('backup', 'index', { kind: 'Optional' })],
})`,
  fix: 'pcs constraint delete order-backup-index-serialize; pcs constraint order backup then index kind=Optional',
}
