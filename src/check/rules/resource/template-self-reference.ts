import { quote } from '../../../diagnostics/quote.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

/** A primitive that is its own template. */
export const rule = defineRule<{ id: string }>({
  code: 'template-self-reference',
  severity: 'error',
  message: ({ id }) => `${quote(id)} names itself as its template: Pacemaker drops the resource`,
  hint: () => 'write the id of a template, or the agent itself',
  visit: {
    primitive: (place, { report }) => {
      const { id, template } = place.element
      if (template !== undefined && template === id) report({ place, attribute: 'template' }, { id })
    },
  },
})

export const docs: RuleDocs = {
  about: 'The template of a primitive is the primitive itself.',
  why: 'Pacemaker drops the resource. The schema accepts it.',
  source: 'Pacemaker Explained, reusing resource definitions',
  pacemaker: { does: 'logs an error and drops the resource', versions: 'all' },
  wrong: `cluster({ resources: [primitiveOf('web', 'web')] })`,
  right: `cluster({ resources: [template('service', 'systemd:web'), primitiveOf('web', 'service')] })`,
  fix: 'cibadmin --modify --xml-text \'<primitive id="web" template="service"/>\'',
}
