import { nearest } from '../../../diagnostics/nearest.js'
import { quote } from '../../../diagnostics/quote.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

const kinds = ['read', 'write', 'deny']

interface Parameters {
  readonly id: string
  readonly why: string
  readonly near: string | undefined
}

/** A permission without a kind that Pacemaker knows, or for nothing. */
export const rule = defineRule<Parameters>({
  code: 'acl-permission-ignored',
  severity: 'error',
  message: ({ id, why }) => `permission ${quote(id)} ${why}: Pacemaker ignores it`,
  hint: ({ near }) => (near === undefined ? undefined : `did you mean ${quote(near)}?`),
  visit: {
    acl_permission: (place, { facts, report }) => {
      if (facts.hasSchema) return
      const { id = '', kind, xpath, reference, objectType } = place.element
      if (kind === undefined) {
        report(place, { id, why: `has no kind (${kinds.join(', ')})`, near: undefined })
      } else if (!kinds.includes(kind)) {
        report(
          { place, attribute: 'kind' },
          { id, why: `has the unknown kind ${quote(kind)}`, near: nearest(kind, kinds) },
        )
      }
      if ((xpath ?? reference ?? objectType) === undefined) {
        report(place, { id, why: 'has neither xpath nor reference nor object-type', near: undefined })
      }
    },
  },
})

export const docs: RuleDocs = {
  about: 'A permission has no kind of read, write or deny, or does not name what it is for.',
  why: 'An ignored deny leaves open what it was to protect, and nothing shows it until somebody looks.',
  source: 'Pacemaker Explained, access control lists',
  pacemaker: { does: 'ignores the permission', versions: '2.0.3 and later' },
  wrong: `<cib validate-with="none" admin_epoch="0" epoch="1" num_updates="0"><configuration>
  <crm_config/><nodes/><resources/><constraints/>
  <acls>
    <acl_role id="operator">
      <acl_permission id="operator-secrets" kind="denied" xpath="//instance_attributes"/>
    </acl_role>
  </acls>
</configuration></cib>`,
  right: `<cib validate-with="none" admin_epoch="0" epoch="1" num_updates="0"><configuration>
  <crm_config/><nodes/><resources/><constraints/>
  <acls>
    <acl_role id="operator">
      <acl_permission id="operator-secrets" kind="deny" xpath="//instance_attributes"/>
    </acl_role>
  </acls>
</configuration></cib>`,
  fix: 'pcs acl permission add operator deny xpath //instance_attributes',
}
