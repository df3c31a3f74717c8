import { quote } from '../../../diagnostics/quote.js'
import type { AclGroup, AclTarget, Place } from '../../../model/index.js'
import { attributeOf } from '../../../xml/path.js'
import { defineRule, type RuleContext } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

interface Parameters {
  readonly id: string
  readonly why: 'outside a role' | 'without an id'
}

function findInside(place: Place<AclTarget | AclGroup>, { facts, report }: RuleContext<Parameters>): void {
  if (facts.hasSchema) return
  for (const raw of place.element.extra?.elements ?? []) {
    if (raw.name === 'acl_permission')
      report(place, { id: attributeOf(raw, 'id') ?? '', why: 'outside a role' })
  }
}

/** A permission that only later versions may read. */
export const rule = defineRule<Parameters>({
  code: 'acl-permission-misplaced',
  severity: 'warning',
  message: ({ id, why }) =>
    `permission ${id === '' ? '' : `${quote(id)} `}${why}: Pacemaker uses it, but the schema forbids it`,
  hint: ({ why }) =>
    why === 'without an id' ? 'give it an id' : 'move it into an <acl_role> and name that in a <role>',
  visit: {
    acl_target: findInside,
    acl_group: findInside,
    acl_permission: (place, { facts, report }) => {
      if (!facts.hasSchema && place.element.id === undefined) report(place, { id: '', why: 'without an id' })
    },
  },
})

export const docs: RuleDocs = {
  about: 'An <acl_permission> is directly in an <acl_target> or <acl_group>, or has no id.',
  why: 'It works until the schema is switched on or the cluster is updated, and then the whole CIB is rejected.',
  source: 'Pacemaker Explained, access control lists',
  pacemaker: { does: 'uses it all the same', versions: '3.0.2 reports it; earlier ones do the same' },
  wrong: `<cib validate-with="none" admin_epoch="0" epoch="1" num_updates="0"><configuration>
  <crm_config/><nodes/><resources/><constraints/>
  <acls>
    <acl_target id="ann"><acl_permission id="ann-read" kind="read" xpath="/cib"/></acl_target>
  </acls>
</configuration></cib>`,
  right: `<cib validate-with="none" admin_epoch="0" epoch="1" num_updates="0"><configuration>
  <crm_config/><nodes/><resources/><constraints/>
  <acls>
    <acl_role id="reader"><acl_permission id="reader-read" kind="read" xpath="/cib"/></acl_role>
    <acl_target id="ann"><role id="reader"/></acl_target>
  </acls>
</configuration></cib>`,
  fix: 'pcs acl role create reader read xpath /cib; pcs acl role assign reader to user ann',
}
