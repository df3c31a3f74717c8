import { quote } from '../../../diagnostics/quote.js'
import { booleanOf } from '../../../model/index.js'
import { operationAttribute } from '../../../options/operations.js'
import { attributePlace, isOperationMeta } from '../../lookup/operation-settings.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

/** enabled or record-pending with a value that is no boolean. */
export const rule = defineRule<{ name: string; value: string }>({
  code: 'operation-value-invalid',
  severity: 'warning',
  message: ({ name, value }) => `${name} ${quote(value)} is not true or false: Pacemaker takes it for false`,
  hint: () => 'write true or false',
  visit: {
    op: (place, { report }) => {
      const { enabled, recordPending } = place.element
      for (const [name, value] of Object.entries({ enabled, 'record-pending': recordPending })) {
        if (value !== undefined && booleanOf(value) === undefined)
          report(attributePlace(place, name), { name, value })
      }
    },
    nvpair: (place, { report }) => {
      const { name = '', value } = place.element
      if (value === undefined || !isOperationMeta(place)) return
      if (operationAttribute(name)?.type === 'boolean' && booleanOf(value) === undefined)
        report({ place, attribute: 'value' }, { name, value })
    },
  },
})

export const docs: RuleDocs = {
  about: 'enabled or record-pending of an operation is no boolean.',
  why: 'A monitor with enabled=ture does not run.',
  source: 'Pacemaker Explained, operation properties',
  pacemaker: { does: 'takes the text for false', versions: 'all' },
  wrong: `cluster({ resources: [systemd('web', { operations: { monitor: { enabled: 'ture' } } })] })`,
  right: `cluster({ resources: [systemd('web', { operations: { monitor: { enabled: true } } })] })`,
  fix: 'pcs resource update web op monitor enabled=true',
}
