import { nearest } from '../../../diagnostics/nearest.js'
import { quote } from '../../../diagnostics/quote.js'
import type { ElementName, Place } from '../../../model/index.js'
import { attributeOf } from '../../attribute.js'
import { defineRule, type RuleContext } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'
import { type ConditionDomain, conditionDomains } from './values.js'

interface Parameters {
  readonly value: string
  readonly domain: ConditionDomain
}

const names = Object.keys(conditionDomains) as ElementName[]

/** An attribute of a rule or expression whose value Pacemaker does not know. */
export const rule = defineRule<Parameters>({
  code: 'condition-value',
  severity: 'error',
  message: ({ value, domain: { attribute, does } }) => `${attribute} ${quote(value)} is unknown: ${does}`,
  hint: ({ value, domain: { expected } }) => {
    if (typeof expected === 'string') return `write ${expected}`
    const near = nearest(value, expected)
    return near === undefined ? `write one of ${expected.join(', ')}` : `did you mean ${quote(near)}?`
  },
  visit: Object.fromEntries(names.map((name) => [name, report])),
})

function report(place: Place, { facts, report }: RuleContext<Parameters>): void {
  for (const domain of conditionDomains[place.element.element] ?? []) {
    if (facts.hasSchema && domain.beyondSchema !== true) continue
    const value = attributeOf(place.element, domain.attribute)
    if (value === undefined || domain.accepts(value) || domain.where?.(place) === false) continue
    report({ place, attribute: domain.attribute }, { value, domain })
  }
}

export const docs: RuleDocs = {
  about:
    'An attribute of a rule or expression has a value that Pacemaker does not know: a boolean-op, role, score, operation, type, value-source or interval.',
  why: 'The condition is never met, or the rule is left out, and what depends on it has no effect on any node at any time.',
  source: 'Pacemaker Explained, rules; the schema rejects all but the role of a rule and the interval',
  pacemaker: {
    does: 'takes the condition as not met, or the rule out; which of the two, and where it takes a default, differs between 2.1 and 3.0',
    versions: '1.1.18 and later, with more errors since 2.1.8',
  },
  wrong: `<resources>
  <clone id="data-clone">
    <meta_attributes id="data-clone-meta"><nvpair id="data-clone-promotable" name="promotable" value="true"/></meta_attributes>
    <primitive id="data" class="ocf" provider="linbit" type="drbd"/>
  </clone>
</resources>
<constraints>
  <rsc_location id="l1" rsc="data-clone">
    <rule id="l1-rule" role="Promted" score="100">
      <expression id="l1-expr" attribute="#uname" operation="eq" value="node1"/>
    </rule>
  </rsc_location>
</constraints>`,
  right: `<resources>
  <clone id="data-clone">
    <meta_attributes id="data-clone-meta"><nvpair id="data-clone-promotable" name="promotable" value="true"/></meta_attributes>
    <primitive id="data" class="ocf" provider="linbit" type="drbd"/>
  </clone>
</resources>
<constraints>
  <rsc_location id="l1" rsc="data-clone">
    <rule id="l1-rule" role="Promoted" score="100">
      <expression id="l1-expr" attribute="#uname" operation="eq" value="node1"/>
    </rule>
  </rsc_location>
</constraints>`,
  fix: "pcs constraint delete l1; pcs constraint location data-clone rule role=Promoted score=100 '#uname' eq node1",
}
