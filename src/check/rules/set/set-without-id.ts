import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

/** A resource set without an id. */
export const rule = defineRule<{ constraint: string }>({
  code: 'set-without-id',
  severity: 'error',
  message: ({ constraint }) =>
    `a resource set of <${constraint}> has no id: Pacemaker ignores ${
      constraint === 'rsc_colocation' ? 'the set from version 3 on' : 'the constraint'
    }`,
  hint: () => 'give it an id that nothing else has',
  visit: {
    resource_set: (place, { facts, report }) => {
      const { id, idRef } = place.element
      if (facts.hasSchema || id !== undefined || idRef !== undefined) return
      report(place, { constraint: place.parent?.element.element ?? '' })
    },
  },
})

export const docs: RuleDocs = {
  about: 'A resource set has neither an id nor an id-ref.',
  why: 'Pacemaker leaves the set or the whole constraint out. Only a CIB whose schema is switched off (`validate-with="none"`) can contain it.',
  source: 'Pacemaker Explained, resource sets; the schema requires the id',
  pacemaker: {
    does: 'ignores the constraint, or in a colocation the set',
    versions: '2.0.4 and later; in colocations 3.0.0 and later',
  },
  wrong: `<cib validate-with="none"><configuration><crm_config/><nodes/>
<resources>
  <primitive id="db" class="systemd" type="postgresql"/>
  <primitive id="web" class="systemd" type="nginx"/>
</resources>
<constraints>
  <rsc_order id="db-web"><resource_set><resource_ref id="db"/><resource_ref id="web"/></resource_set></rsc_order>
</constraints>
</configuration></cib>`,
  right: `cluster({
  resources: [systemd('db'), systemd('web')],
  constraints: [orderSets([{ resources: ['db', 'web'] }])],
})`,
  fix: 'pcs constraint order set db web',
}
