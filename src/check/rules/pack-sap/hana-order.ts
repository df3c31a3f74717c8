import { dslString, quote, shellWord } from '../../../diagnostics/quote.js'
import { booleanOf } from '../../../model/index.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'
import { servicesOfType } from '../../services.js'

/** SAP HANA stops whenever its topology agent does. */
export const rule = defineRule<{ id: string; first: string; then: string }>({
  code: 'hana-order',
  severity: 'warning',
  message: ({ id, first, then }) =>
    `order ${quote(id)} is Mandatory in both directions: a failed monitor of ${quote(first)} stops the database ${quote(then)}`,
  hint: ({ id, first, then }, language) =>
    language === 'dsl'
      ? `write order(${dslString(first)}, ${dslString(then)}, { kind: 'Optional' })`
      : `pcs constraint delete ${shellWord(id)}; pcs constraint order ${shellWord(first)} then ${shellWord(then)} kind=Optional`,
  visit: {
    rsc_order: (place, { cluster, facts, report }) => {
      const { id = '', first, then, kind = 'Mandatory', symmetrical, firstAction = 'start' } = place.element
      if (kind.toLowerCase() !== 'mandatory' || booleanOf(symmetrical) === false) return
      const isOf = (ref: string | undefined, types: readonly string[]) => {
        const entry = facts.index.resolve(ref)
        return servicesOfType(cluster, types).some(({ top }) => top === entry)
      }
      if (firstAction !== 'start' || !isOf(first, ['SAPHanaTopology'])) return
      if (isOf(then, ['SAPHana', 'SAPHanaController'])) {
        report(place, { id, first: first ?? '', then: then ?? '' })
      }
    },
  },
})

export const docs: RuleDocs = {
  about: 'SAPHana must start after SAPHanaTopology in a Mandatory, symmetrical order.',
  why: 'The order is about the first start, when the attributes are not there yet. Mandatory and symmetrical, it also stops the database each time the topology agent is restarted, though the database does not need it to run.',
  source: 'SUSE SAPHanaSR guides (order Optional); Red Hat and Azure guides for SAP HANA (symmetrical=false)',
  wrong: `cluster({
  resources: [
    clone(primitive('topology', 'ocf:suse:SAPHanaTopology', { SID: 'HN1', InstanceNumber: '03' }), { meta: { interleave: true } }),
    promotable(primitive('hana', 'ocf:suse:SAPHana', { SID: 'HN1', InstanceNumber: '03' }), {
      meta: { notify: true, interleave: true, 'clone-max': 2 },
    }),
  ],
  constraints: [order('topology-clone', 'hana-clone')],
})`,
  right: `cluster({
  resources: [
    clone(primitive('topology', 'ocf:suse:SAPHanaTopology', { SID: 'HN1', InstanceNumber: '03' }), { meta: { interleave: true } }),
    promotable(primitive('hana', 'ocf:suse:SAPHana', { SID: 'HN1', InstanceNumber: '03' }), {
      meta: { notify: true, interleave: true, 'clone-max': 2 },
    }),
  ],
  constraints: [order('topology-clone', 'hana-clone', { kind: 'Optional' })],
})`,
  fix: 'pcs constraint delete order-topology-clone-hana-clone-mandatory; pcs constraint order topology-clone then hana-clone kind=Optional',
}
