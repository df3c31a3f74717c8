import { quote } from '../../../diagnostics/quote.js'
import type { Place } from '../../../model/index.js'
import { isScore } from '../../../options/values.js'
import { attributeOf } from '../../attribute.js'
import { defineRule, type RuleContext } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

interface Parameters {
  readonly score: string
}

/** A set of name-value pairs whose score is none. */
export const rule = defineRule<Parameters>({
  code: 'property-set-score',
  severity: 'warning',
  message: ({ score }) =>
    `score ${quote(score)} is not a whole number or INFINITY: Pacemaker sorts the set as 0`,
  hint: () => 'write a whole number',
  visit: {
    cluster_property_set: visitSet,
    meta_attributes: visitSet,
    instance_attributes: visitSet,
    utilization: visitSet,
  },
})

function visitSet(place: Place, { report }: RuleContext<Parameters>): void {
  const score = attributeOf(place.element, 'score')
  if (score !== undefined && !isScore(score)) report({ place, attribute: 'score' }, { score })
}

export const docs: RuleDocs = {
  about:
    'A set of cluster options, meta attributes, parameters, node attributes or utilization has a score that Pacemaker cannot read.',
  why: 'Of several sets the one with the highest score counts. With an unreadable score, that may be another one.',
  source: 'Pacemaker Explained, rules, sets of options',
  pacemaker: { does: 'uses 0 and logs a warning', versions: '2.1.9 and later' },
  wrong:
    '<crm_config><cluster_property_set id="day" score="high"><nvpair id="day-batch-limit" name="batch-limit" value="5"/></cluster_property_set><cluster_property_set id="night" score="1"><nvpair id="night-batch-limit" name="batch-limit" value="50"/><nvpair id="night-stonith-enabled" name="stonith-enabled" value="false"/></cluster_property_set></crm_config>',
  right:
    '<crm_config><cluster_property_set id="day" score="2"><nvpair id="day-batch-limit" name="batch-limit" value="5"/></cluster_property_set><cluster_property_set id="night" score="1"><nvpair id="night-batch-limit" name="batch-limit" value="50"/><nvpair id="night-stonith-enabled" name="stonith-enabled" value="false"/></cluster_property_set></crm_config>',
  fix: 'cibadmin --modify --xml-text \'<cluster_property_set id="day" score="2"/>\'',
}
