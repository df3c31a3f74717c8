import { defineRule, parentOf } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

/** A rule of a location that gives the nodes no score. */
export const rule = defineRule<Record<string, never>>({
  code: 'condition-without-score',
  severity: 'error',
  message: () =>
    '<rule> of a location has neither score nor score-attribute: Pacemaker 2 reads 0, which has no effect, and 3 ignores the rule',
  hint: () => 'add score="INFINITY", or what the nodes are worth',
  visit: {
    rule: (place, { report }) => {
      const { score, scoreAttribute, idRef } = place.element
      if (score !== undefined || scoreAttribute !== undefined || idRef !== undefined) return
      if (parentOf(place, 'rsc_location') !== undefined) report(place, {})
    },
  },
})

export const docs: RuleDocs = {
  about: 'A rule of a location has neither a score nor a score-attribute.',
  why: 'The nodes for which the rule is met are worth nothing more or less than others: the location has no effect.',
  source: 'Pacemaker Explained, location rules; the schema allows it',
  pacemaker: {
    does: 'reads 0 (2.1) or ignores the rule (3.0), and logs an error',
    versions: '1.1.18 and later',
  },
  wrong: `<resources><primitive id="web" class="systemd" type="nginx"/></resources>
<constraints>
  <rsc_location id="l1" rsc="web">
    <rule id="l1-rule"><expression id="l1-expr" attribute="rack" operation="eq" value="a"/></rule>
  </rsc_location>
</constraints>`,
  right: `cluster({
  resources: [systemd('web')],
  constraints: [locationRule('web', rule({ score: 100 }, expression('rack', 'eq', 'a')))],
})`,
  fix: 'pcs constraint delete l1; pcs constraint location web rule score=100 rack eq a',
}
