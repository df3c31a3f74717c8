import { nearest } from '../../../diagnostics/nearest.js'
import { quote } from '../../../diagnostics/quote.js'
import { clusterOption } from '../../../options/cluster-options.js'
import { metaAttribute, metaAttributeNames } from '../../../options/meta-attributes.js'
import { operationAttribute } from '../../../options/operations.js'
import { metaAttributeNvpair } from '../../lookup/meta-place.js'
import { didYouMean } from '../../lookup/values.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

/** A meta attribute that Pacemaker does not know. */
export const rule = defineRule<{ name: string }>({
  code: 'meta-unknown',
  severity: 'warning',
  message: ({ name }) => `${quote(name)} is not a meta attribute of resources: Pacemaker does not read it`,
  hint: ({ name }) => {
    if (clusterOption(name) !== undefined) return 'it is a cluster option: write it in crm_config'
    if (operationAttribute(name) !== undefined)
      return 'operations have it: write it on one, or in op_defaults'
    return didYouMean(nearest(name, metaAttributeNames()))
  },
  visit: {
    nvpair: (place, { report }) => {
      const { name } = place.element
      if (name === undefined || metaAttribute(name) !== undefined) return
      if (metaAttributeNvpair(place) !== undefined) report({ place, attribute: 'name' }, { name })
    },
  },
})

export const docs: RuleDocs = {
  about: 'A meta attribute is none that Pacemaker knows.',
  why: 'What it was meant to change stays at its default: with migration-treshold=3, a resource is restarted on the same node for ever.',
  source: 'Pacemaker Explained, resource meta-attributes; seen in public logs of pcs',
  pacemaker: { does: 'ignores the name without a word', versions: 'all' },
  wrong: `cluster({ resources: [systemd('web', { meta: { 'migration-treshold': 3 } })] })`,
  right: `cluster({ resources: [systemd('web', { meta: { 'migration-threshold': 3 } })] })`,
  fix: 'pcs resource meta web migration-treshold= migration-threshold=3',
}
