import { nearest } from '../../../diagnostics/nearest.js'
import { quote } from '../../../diagnostics/quote.js'
import { operationAttribute } from '../../../options/operations.js'
import { attributePlace, operationValue } from '../../lookup/operation-settings.js'
import { didYouMean } from '../../lookup/values.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

const roles = operationAttribute('role')?.values ?? []

/** The role of an operation that is none. */
export const rule = defineRule<{ value: string }>({
  code: 'operation-role-invalid',
  severity: 'error',
  message: ({ value }) =>
    `role ${quote(value)} is not one of ${roles.join(', ')}: Pacemaker runs the operation in any role, and later releases than 2.1.5 not at all`,
  hint: ({ value }) => didYouMean(nearest(value, roles)),
  visit: {
    op: (place, { cluster, facts, report }) => {
      if (facts.hasSchema) return
      const value = operationValue(place.element, 'role', cluster)
      if (value === undefined || roles.some((role) => role.toLowerCase() === value.toLowerCase())) return
      report(attributePlace(place, 'role'), { value })
    },
  },
})

export const docs: RuleDocs = {
  about: 'The role of an operation is none that Pacemaker knows.',
  why: 'A monitor that is meant for the promoted role runs in any, or in none.',
  source: 'Pacemaker Explained, operation properties, role',
  pacemaker: {
    does: 'logs an error and takes no notice of the role, later of the operation',
    versions: '2.1.5 and later',
  },
  wrong: `cluster({ resources: [systemd('web', { operations: { monitor: { role: 'Running' } } })] })`,
  right: `cluster({ resources: [systemd('web', { operations: { monitor: { role: 'Started' } } })] })`,
  fix: 'pcs resource update web op monitor role=Started',
}
