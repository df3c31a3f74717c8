import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

/** Parameters as defaults of all resources. */
export const rule = defineRule<undefined>({
  code: 'defaults-instance-attributes',
  severity: 'warning',
  message: () => 'instance_attributes in rsc_defaults are deprecated: Pacemaker 3 does not read them',
  hint: () => 'use a template, or write them on each resource',
  visit: {
    rsc_defaults: (place, { report }) => {
      const elements = place.element.extra?.elements ?? []
      if (elements.some(({ name }) => name === 'instance_attributes')) report(place, undefined)
    },
  },
})

export const docs: RuleDocs = {
  about: 'rsc_defaults has instance_attributes.',
  why: 'After an upgrade to Pacemaker 3, the agents no longer get these parameters.',
  source: 'Pacemaker, release notes of 2.1.8 and 3.0.0',
  pacemaker: { does: 'uses them with a warning, in 3.x no more', versions: '2.1.8 and later' },
  wrong:
    '<rsc_defaults><instance_attributes id="shared"><nvpair id="shared-user" name="user" value="web"/></instance_attributes></rsc_defaults>',
  right:
    '<rsc_defaults><meta_attributes id="shared"><nvpair id="shared-priority" name="priority" value="1"/></meta_attributes></rsc_defaults>',
  fix: 'cibadmin --delete --xml-text \'<instance_attributes id="shared"/>\'',
}
