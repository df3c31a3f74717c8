import { booleanOf } from '../../../model/index.js'
import { attributeOf } from '../../attribute.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

/** A colocation that is meant for both directions. */
export const rule = defineRule<Record<string, never>>({
  code: 'colocation-symmetrical',
  severity: 'warning',
  message: () =>
    'symmetrical="true" has no effect on a colocation: Pacemaker places rsc by with-rsc, and never the reverse',
  hint: () => 'remove the attribute',
  visit: {
    rsc_colocation: (place, { facts, report }) => {
      if (facts.hasSchema || booleanOf(attributeOf(place.element, 'symmetrical')) !== true) return
      report({ place, attribute: 'symmetrical' }, {})
    },
  },
})

export const docs: RuleDocs = {
  about: 'A colocation has symmetrical=true, which only orders have.',
  why: 'It looks as if each of the two depended on the other. Only rsc does: where with-rsc cannot run it is stopped, and where rsc cannot run with-rsc goes on. No schema allows the attribute, so it needs `validate-with="none"`.',
  source: 'Pacemaker Explained, colocations',
  pacemaker: { does: 'logs a warning and does not read the attribute', versions: '1.1.18 and later' },
  wrong: `<cib validate-with="none"><configuration><crm_config/><nodes/>
<resources>
  <primitive id="db" class="systemd" type="postgresql"/>
  <primitive id="web" class="systemd" type="nginx"/>
</resources>
<constraints><rsc_colocation id="c1" rsc="web" with-rsc="db" score="INFINITY" symmetrical="true"/></constraints>
</configuration></cib>`,
  right: `cluster({
  resources: [systemd('db'), systemd('web')],
  constraints: [colocation('web', 'db')],
})`,
  fix: 'pcs constraint delete c1; pcs constraint colocation add web with db INFINITY',
}
