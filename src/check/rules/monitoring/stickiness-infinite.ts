import { quote } from '../../../diagnostics/quote.js'
import { booleanOf, INFINITY_SCORE, scoreOf } from '../../../model/index.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

/** A preference that stickiness overrules for ever. */
export const rule = defineRule<{ id: string; rsc: string; node: string; score: string }>({
  code: 'stickiness-infinite',
  severity: 'info',
  message: ({ id, rsc, node, score }) =>
    `location ${quote(id)} has an effect on the first start only: ${quote(rsc)} prefers ${quote(node)} by ${quote(score)}, and its resource-stickiness is INFINITY`,
  hint: (_, language) =>
    language === 'dsl'
      ? "write a finite 'resource-stickiness', such as 100, below the score of the location"
      : 'pcs resource defaults update resource-stickiness=100, below the score of the location',
  visit: {
    rsc_location: (place, { facts, report }) => {
      const { id = '', rsc = '', node, score = '' } = place.element
      const entry = facts.index.resolve(rsc)
      const isPreference = scoreOf(score) > 0 && scoreOf(score) < INFINITY_SCORE
      if (entry === undefined || node === undefined || !isPreference) return
      const isClone = entry.resource?.element !== 'primitive' && entry.resource?.element !== 'group'
      if (isClone || booleanOf(facts.meta(entry, 'is-managed')) === false) return
      const isInfinite = scoreOf(facts.meta(entry, 'resource-stickiness')) >= INFINITY_SCORE
      if (isInfinite) report(place, { id, rsc, node, score })
    },
  },
})

export const docs: RuleDocs = {
  about: 'A resource prefers a node, and its `resource-stickiness` is INFINITY.',
  why: 'Stickiness is added to the score of the node where the resource is: against INFINITY no preference counts, so after a failover the resource never returns by itself. Where that is meant the preference is of no use; where it is not, the resources gather on one node in the course of time.',
  source:
    'Pacemaker Explained, resource meta attributes (resource-stickiness); rsc_defaults of TripleO set INFINITY',
  wrong: `cluster({
  rscDefaults: { 'resource-stickiness': 'INFINITY' },
  resources: [ocf.heartbeat.IPaddr2('vip', { ip: '192.0.2.6' })],
  constraints: [location('vip', 'node1', 50)],
})`,
  right: `cluster({
  rscDefaults: { 'resource-stickiness': 100 },
  resources: [ocf.heartbeat.IPaddr2('vip', { ip: '192.0.2.6' })],
  constraints: [location('vip', 'node1', 200)],
})`,
  fix: 'pcs resource defaults update resource-stickiness=100',
}
