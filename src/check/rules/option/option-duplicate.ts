import { quote } from '../../../diagnostics/quote.js'
import type { Place } from '../../../model/index.js'
import { clusterOption, namesOfOption } from '../../../options/cluster-options.js'
import { propertySetsOf } from '../../facts.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

interface Setting {
  readonly name: string
  readonly value: string
}

/** One option set twice with different values, under one name or under two. */
export const rule = defineRule<{ ignored: Setting; used: Setting }>({
  code: 'option-duplicate',
  severity: 'warning',
  message: ({ ignored, used }) =>
    ignored.name === used.name
      ? `${ignored.name} ${quote(ignored.value)} has no effect: ${quote(used.value)} is set before it`
      : `${ignored.name} ${quote(ignored.value)} and ${used.name} ${quote(used.value)} are one option: which of them counts depends on the release of Pacemaker`,
  hint: ({ ignored, used }) => `leave out ${ignored.name === used.name ? 'one of the two' : ignored.name}`,
  visit: {
    crm_config: (place, { cluster, report }) => {
      const first = new Map<string, Setting>()
      for (const set of propertySetsOf(cluster)) {
        if (set.rule !== undefined) continue
        for (const nvpair of set.nvpairs) {
          const { name, value } = nvpair
          if (name === undefined || value === undefined || clusterOption(name) === undefined) continue
          const used = namesOfOption(name).flatMap((known) => first.get(known) ?? [])[0]
          if (used === undefined) first.set(name, { name, value })
          else if (used.value !== value) {
            const where: Place = { element: nvpair, parent: { element: set, parent: place } }
            report(where, { ignored: { name, value }, used })
          }
        }
      }
    },
  },
})

export const docs: RuleDocs = {
  about:
    'A cluster option is set twice with different values, under one name or under its old and its new one.',
  why: 'Only one of the two counts, and it is not the last one written: within a set the first, and the set cib-bootstrap-options before all others.',
  source: 'Pacemaker Explained, cluster options; release notes of 3.0.2',
  pacemaker: { does: 'uses the first without a word', versions: 'all' },
  wrong: `cluster({ properties: { 'stonith-enabled': false, 'fencing-enabled': true } })`,
  right: `cluster({ properties: { 'stonith-enabled': false } })`,
  fix: 'pcs property unset fencing-enabled',
}
