import { booleanOf } from '../../../model/index.js'
import { defineRule, parentOf } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

/** Nodes that were never seen are not fenced. */
export const rule = defineRule<undefined>({
  code: 'startup-fencing-off',
  severity: 'warning',
  message: () =>
    'startup-fencing is off: nodes that were not seen since the start count as down, and what they run may start a second time',
  hint: (_, language) =>
    language === 'dsl' ? 'leave startup-fencing out' : 'pcs property unset startup-fencing',
  visit: {
    nvpair: (place, { report }) => {
      const { name, value } = place.element
      if (name !== 'startup-fencing' || parentOf(place, 'cluster_property_set') === undefined) return
      if (booleanOf(value) === false) report(place, undefined)
    },
  },
})

export const docs: RuleDocs = {
  about: 'The cluster does not fence nodes that it has not seen since it started.',
  why: 'Two halves of a cluster that start without seeing each other both take the other for down, and both start everything.',
  source: 'man page pacemaker-schedulerd(7), startup-fencing',
  pacemaker: { does: 'logs a warning and takes unseen nodes for down', versions: 'all' },
  wrong: `cluster({ properties: { 'startup-fencing': false } })`,
  right: `cluster({ properties: { 'startup-fencing': true } })`,
  fix: 'pcs property unset startup-fencing',
}
