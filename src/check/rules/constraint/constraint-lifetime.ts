import type { Lifetime, Place } from '../../../model/index.js'
import { defineRule, type RuleContext } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

/** A constraint that counts for some time only. */
export const rule = defineRule<{ element: string }>({
  code: 'constraint-lifetime',
  severity: 'warning',
  message: ({ element }) =>
    `<lifetime> in <${element}>: Pacemaker 2 decides by its rules whether the constraint counts, 3 does not read it`,
  hint: () => 'write the condition as a rule of a location, or remove <lifetime>',
  visit: { lifetime: report },
})

function report(place: Place<Lifetime>, { report }: RuleContext<{ element: string }>): void {
  report(place, { element: place.parent?.element.element ?? 'constraints' })
}

export const docs: RuleDocs = {
  about: 'A constraint has a lifetime, which Pacemaker 3 no longer reads.',
  why: 'After the upgrade to Pacemaker 3 the constraint counts always, also where its rules are not met.',
  source: 'Pacemaker 3.0.0 release notes: lifetime elements are removed',
  pacemaker: {
    does: 'evaluates the rules up to 2.1, and drops the element from 3.0 on',
    versions: '2.0.4 to 2.1.11',
  },
  wrong: `<resources>
  <primitive id="db" class="systemd" type="postgresql"/>
  <primitive id="web" class="systemd" type="nginx"/>
</resources>
<constraints>
  <rsc_order id="db-web" first="db" then="web">
    <lifetime>
      <rule id="until-2030" score="0">
        <date_expression id="until-2030-expr" operation="lt" end="2030-01-01"/>
      </rule>
    </lifetime>
  </rsc_order>
</constraints>`,
  right: `cluster({
  resources: [systemd('db'), systemd('web')],
  constraints: [order('db', 'web')],
})`,
  fix: 'pcs constraint delete db-web; pcs constraint order db then web',
}
