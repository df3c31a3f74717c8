import { nearest } from '../../../diagnostics/nearest.js'
import { quote } from '../../../diagnostics/quote.js'
import type { ElementName, Place } from '../../../model/index.js'
import { attributeOf } from '../../attribute.js'
import { defineRule, type RuleContext } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'
import { type Domain, domains } from './values.js'

interface Parameters {
  readonly value: string
  readonly domain: Domain
}

const names = Object.keys(domains) as ElementName[]

/** An attribute of a constraint or resource set whose value Pacemaker does not know. */
export const rule = defineRule<Parameters>({
  code: 'constraint-value',
  severity: 'error',
  message: ({ value, domain: { attribute, does } }) => `${attribute} ${quote(value)} is unknown: ${does}`,
  hint: ({ value, domain: { expected } }) => {
    if (typeof expected === 'string') return `write ${expected}`
    const near = nearest(
      value.toLowerCase(),
      expected.map((word) => word.toLowerCase()),
    )
    const word = expected.find((known) => known.toLowerCase() === near)
    return word === undefined ? `write one of ${expected.join(', ')}` : `did you mean ${quote(word)}?`
  },
  visit: Object.fromEntries(names.map((name) => [name, report])),
})

function report(place: Place, { facts, report }: RuleContext<Parameters>): void {
  for (const domain of domains[place.element.element] ?? []) {
    if (facts.hasSchema && domain.beyondSchema !== true) continue
    const value = attributeOf(place.element, domain.attribute)
    if (value === undefined || domain.accepts(value)) continue
    report({ place, attribute: domain.attribute }, { value, domain }, domain.severity)
  }
}

export const docs: RuleDocs = {
  about:
    'An attribute of a constraint or resource set has a value that Pacemaker does not know: a kind, action, role, score, boolean, loss-policy or resource-discovery.',
  why: 'Pacemaker does not stop at it: it takes a default, leaves the attribute out, or ignores the constraint, so that the cluster does something else than what is written.',
  source:
    'Pacemaker Explained, constraints; the schema rejects all but influence, so that the rest needs validate-with="none" or a module without types',
  pacemaker: {
    does: 'takes a default or leaves the attribute out; 3.0 ignores more of such constraints than 2.1 does',
    versions: '1.1.18 and later; influence since 2.1.0',
  },
  wrong: `<resources>
  <primitive id="db" class="systemd" type="postgresql"/>
  <primitive id="web" class="systemd" type="nginx"/>
</resources>
<constraints><rsc_colocation id="web-with-db" rsc="web" with-rsc="db" score="INFINITY" influence="no more"/></constraints>`,
  right: `<resources>
  <primitive id="db" class="systemd" type="postgresql"/>
  <primitive id="web" class="systemd" type="nginx"/>
</resources>
<constraints><rsc_colocation id="web-with-db" rsc="web" with-rsc="db" score="INFINITY" influence="false"/></constraints>`,
  fix: 'pcs constraint colocation add web with db INFINITY influence=false',
}
