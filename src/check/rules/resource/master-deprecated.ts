import { quote } from '../../../diagnostics/quote.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

/** The old form of a promotable clone. */
export const rule = defineRule<{ id: string }>({
  code: 'master-deprecated',
  severity: 'info',
  message: ({ id }) => `${quote(id)} is a <master>, which Pacemaker 3 no longer knows`,
  hint: (_, language) =>
    language === 'dsl' ? 'write promotable(...) instead' : 'write a <clone> with promotable=true instead',
  visit: {
    master: (place, { report }) => report(place, { id: place.element.id }),
  },
})

export const docs: RuleDocs = {
  about: 'A promotable clone is written as a master element.',
  why: 'Pacemaker 3 reads such a CIB only by converting it; a tool that writes the element again fails.',
  source: 'Pacemaker, release notes of 2.0.0 and 3.0.0',
  pacemaker: { does: 'takes it for a promotable clone, and warns since 2.1.8', versions: 'before 3.0' },
  wrong:
    '<resources><master id="data-master"><primitive id="data" class="ocf" provider="linbit" type="drbd"/></master></resources>',
  right: `cluster({ resources: [promotable(primitive('data', 'ocf:linbit:drbd', { drbd_resource: 'r0' }))] })`,
  fix: 'cibadmin --upgrade --force',
}
