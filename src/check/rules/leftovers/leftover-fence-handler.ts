import { dslString, quote, shellWord } from '../../../diagnostics/quote.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

/** A location that DRBD's fence handler wrote while the peer was away. */
export const rule = defineRule<{ id: string; rsc: string }>({
  code: 'leftover-fence-handler',
  severity: 'warning',
  message: ({ id, rsc }) =>
    `location ${quote(id)} is of DRBD's fence handler: ${quote(rsc)} is promoted on no other node while it is there`,
  hint: ({ id }, language) =>
    language === 'dsl'
      ? `remove ${dslString(id)}; the handler writes it when it is needed`
      : `check that DRBD is connected and UpToDate (drbdadm status), then: pcs constraint delete ${shellWord(id)}`,
  visit: {
    rsc_location: (place, { report }) => {
      const { id = '', rsc = '' } = place.element
      if (id.startsWith('drbd-fence-by-handler-')) report(place, { id, rsc })
    },
  },
})

export const docs: RuleDocs = {
  about: "A location of DRBD's fence handler (`crm-fence-peer.9.sh`) is in the configuration.",
  why: 'When a node loses its DRBD peer, the handler forbids promotion everywhere else, and after the resynchronisation another handler removes the constraint. Where that fails, or where the configuration was saved in between, no other node can take over, and nothing shows it until the day of the failure.',
  source:
    'LINBIT/drbd-utils issue 11 (the constraint stays since it cannot be parsed); DRBD user guide, resource-level fencing',
  wrong: `cluster({
  resources: [
    promotable(primitive('data', 'ocf:linbit:drbd', { drbd_resource: 'r0' }), { meta: { notify: true, 'clone-max': 2 } }),
  ],
  constraints: [
    locationRule(
      'data-clone',
      rule({ id: 'fence-rule', score: '-INFINITY', role: 'Promoted' }, expression('#uname', 'ne', 'node1')),
      { id: 'drbd-fence-by-handler-r0-data-clone' },
    ),
  ],
})`,
  right: `cluster({
  resources: [
    promotable(primitive('data', 'ocf:linbit:drbd', { drbd_resource: 'r0' }), { meta: { notify: true, 'clone-max': 2 } }),
  ],
})`,
  fix: 'pcs constraint delete drbd-fence-by-handler-r0-data-clone',
}
