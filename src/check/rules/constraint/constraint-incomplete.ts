import type { Constraint, Place } from '../../../model/index.js'
import { attributeOf } from '../../attribute.js'
import { defineRule, type RuleContext } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

interface Parameters {
  readonly element: string
  readonly missing: string
}

/** A constraint that names too little to constrain anything. */
export const rule = defineRule<Parameters>({
  code: 'constraint-incomplete',
  severity: 'error',
  message: ({ element, missing }) => `<${element}> has no ${missing}: Pacemaker ignores the constraint`,
  hint: ({ missing }) => `add ${missing}, or remove the constraint`,
  visit: {
    rsc_order: (place, context) => requireAll(place, context, ['first', 'then']),
    rsc_colocation: (place, context) => requireAll(place, context, ['rsc', 'with-rsc']),
    rsc_ticket: (place, context) => requireAll(place, context, ['ticket', 'rsc']),
    rsc_location: (place, context) => {
      const { element } = place
      if (element.rsc === undefined && element.rscPattern === undefined) requireAll(place, context, ['rsc'])
      const { node, score, rules, resourceSets, lifetime } = element
      if (context.facts.hasSchema || rules.length > 0) return
      if (node !== undefined && score !== undefined) return
      if (resourceSets.length > 0 && lifetime !== undefined) return
      const missing =
        node === undefined ? (score === undefined ? 'node and score, and no rule' : 'node') : 'score'
      context.report(place, { element: element.element, missing })
    },
  },
})

/** Each attribute that is missing, of a constraint without resource sets. */
function requireAll(
  place: Place<Constraint>,
  { facts, report }: RuleContext<Parameters>,
  attributes: readonly string[],
): void {
  const { element } = place
  if (facts.hasSchema || element.resourceSets.length > 0) return
  for (const missing of attributes) {
    if (attributeOf(element, missing) === undefined) report(place, { element: element.element, missing })
  }
}

export const docs: RuleDocs = {
  about:
    'A constraint lacks what it is about: first or then, rsc or with-rsc, the ticket, or the node and score of a location.',
  why: 'Pacemaker leaves the constraint out and goes on. Only a CIB whose schema is switched off (`validate-with="none"`) can contain it.',
  source: 'Pacemaker Explained, constraints; the schema requires these attributes',
  pacemaker: { does: 'ignores the constraint', versions: '2.0.4 and later' },
  wrong: `<cib validate-with="none"><configuration><crm_config/><nodes><node id="1" uname="node1"/></nodes>
<resources><primitive id="web" class="systemd" type="nginx"/></resources>
<constraints><rsc_location id="web-on-node1" rsc="web" node="node1"/></constraints>
</configuration></cib>`,
  right: `cluster({
  resources: [systemd('web')],
  constraints: [location('web', 'node1', 100)],
})`,
  fix: 'pcs constraint location web prefers node1=100',
}
