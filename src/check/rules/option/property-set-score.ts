import { quote } from '../../../diagnostics/quote.js'
import { isScore } from '../../../options/values.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

/** A set of options whose score is none. */
export const rule = defineRule<{ score: string }>({
  code: 'property-set-score',
  severity: 'warning',
  message: ({ score }) =>
    `score ${quote(score)} is not a whole number or INFINITY: Pacemaker sorts the set as 0`,
  hint: () => 'write a whole number',
  visit: {
    cluster_property_set: (place, { report }) => {
      const { score } = place.element
      if (score !== undefined && !isScore(score)) report({ place, attribute: 'score' }, { score })
    },
  },
})

export const docs: RuleDocs = {
  about: 'A set of cluster options has a score that Pacemaker cannot read.',
  why: 'Of several sets the one with the highest score counts. With an unreadable score, that may be another one.',
  source: 'Pacemaker Explained, rules, sets of options',
  pacemaker: { does: 'uses 0 and logs a warning', versions: '2.1.9 and later' },
  wrong:
    '<crm_config><cluster_property_set id="day" score="high"><nvpair id="day-batch-limit" name="batch-limit" value="5"/></cluster_property_set><cluster_property_set id="night" score="1"><nvpair id="night-batch-limit" name="batch-limit" value="50"/><nvpair id="night-stonith-enabled" name="stonith-enabled" value="false"/></cluster_property_set></crm_config>',
  right:
    '<crm_config><cluster_property_set id="day" score="2"><nvpair id="day-batch-limit" name="batch-limit" value="5"/></cluster_property_set><cluster_property_set id="night" score="1"><nvpair id="night-batch-limit" name="batch-limit" value="50"/><nvpair id="night-stonith-enabled" name="stonith-enabled" value="false"/></cluster_property_set></crm_config>',
  fix: 'cibadmin --modify --xml-text \'<cluster_property_set id="day" score="2"/>\'',
}
