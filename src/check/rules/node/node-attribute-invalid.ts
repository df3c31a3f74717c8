import { quote } from '../../../diagnostics/quote.js'
import { nodeAttribute } from '../../../options/node-attributes.js'
import { didYouMean, expectedValue, isValidValue, nearestValue } from '../../lookup/values.js'
import { defineRule, parentOf } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

/** A node attribute with a meaning to Pacemaker, and a value without. */
export const rule = defineRule<{ name: string; value: string; near: string | undefined; expected: string }>({
  code: 'node-attribute-invalid',
  severity: 'warning',
  message: ({ name, value, expected }) =>
    `node attribute ${name} ${quote(value)} is not ${expected}: Pacemaker takes it as not set`,
  hint: ({ near }) => didYouMean(near),
  visit: {
    nvpair: (place, { report }) => {
      if (parentOf(place, 'instance_attributes') === undefined) return
      if (place.parent?.parent?.element.element !== 'node') return
      const { name = '', value } = place.element
      const facts = nodeAttribute(name)
      if (facts === undefined || value === undefined || isValidValue(facts, value)) return
      const near = nearestValue(facts, value)
      report({ place, attribute: 'value' }, { name, value, near, expected: expectedValue(facts) })
    },
  },
})

export const docs: RuleDocs = {
  about:
    'standby, maintenance, terminate or a health attribute of a node has a value that Pacemaker cannot read.',
  why: 'The node that is meant to be in standby goes on running resources.',
  source: 'Pacemaker Explained, node attributes',
  pacemaker: { does: 'takes it for false, or for the score 0', versions: 'all' },
  wrong: `cluster({ nodes: [{ uname: 'node1', attributes: { standby: 'ture' } }] })`,
  right: `cluster({ nodes: [{ uname: 'node1', attributes: { standby: true } }] })`,
  fix: 'pcs node standby node1',
}
