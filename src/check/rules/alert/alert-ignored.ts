import { quote } from '../../../diagnostics/quote.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

/** An alert that Pacemaker cannot call. */
export const rule = defineRule<{ id: string | undefined; missing: string }>({
  code: 'alert-ignored',
  severity: 'error',
  message: ({ id, missing }) =>
    `alert${id === undefined ? '' : ` ${quote(id)}`} has no ${missing}: Pacemaker ignores it`,
  hint: ({ missing }) => `give it ${missing === 'id' ? 'an id' : 'the path of the program'}`,
  visit: {
    alert: (place, { facts, report }) => {
      if (facts.hasSchema) return
      const { id, path } = place.element
      if (id === undefined) report(place, { id, missing: 'id' })
      if (path === undefined) report(place, { id, missing: 'path' })
    },
  },
})

export const docs: RuleDocs = {
  about: 'An alert has no id, or no path of a program.',
  why: 'A failure is reported to nobody, and that is noticed only then.',
  source: 'Pacemaker Explained, alerts',
  pacemaker: { does: 'ignores the alert', versions: '1.1.18 and later' },
  wrong: `<cib validate-with="none" admin_epoch="0" epoch="1" num_updates="0"><configuration>
  <crm_config/><nodes/><resources/><constraints/>
  <alerts><alert id="mail"/></alerts>
</configuration></cib>`,
  right: `<cib validate-with="none" admin_epoch="0" epoch="1" num_updates="0"><configuration>
  <crm_config/><nodes/><resources/><constraints/>
  <alerts><alert id="mail" path="/usr/share/pacemaker/alerts/alert_smtp.sh"/></alerts>
</configuration></cib>`,
  fix: 'pcs alert create path=/usr/share/pacemaker/alerts/alert_smtp.sh id=mail',
}
