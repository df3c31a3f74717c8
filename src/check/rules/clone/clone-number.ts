import { quote } from '../../../diagnostics/quote.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'
import { isReadByClones } from './instances.js'

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

/** With 50,000 instances crm_simulate 2.1.5 takes 12 s, and four times that with twice as many. */
const most = 10_000

/** A number of instances that is none, or too small. */
export const rule = defineRule<{ name: string; value: string; number: number }>({
  code: 'clone-number',
  severity: 'warning',
  message: ({ name, value, number }) => {
    if (number > most)
      return `${name} ${quote(value)} is too large: Pacemaker makes that many instances each time it decides, or none where it cannot read the number`
    if (number === 0)
      return name === 'clone-max'
        ? `${name} "0": no instance of the clone ever starts`
        : `${name} "0": no instance of the clone is ever promoted`
    return Number.isNaN(number)
      ? `${name} ${quote(value)} is no integer: Pacemaker takes 0${name === 'clone-max' ? ' and starts no instance' : ''}`
      : `${name} ${quote(value)} is negative: Pacemaker takes 0`
  },
  hint: ({ name }) => `write an integer, or remove ${name}`,
  visit: {
    nvpair: (place, { facts, report }) => {
      const { name = '', value } = place.element
      const minimum = Object.hasOwn(minimums, name) ? minimums[name] : undefined
      if (minimum === undefined || value === undefined || !isReadByClones(place, facts)) return
      const number = Number.parseInt(value, 10)
      const isZero = number === 0 && /^(clone|promoted|master)-max$/.test(name)
      if (number >= minimum && !isZero && !(name === 'clone-max' && number > most)) return
      report({ place, attribute: 'value' }, { name, value, number })
    },
  },
})

export const docs: RuleDocs = {
  about:
    'clone-max, clone-node-max, clone-min, promoted-max or promoted-node-max is no integer, negative, or far too large, or clone-max or promoted-max is 0.',
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
