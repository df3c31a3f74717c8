import { quote } from '../../../diagnostics/quote.js'
import { defineRule, parentOf } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

/** The lowest value of each number of a clone. */
const minimums: Readonly<Record<string, number>> = {
  'clone-max': 0,
  'clone-node-max': 0,
  'clone-min': 0,
  'promoted-max': 0,
  'promoted-node-max': 0,
  'master-max': 0,
  'master-node-max': 0,
}

/** A number of instances that is none, or too small. */
export const rule = defineRule<{ name: string; value: string; isNumber: boolean }>({
  code: 'clone-number',
  severity: 'warning',
  message: ({ name, value, isNumber }) =>
    isNumber
      ? `${name} ${quote(value)} is negative: Pacemaker takes 0`
      : `${name} ${quote(value)} is no integer: Pacemaker takes 0${name === 'clone-max' ? ' and starts no instance' : ''}`,
  hint: ({ name }) => `write an integer, or remove ${name}`,
  visit: {
    nvpair: (place, { report }) => {
      const { name = '', value } = place.element
      const minimum = Object.hasOwn(minimums, name) ? minimums[name] : undefined
      if (minimum === undefined || value === undefined || place.parent?.element.element !== 'meta_attributes')
        return
      if (parentOf(place.parent, 'clone') === undefined && parentOf(place.parent, 'master') === undefined)
        return
      const number = Number.parseInt(value, 10)
      if (number >= minimum) return
      report({ place, attribute: 'value' }, { name, value, isNumber: !Number.isNaN(number) })
    },
  },
})

export const docs: RuleDocs = {
  about:
    'clone-max, clone-node-max, clone-min, promoted-max or promoted-node-max is no integer, or negative.',
  why: 'A clone-max that cannot be read is 0: no instance starts, and nothing is logged.',
  source: 'Pacemaker Explained, clone options',
  pacemaker: { does: 'takes 0', versions: '2.0.4 and later' },
  wrong: `cluster({
  resources: [clone(systemd('worker'), { meta: { 'clone-max': 'all' } })],
})`,
  right: `cluster({
  resources: [clone(systemd('worker'), { meta: { 'clone-max': 3 } })],
})`,
  fix: 'pcs resource meta worker-clone clone-max=3',
}
