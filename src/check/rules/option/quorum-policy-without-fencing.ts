import { quote } from '../../../diagnostics/quote.js'
import { defineRule, parentOf } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

/** A quorum policy that fences, in a cluster without fencing. */
export const rule = defineRule<{ value: string }>({
  code: 'quorum-policy-without-fencing',
  severity: 'error',
  message: ({ value }) =>
    `no-quorum-policy ${quote(value)} needs fencing, which is switched off: Pacemaker uses "stop"`,
  hint: () => 'configure fencing, or write stop, freeze or ignore',
  visit: {
    nvpair: (place, { facts, report }) => {
      const { name, value = '' } = place.element
      if (name !== 'no-quorum-policy' || parentOf(place, 'cluster_property_set') === undefined) return
      if (!facts.isFencingOn && /^(suicide|fence)$/i.test(value))
        report({ place, attribute: 'value' }, { value })
    },
  },
})

export const docs: RuleDocs = {
  about: 'no-quorum-policy asks for fencing, and fencing is switched off.',
  why: 'A node without quorum is meant to be reset; it stops its resources instead, if it still can.',
  source: 'man page pacemaker-schedulerd(7), no-quorum-policy',
  pacemaker: { does: 'logs an error and uses stop', versions: '2.0.4 and later' },
  wrong: `cluster({ properties: { 'no-quorum-policy': 'suicide' } })`,
  right: `cluster({ properties: { 'no-quorum-policy': 'stop' } })`,
  fix: 'pcs property set no-quorum-policy=stop',
}
