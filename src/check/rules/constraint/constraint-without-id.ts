import type { Constraint, Place } from '../../../model/index.js'
import { defineRule, type RuleContext } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

/** A constraint without an id. */
export const rule = defineRule<{ element: string }>({
  code: 'constraint-without-id',
  severity: 'error',
  message: ({ element }) => `<${element}> has no id: Pacemaker ignores the constraint`,
  hint: () => 'give it an id that nothing else has',
  visit: {
    rsc_order: report,
    rsc_colocation: report,
    rsc_location: report,
    rsc_ticket: report,
  },
})

function report(place: Place<Constraint>, { facts, report }: RuleContext<{ element: string }>): void {
  const { element } = place
  if (facts.hasSchema || element.id !== undefined) return
  report(place, { element: element.element })
}

export const docs: RuleDocs = {
  about: 'A constraint has no id.',
  why: 'Pacemaker leaves the constraint out and goes on: resources start in any order, or on any node. Only a CIB whose schema is switched off (`validate-with="none"`) can contain it.',
  source: 'Pacemaker Explained, constraints; the schema requires the id',
  pacemaker: { does: 'ignores the constraint', versions: '2.0.4 and later' },
  wrong: `<cib validate-with="none"><configuration><crm_config/><nodes/>
<resources>
  <primitive id="db" class="systemd" type="postgresql"/>
  <primitive id="web" class="systemd" type="nginx"/>
</resources>
<constraints><rsc_order first="db" then="web"/></constraints>
</configuration></cib>`,
  right: `cluster({
  resources: [systemd('db'), systemd('web')],
  constraints: [order('db', 'web')],
})`,
  fix: 'pcs constraint order db then web',
}
