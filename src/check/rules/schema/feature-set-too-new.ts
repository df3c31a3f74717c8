import { quote } from '../../../diagnostics/quote.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

/** The feature set of Pacemaker 3.0; what follows the second number does not change what a CIB means. */
const newest = [3, 20] as const

/** A CIB that was written by a newer Pacemaker than any that is known here. */
export const rule = defineRule<{ featureSet: string }>({
  code: 'feature-set-too-new',
  severity: 'error',
  message: ({ featureSet }) =>
    `crm_feature_set ${quote(featureSet)} is newer than ${newest.join('.')} of Pacemaker 3.0: an older Pacemaker uses nothing of the CIB`,
  hint: () => 'leave crm_feature_set to the cluster, which writes its own',
  visit: {
    cib: (place, { report }) => {
      const featureSet = place.element.crmFeatureSet ?? ''
      const [, major, minor] = /^(\d+)\.(\d+)/.exec(featureSet) ?? []
      const isNewer = Number(major) > newest[0] || (Number(major) === newest[0] && Number(minor) > newest[1])
      if (isNewer) report({ place, attribute: 'crm_feature_set' }, { featureSet })
    },
  },
})

export const docs: RuleDocs = {
  about: 'The CIB has a higher crm_feature_set than any released Pacemaker up to 3.0.',
  why: 'A number that was copied from another cluster, or made up, keeps every node with an older Pacemaker from using the configuration.',
  source: 'Pacemaker Explained, the attributes of the cib element',
  pacemaker: { does: 'unpacks nothing, and rejects changes', versions: '1.1.18 and later' },
  wrong: `<cib validate-with="pacemaker-3.9" crm_feature_set="3.99.0" admin_epoch="0" epoch="1" num_updates="0"><configuration>
  <crm_config/><nodes/><resources/><constraints/>
</configuration></cib>`,
  right: `<cib validate-with="pacemaker-3.9" crm_feature_set="3.16.2" admin_epoch="0" epoch="1" num_updates="0"><configuration>
  <crm_config/><nodes/><resources/><constraints/>
</configuration></cib>`,
  fix: 'cibadmin --modify --xml-text \'<cib crm_feature_set="3.16.2"/>\'',
}
