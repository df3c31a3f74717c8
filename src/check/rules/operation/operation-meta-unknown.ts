import { nearest } from '../../../diagnostics/nearest.js'
import { quote } from '../../../diagnostics/quote.js'
import { metaAttribute } from '../../../options/meta-attributes.js'
import { operationAttribute, operationAttributeNames } from '../../../options/operations.js'
import { isOperationMeta } from '../../lookup/operation-settings.js'
import { didYouMean } from '../../lookup/values.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

/** A meta attribute of an operation that Pacemaker does not know. */
export const rule = defineRule<{ name: string }>({
  code: 'operation-meta-unknown',
  severity: 'warning',
  message: ({ name }) => `${quote(name)} is not a meta attribute of operations: Pacemaker does not read it`,
  hint: ({ name }) =>
    metaAttribute(name) === undefined
      ? didYouMean(nearest(name, operationAttributeNames))
      : 'resources have it: write it as a meta attribute of one, or in rsc_defaults',
  visit: {
    nvpair: (place, { report }) => {
      const { name } = place.element
      if (name === undefined || !isOperationMeta(place) || operationAttribute(name) !== undefined) return
      report({ place, attribute: 'name' }, { name })
    },
  },
})

export const docs: RuleDocs = {
  about: 'A meta attribute of an operation, or one in op_defaults, is none that Pacemaker knows.',
  why: 'What it was meant to change stays at its default: with timout=60s in op_defaults, all operations have 20 seconds.',
  source: 'Pacemaker Explained, operation properties',
  pacemaker: { does: 'ignores the name without a word', versions: 'all' },
  wrong: `cluster({ opDefaults: { timout: '60s' } })`,
  right: `cluster({ opDefaults: { timeout: '60s' } })`,
  fix: 'pcs resource op defaults update timout= timeout=60s',
}
