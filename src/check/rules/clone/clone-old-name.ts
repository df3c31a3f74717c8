import { defineRule, parentOf } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'
import { isReadByClones } from './instances.js'

const renamed: Readonly<Record<string, string>> = {
  'master-max': 'promoted-max',
  'master-node-max': 'promoted-node-max',
}

/** The old names of the numbers of promoted instances. */
export const rule = defineRule<{ name: string; now: string }>({
  code: 'clone-old-name',
  severity: 'info',
  message: ({ name, now }) =>
    `${name} is an old name: Pacemaker reads it as ${now} and announces to stop that`,
  hint: ({ now }) => `write ${now}, which Pacemaker knows since 2.0`,
  visit: {
    nvpair: (place, { facts, report }) => {
      const { name = '' } = place.element
      const now = Object.hasOwn(renamed, name) ? renamed[name] : undefined
      if (now === undefined || !isReadByClones(place, facts)) return
      const others = parentOf(place, 'meta_attributes')?.nvpairs ?? []
      if (others.some((other) => other.name === now)) return
      report({ place, attribute: 'name' }, { name, now })
    },
  },
})

export const docs: RuleDocs = {
  about: 'A clone has the meta attribute master-max or master-node-max.',
  why: 'The names are read today and are to go; the clone then has one promoted instance, whatever their value was.',
  source: 'Pacemaker 2.1.8 release notes',
  pacemaker: {
    does: 'reads promoted-max and promoted-node-max, and logs a deprecation',
    versions: '2.1.8 and later',
  },
  wrong: `cluster({
  resources: [promotable(ocf.heartbeat.galera('galera'), { meta: { 'master-max': 3 } })],
})`,
  right: `cluster({
  resources: [promotable(ocf.heartbeat.galera('galera'), { meta: { 'promoted-max': 3 } })],
})`,
  fix: 'pcs resource meta galera-clone master-max= promoted-max=3',
}
