import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

/** A CIB that names the schema of unreleased features. */
export const rule = defineRule<object>({
  code: 'schema-next',
  severity: 'error',
  message: () =>
    'validate-with is "pacemaker-next", the schema for what is not released: Pacemaker 2.1.8 and later do not know it',
  hint: () => 'name the schema that the cluster uses, such as pacemaker-3.9',
  visit: {
    cib: (place, { report }) => {
      if (place.element.validateWith === 'pacemaker-next') report({ place, attribute: 'validate-with' }, {})
    },
  },
})

export const docs: RuleDocs = {
  about: 'The CIB names pacemaker-next, a schema that changed with every release.',
  why: 'After an update of Pacemaker the CIB names a schema that is not there, and the cluster rejects it.',
  source: 'crm_verify of 2.1.5, which calls it deprecated',
  pacemaker: { does: 'accepts it with a warning, later versions reject it', versions: '2.1.5 to 2.1.7' },
  wrong: `<cib validate-with="pacemaker-next" admin_epoch="0" epoch="1" num_updates="0"><configuration>
  <crm_config/><nodes/><resources/><constraints/>
</configuration></cib>`,
  right: `<cib validate-with="pacemaker-3.9" admin_epoch="0" epoch="1" num_updates="0"><configuration>
  <crm_config/><nodes/><resources/><constraints/>
</configuration></cib>`,
  fix: 'pcs cluster cib-upgrade',
}
