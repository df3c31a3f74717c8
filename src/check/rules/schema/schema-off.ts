import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

/** A CIB that is compared with no schema. */
export const rule = defineRule<object>({
  code: 'schema-off',
  severity: 'warning',
  message: () =>
    'validate-with is "none": Pacemaker checks nothing when the CIB changes, and here elements are not compared with a schema either',
  hint: () => 'name the schema that the cluster uses, such as pacemaker-3.9',
  visit: {
    cib: (place, { report }) => {
      if (place.element.validateWith === 'none') report({ place, attribute: 'validate-with' }, {})
    },
  },
})

export const docs: RuleDocs = {
  about: 'The CIB switches the comparison with a schema off.',
  why: 'A misspelt attribute or a constraint for a resource that is gone is then accepted by the cluster and ignored without a word. The next version of Pacemaker may reject the CIB.',
  source: 'crm_verify of 2.1.5, which remarks on it in each run',
  pacemaker: { does: 'accepts any change; support is announced to end', versions: '2.0.4 and later' },
  wrong: `<cib validate-with="none" admin_epoch="0" epoch="1" num_updates="0"><configuration>
  <crm_config/><nodes/><resources/><constraints/>
</configuration></cib>`,
  right: `<cib validate-with="pacemaker-3.9" admin_epoch="0" epoch="1" num_updates="0"><configuration>
  <crm_config/><nodes/><resources/><constraints/>
</configuration></cib>`,
  fix: 'cibadmin --modify --allow-create --xml-text \'<cib validate-with="pacemaker-3.9"/>\'',
}
