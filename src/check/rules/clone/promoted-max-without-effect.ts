import { quote } from '../../../diagnostics/quote.js'
import { defineRule, parentOf } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

const names: readonly string[] = ['promoted-max', 'promoted-node-max', 'master-max', 'master-node-max']

/** A number of promoted instances of a clone that promotes none. */
export const rule = defineRule<{ name: string; clone: string }>({
  code: 'promoted-max-without-effect',
  severity: 'warning',
  message: ({ name, clone }) =>
    `${name} has no effect: ${quote(clone)} is not promotable, so no instance is promoted`,
  hint: ({ name }, language) =>
    language === 'dsl'
      ? `declare it with promotable(...), or remove ${name}`
      : `set promotable=true, or remove ${name}`,
  visit: {
    nvpair: (place, { facts, report }) => {
      const { name = '' } = place.element
      const clone = place.parent && parentOf(place.parent, 'clone')
      if (clone === undefined || !names.includes(name) || place.parent?.element.element !== 'meta_attributes')
        return
      if (facts.index.get(clone.id)?.promotable !== false) return
      report({ place, attribute: 'name' }, { name, clone: clone.id })
    },
  },
})

export const docs: RuleDocs = {
  about: 'A clone that is not promotable has promoted-max or promoted-node-max.',
  why: 'A clone has roles only with promotable=true. With promoted-max alone all instances stay as they were started, and whatever waits for a promotion waits forever.',
  source: 'Pacemaker Explained, promotable clones',
  pacemaker: { does: 'does not read the option', versions: '2.0.0 and later' },
  wrong: `cluster({
  resources: [clone(ocf.heartbeat.galera('galera'), { meta: { 'promoted-max': 3 } })],
})`,
  right: `cluster({
  resources: [promotable(ocf.heartbeat.galera('galera'), { meta: { 'promoted-max': 3 } })],
})`,
  fix: 'pcs resource meta galera-clone promotable=true',
}
