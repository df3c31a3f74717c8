import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

/** Permissions in a cluster that does not look at them. */
export const rule = defineRule<object>({
  code: 'acl-disabled',
  severity: 'info',
  message: () =>
    'there are permissions, but enable-acl is not true: every user of the group haclient may change everything',
  hint: (_, language) =>
    language === 'dsl' ? "write properties: { 'enable-acl': true }" : 'pcs property set enable-acl=true',
  visit: {
    acls: (place, { facts, report }) => {
      const isUsed = place.element.items.some(({ element }) => element !== 'acl_role')
      if (isUsed && !facts.isOn('enable-acl', false)) report(place, {})
    },
  },
})

export const docs: RuleDocs = {
  about: 'The CIB gives users permissions, and enable-acl is off, as it is by default.',
  why: 'Permissions have no effect before enable-acl is true. A user who was given read access only can delete every resource.',
  source: 'Pacemaker Explained, ACL prerequisites',
  pacemaker: { does: 'lets everybody do everything', versions: 'all' },
  wrong: `cluster({
  acls: [
    aclRole('reader', [permission('read', { xpath: '/cib' })]),
    aclTarget('ann', ['reader']),
  ],
})`,
  right: `cluster({
  properties: { 'enable-acl': true },
  acls: [
    aclRole('reader', [permission('read', { xpath: '/cib' })]),
    aclTarget('ann', ['reader']),
  ],
})`,
  fix: 'pcs property set enable-acl=true',
}
