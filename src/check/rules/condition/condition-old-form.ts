import type { AttributeSet, Place } from '../../../model/index.js'
import { defineRule, type RuleContext } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

interface Parameters {
  readonly what: string
  readonly instead: string
}

/** Forms of rules that Pacemaker 3 no longer reads. */
export const rule = defineRule<Parameters>({
  code: 'condition-old-form',
  severity: 'info',
  message: ({ what }) => `${what}: Pacemaker 2.1 honours it with a deprecation, 3 does not know it`,
  hint: ({ instead }) => instead,
  visit: {
    rsc_location: (place, { report }) => {
      if (place.element.rules.length < 2) return
      report(place, { what: 'several rules in one location', instead: 'write a location for each rule' })
    },
    lifetime: (place, { report }) => {
      if (place.element.rules.length < 2) return
      report(place, {
        what: 'several rules in one <lifetime>',
        instead: 'put them into one rule with boolean-op="or"',
      })
    },
    instance_attributes: severalRules,
    meta_attributes: severalRules,
    utilization: severalRules,
    cluster_property_set: severalRules,
    date_spec: (place, { report }) => {
      if (place.element.moon === undefined) return
      report({ place, attribute: 'moon' }, { what: 'moon', instead: 'remove it' }, 'warning')
    },
  },
})

function severalRules(place: Place<AttributeSet>, { report }: RuleContext<Parameters>): void {
  const { rule: first, extra } = place.element
  if (first === undefined || !extra?.elements?.some(({ name }) => name === 'rule')) return
  report(place, {
    what: `several rules in one <${place.element.element}>`,
    instead: 'put them into one rule with boolean-op="or"',
  })
}

export const docs: RuleDocs = {
  about: 'A location or a set of attributes has more than one rule at its top, or a date_spec has moon.',
  why: 'After the upgrade to Pacemaker 3 only one of the rules counts, or the CIB is not accepted.',
  source: 'Pacemaker 2.1.8 and 3.0.0 release notes',
  pacemaker: { does: 'honours it with a deprecation', versions: '2.1.8 to 2.1.11; gone in 3.0' },
  wrong: `<resources><primitive id="web" class="systemd" type="nginx"/></resources>
<constraints>
  <rsc_location id="l1" rsc="web">
    <rule id="l1-a" score="100"><expression id="l1-a-expr" attribute="rack" operation="eq" value="a"/></rule>
    <rule id="l1-b" score="50"><expression id="l1-b-expr" attribute="rack" operation="eq" value="b"/></rule>
  </rsc_location>
</constraints>`,
  right: `cluster({
  resources: [systemd('web')],
  constraints: [
    locationRule('web', rule({ score: 100 }, expression('rack', 'eq', 'a'))),
    locationRule('web', rule({ score: 50 }, expression('rack', 'eq', 'b'))),
  ],
})`,
  fix: 'pcs constraint delete l1; pcs constraint location web rule score=100 rack eq a; pcs constraint location web rule score=50 rack eq b',
}
