import { quote } from '../../../diagnostics/quote.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

/** A colocation set whose members are listed the other way round. */
export const rule = defineRule<{ ordering: string }>({
  code: 'set-ordering',
  severity: 'info',
  message: ({ ordering }) =>
    `ordering ${quote(ordering)} is deprecated: Pacemaker honours it, and announces to stop that`,
  hint: () => 'list the members in reverse, and remove the attribute',
  visit: {
    resource_set: (place, { report }) => {
      const { ordering } = place.element
      if (ordering === undefined || ordering.toLowerCase() === 'group') return
      report({ place, attribute: 'ordering' }, { ordering })
    },
  },
})

export const docs: RuleDocs = {
  about: 'A resource set has the attribute ordering, which is deprecated.',
  why: 'It reverses who depends on whom in a colocation, which few readers expect, and it is to go.',
  source: 'Pacemaker 2.1.7 release notes',
  pacemaker: { does: 'reverses the members, and logs a deprecation', versions: '2.1.7 and later' },
  wrong: `<resources>
  <primitive id="db" class="systemd" type="postgresql"/>
  <primitive id="web" class="systemd" type="nginx"/>
</resources>
<constraints>
  <rsc_colocation id="c1" score="INFINITY">
    <resource_set id="c1-set" ordering="listed"><resource_ref id="web"/><resource_ref id="db"/></resource_set>
  </rsc_colocation>
</constraints>`,
  right: `cluster({
  resources: [systemd('db'), systemd('web')],
  constraints: [colocationSets([{ resources: ['db', 'web'] }])],
})`,
  fix: 'pcs constraint delete c1; pcs constraint colocation set db web setoptions score=INFINITY',
}
