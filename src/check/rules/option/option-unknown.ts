import { nearest } from '../../../diagnostics/nearest.js'
import { quote } from '../../../diagnostics/quote.js'
import type { ClusterPropertySet } from '../../../model/index.js'
import { clusterOption, clusterOptions, obsoleteOption } from '../../../options/cluster-options.js'
import { metaAttribute } from '../../../options/meta-attributes.js'
import { operationAttribute } from '../../../options/operations.js'
import { mainPropertySet, propertySetsOf } from '../../facts.js'
import { didYouMean } from '../../lookup/values.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

/** A name in the options of the cluster that Pacemaker does not know. */
export const rule = defineRule<{ name: string }>({
  code: 'option-unknown',
  severity: 'warning',
  message: ({ name }) => `${quote(name)} is not the name of a cluster option: Pacemaker does not read it`,
  hint: ({ name }, language) =>
    placeOfName(name) ??
    didYouMean(nearest(name, Object.keys(clusterOptions))) ??
    (language === 'dsl'
      ? "give what an agent reads in a set with an id of its own: attributeSet({ ... }, { id: 'my-agent' })"
      : 'if an agent reads it, keep it in a property set with another id'),
  visit: {
    cluster_property_set: (place, { cluster, report }) => {
      const isMain = ({ id }: ClusterPropertySet) => id === mainPropertySet
      const hasMain = propertySetsOf(cluster).some(isMain)
      if (hasMain ? !isMain(place.element) : !isOfCluster(place.element)) return
      for (const nvpair of place.element.nvpairs) {
        const { name } = nvpair
        if (name === undefined || isKnown(name)) continue
        report({ place: { element: nvpair, parent: place }, attribute: 'name' }, { name })
      }
    },
  },
})

/** Where a name belongs that others than the cluster have. */
function placeOfName(name: string): string | undefined {
  if (metaAttribute(name) !== undefined)
    return 'it is a meta attribute of resources: write it in rsc_defaults'
  if (operationAttribute(name) !== undefined) return 'operations have it: write it in op_defaults'
  return undefined
}

/** A set without any option of the cluster is one that agents write. */
function isOfCluster({ nvpairs }: ClusterPropertySet): boolean {
  return nvpairs.some(({ name }) => name !== undefined && isKnown(name))
}

function isKnown(name: string): boolean {
  return clusterOption(name) !== undefined || obsoleteOption(name) !== undefined
}

export const docs: RuleDocs = {
  about: 'A name among the cluster options is none that Pacemaker knows.',
  why: 'Pacemaker reads the options it knows and is silent about the others: the misspelt option stays at its default. Agents keep state of their own in property sets with other ids; those are not looked at.',
  source: 'man pages pacemaker-schedulerd(7), pacemaker-controld(7), pacemaker-based(7)',
  pacemaker: { does: 'ignores the name without a word', versions: 'all' },
  wrong: `cluster({ properties: { 'no-quorum-polcy': 'freeze' } })`,
  right: `cluster({ properties: { 'no-quorum-policy': 'freeze' } })`,
  fix: 'pcs property set no-quorum-polcy= no-quorum-policy=freeze',
}
