import { quote } from '../../../diagnostics/quote.js'
import { durationMs } from '../../../options/values.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

/** A timeout of an alert that is no duration. */
export const rule = defineRule<{ value: string; id: string }>({
  code: 'alert-timeout-invalid',
  severity: 'warning',
  message: ({ value, id }) =>
    `timeout ${quote(value)} of alert ${quote(id)} is not a duration: Pacemaker uses 30s`,
  hint: () => 'write a number with a unit, such as 15s',
  visit: {
    nvpair: (place, { report }) => {
      const { name, value } = place.element
      const set = place.parent
      const owner = set?.parent
      if (name !== 'timeout' || value === undefined || set?.element.element !== 'meta_attributes') return
      const alert = owner?.element.element === 'recipient' ? owner.parent?.element : owner?.element
      if (alert?.element !== 'alert') return
      const ms = durationMs(value)
      if (ms === undefined || ms < 0) report({ place, attribute: 'value' }, { value, id: alert.id ?? '' })
    },
  },
})

export const docs: RuleDocs = {
  about: 'The meta attribute timeout of an alert, or of a recipient, is no duration.',
  why: 'The program is ended after 30 seconds, whatever was meant; a slow mail server then gets no mail.',
  source: 'Pacemaker Explained, alert meta-attributes',
  pacemaker: { does: 'uses 30s', versions: '1.1.18 and later' },
  wrong: `<alerts>
  <alert id="mail" path="/usr/share/pacemaker/alerts/alert_smtp.sh">
    <meta_attributes id="mail-meta"><nvpair id="mail-meta-timeout" name="timeout" value="a minute"/></meta_attributes>
  </alert>
</alerts>`,
  right: `<alerts>
  <alert id="mail" path="/usr/share/pacemaker/alerts/alert_smtp.sh">
    <meta_attributes id="mail-meta"><nvpair id="mail-meta-timeout" name="timeout" value="60s"/></meta_attributes>
  </alert>
</alerts>`,
  fix: 'pcs alert update mail meta timeout=60s',
}
