import { quote } from '../../../diagnostics/quote.js'
import { clusterOption, obsoleteOption } from '../../../options/cluster-options.js'
import { defineRule, parentOf } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

/** An option of Pacemaker 1 that no later release reads. */
export const rule = defineRule<{ name: string; value: string; instead: string | undefined }>({
  code: 'option-obsolete',
  severity: 'warning',
  message: ({ name, value }) =>
    `${name} ${quote(value)} has no meaning since Pacemaker 2.0: it is not read any more`,
  hint: ({ name, instead }, language) => {
    if (instead !== undefined) return `write ${instead} instead`
    return language === 'dsl' ? `leave ${name} out` : `pcs property unset ${name}`
  },
  visit: {
    nvpair: (place, { report }) => {
      if (parentOf(place, 'cluster_property_set') === undefined) return
      const { name = '', value = '' } = place.element
      const known = clusterOption(name) === undefined ? obsoleteOption(name) : obsoleteValue(name, value)
      if (known === undefined) return
      const { instead } = known
      report(place, { name, value, instead }, instead === undefined ? 'info' : 'warning')
    },
  },
})

/** The cluster stacks before Corosync 2, which the cluster itself wrote down. */
function obsoleteValue(name: string, value: string): { readonly instead?: string } | undefined {
  const isStack = name === 'cluster-infrastructure' && /^(cman|heartbeat|openais|classic openais)/.test(value)
  return isStack ? {} : undefined
}

export const docs: RuleDocs = {
  about: 'A cluster option comes from a release before 2.0, and nothing reads it any more.',
  why: 'What it was set for does not happen: default-resource-stickiness no longer keeps resources where they are, and stonith_enabled=false no longer switches fencing off.',
  source: 'upgrade-2.10.xsl and upgrade-3.x of Pacemaker drop or move these names',
  pacemaker: { does: 'ignores the name without a word', versions: '2.0 and later' },
  wrong: `cluster({ properties: { 'default-resource-stickiness': 100 } })`,
  right: `cluster({ rscDefaults: { 'resource-stickiness': 100 } })`,
  fix: 'pcs property unset default-resource-stickiness; pcs resource defaults update resource-stickiness=100',
}
