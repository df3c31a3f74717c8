import type { Place } from '../../../model/index.js'
import { defineRule, type RuleContext } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

/** A resource without an id. */
export const rule = defineRule<{ element: string }>({
  code: 'resource-without-id',
  severity: 'error',
  message: ({ element }) => `the ${element} has no id: Pacemaker ignores it`,
  hint: () => 'write an id that no other element has',
  visit: {
    primitive: visit,
    template: visit,
    group: visit,
    clone: visit,
    master: visit,
    bundle: visit,
  },
})

function visit(place: Place, { facts, report }: RuleContext<{ element: string }>): void {
  const { element } = place
  if (facts.hasSchema) return
  if ((element as { readonly id?: string }).id === undefined) report(place, { element: element.element })
}

export const docs: RuleDocs = {
  about: 'A resource has no id.',
  why: 'Pacemaker leaves it out, and with it all that is inside.',
  source: 'Pacemaker Explained, resources',
  pacemaker: { does: 'logs an error and ignores the resource', versions: '2.1.5 and later' },
  wrong:
    '<cib validate-with="none" epoch="1" num_updates="0" admin_epoch="0" have-quorum="1"><configuration><crm_config><cluster_property_set id="cib-bootstrap-options"><nvpair id="cib-bootstrap-options-stonith-enabled" name="stonith-enabled" value="false"/></cluster_property_set></crm_config><nodes/><resources><primitive class="systemd" type="web"/></resources><constraints/></configuration></cib>',
  right:
    '<cib validate-with="none" epoch="1" num_updates="0" admin_epoch="0" have-quorum="1"><configuration><crm_config><cluster_property_set id="cib-bootstrap-options"><nvpair id="cib-bootstrap-options-stonith-enabled" name="stonith-enabled" value="false"/></cluster_property_set></crm_config><nodes/><resources><primitive id="web" class="systemd" type="web"/></resources><constraints/></configuration></cib>',
  fix: 'pcs resource create web systemd:web',
}
