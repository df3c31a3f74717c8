import { quote } from '../../../diagnostics/quote.js'
import { booleanOf } from '../../../model/index.js'
import { defineRule, parentOf } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

/** A group that is not ordered, or whose members may run on different nodes. */
export const rule = defineRule<{ where: string; name: string }>({
  code: 'group-option-old',
  severity: 'warning',
  message: ({ where, name }) =>
    `${name}=false ${where} is deprecated: Pacemaker honours it, and announces to stop that`,
  hint: ({ name }) =>
    `replace the group by its members and a resource set in ${name === 'ordered' ? 'a colocation' : 'an order'}`,
  visit: {
    nvpair: (place, { facts, report }) => {
      const { name, value } = place.element
      if ((name !== 'ordered' && name !== 'collocated') || booleanOf(value) !== false) return
      const group = place.parent && parentOf(place.parent, 'group')
      const isDefault = place.parent && parentOf(place.parent, 'rsc_defaults') !== undefined
      if (group !== undefined)
        report({ place, attribute: 'value' }, { where: `on group ${quote(group.id)}`, name })
      else if (isDefault && [...facts.index.entries].some(({ resource }) => resource?.element === 'group'))
        report({ place, attribute: 'value' }, { where: 'for groups', name })
    },
  },
})

export const docs: RuleDocs = {
  about: 'A group has the meta attribute ordered=false or collocated=false.',
  why: 'What is left of the group is a colocation or an order of its members, which a resource set expresses better. The options are to go.',
  source: 'Pacemaker 2.1.5 release notes',
  pacemaker: { does: 'honours it, and logs a deprecation', versions: '2.1.5 and later' },
  wrong: `cluster({
  resources: [group('web', [systemd('cache'), systemd('nginx')], { meta: { ordered: false } })],
})`,
  right: `cluster({
  resources: [systemd('cache'), systemd('nginx')],
  constraints: [colocationSets([{ resources: ['cache', 'nginx'] }])],
})`,
  fix: 'pcs resource ungroup web; pcs constraint colocation set cache nginx setoptions score=INFINITY',
}
