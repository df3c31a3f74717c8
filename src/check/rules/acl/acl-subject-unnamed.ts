import { quote } from '../../../diagnostics/quote.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

/** A user or group that nobody can be, or a role that it names without an id. */
export const rule = defineRule<{ what: string; of: string }>({
  code: 'acl-subject-unnamed',
  severity: 'error',
  message: ({ what, of }) =>
    `<${what}>${of === '' ? '' : ` of ${quote(of)}`} has no id: Pacemaker ignores it`,
  hint: ({ what }) =>
    what === 'role' ? 'name the id of an <acl_role>' : 'give it the name of the user or group as id',
  visit: {
    acl_target: (place, { facts, report }) => {
      const { element, id, name } = place.element
      if (!facts.hasSchema && (id ?? name) === undefined) report(place, { what: element, of: '' })
    },
    acl_group: (place, { facts, report }) => {
      const { element, id, name } = place.element
      if (!facts.hasSchema && (id ?? name) === undefined) report(place, { what: element, of: '' })
    },
    role: (place, { facts, report }) => {
      const subject = place.parent?.element
      const of = subject !== undefined && 'id' in subject ? (subject.id ?? '') : ''
      if (!facts.hasSchema && place.element.id === undefined) report(place, { what: 'role', of })
    },
  },
})

export const docs: RuleDocs = {
  about: 'An <acl_target> or <acl_group> has neither id nor name, or a <role> in it has no id.',
  why: 'The user has none of the permissions that the administrator gave, and is rejected at the first command.',
  source: 'Pacemaker Explained, access control lists',
  pacemaker: { does: 'ignores the element', versions: '3.0.2 reports it; earlier ones do the same' },
  wrong: `<cib validate-with="none" admin_epoch="0" epoch="1" num_updates="0"><configuration>
  <crm_config/><nodes/><resources/><constraints/>
  <acls>
    <acl_role id="operator"/>
    <acl_target id="ann"><role/></acl_target>
  </acls>
</configuration></cib>`,
  right: `<cib validate-with="none" admin_epoch="0" epoch="1" num_updates="0"><configuration>
  <crm_config/><nodes/><resources/><constraints/>
  <acls>
    <acl_role id="operator"/>
    <acl_target id="ann"><role id="operator"/></acl_target>
  </acls>
</configuration></cib>`,
  fix: 'pcs acl role assign operator to user ann',
}
