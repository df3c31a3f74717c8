import { quote } from '../../../diagnostics/quote.js'
import { constraintsOf, type Place, placeOfId, resourcesOf } from '../../../model/index.js'
import { referencesIn } from '../../../model/sections.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

/** A constraint on a template that no primitive uses. */
export const rule = defineRule<{ template: string }>({
  code: 'template-unused',
  severity: 'error',
  message: ({ template }) =>
    `the constraint names template ${quote(template)}, which no primitive uses: Pacemaker ignores the constraint`,
  hint: () => 'name the resources, or remove the constraint',
  check: ({ cluster, facts, report }) => {
    const unused = new Set<string>()
    for (const resource of resourcesOf(cluster)) {
      const isUsed = facts.index.membersOf(resource.id) !== undefined
      if (resource.element === 'template' && !isUsed) unused.add(resource.id)
    }
    if (unused.size === 0) return
    for (const constraint of constraintsOf(cluster)) {
      const template = referencesIn(constraint).find((id) => unused.has(id))
      if (template === undefined) continue
      const place: Place | undefined =
        constraint.id === undefined ? undefined : placeOfId(cluster, constraint.id)
      report(place ?? '/cib/configuration/constraints', { template })
    }
  },
})

export const docs: RuleDocs = {
  about: 'A constraint names a template that no primitive uses.',
  why: 'In a constraint, a template means the primitives made from it. Where there are none, nothing is constrained.',
  source: 'Pacemaker Explained, using templates in constraints',
  pacemaker: { does: 'logs a warning and an error, and ignores the constraint', versions: 'all' },
  wrong: `cluster({
  resources: [template('service', 'systemd:web'), systemd('db')],
  constraints: [order('service', 'db')],
})`,
  right: `cluster({
  resources: [template('service', 'systemd:web'), primitiveOf('web', 'service'), systemd('db')],
  constraints: [order('service', 'db')],
})`,
  fix: 'pcs constraint remove order-service-db-mandatory',
}
