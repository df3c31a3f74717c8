import { quote } from '../../../diagnostics/quote.js'
import { booleanOf } from '../../../model/index.js'
import { namesOfOption } from '../../../options/cluster-options.js'
import { defineRule, parentOf } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

/** A value of an option that Pacemaker announces to drop. */
export const rule = defineRule<{ name: string; value: string; does: string }>({
  code: 'option-deprecated',
  severity: 'warning',
  message: ({ name, value, does }) => `${name} ${quote(value)} is deprecated: ${does}`,
  hint: ({ name, value }, language) => {
    if (value === 'poweroff') return `write off instead`
    return language === 'dsl' ? `leave ${name} out` : `pcs property unset ${name}`
  },
  visit: {
    nvpair: (place, { report }) => {
      if (parentOf(place, 'cluster_property_set') === undefined) return
      const { name = '', value = '' } = place.element
      const names = namesOfOption(name)
      if (names.includes('stonith-action') && value === 'poweroff') {
        report(place, { name, value, does: 'Pacemaker 2 takes it for off, Pacemaker 3 for an invalid value' })
      } else if (name === 'remove-after-stop' && booleanOf(value) === true) {
        report(place, { name, value, does: 'Pacemaker 3 no longer has the option' })
      } else if (names.some((known) => alwaysOn.includes(known)) && booleanOf(value) === false) {
        report(place, { name, value, does: 'Pacemaker 3.0.2 announces that it will always be on' }, 'info')
      }
    },
  },
})

const alwaysOn: readonly string[] = [
  'enable-startup-probes',
  'concurrent-fencing',
  'stop-orphan-resources',
  'stop-orphan-actions',
]

export const docs: RuleDocs = {
  about: 'A cluster option has a value that a later release of Pacemaker drops.',
  why: 'After an upgrade the option silently means something else: stonith-action=poweroff becomes the default, reboot.',
  source: 'Pacemaker, release notes of 3.0.0 and 3.0.2',
  pacemaker: { does: 'logs a warning once, and later ignores the value', versions: '2.0 and later' },
  wrong: `cluster({ properties: { 'stonith-action': 'poweroff' } })`,
  right: `cluster({ properties: { 'stonith-action': 'off' } })`,
  fix: 'pcs property set stonith-action=off',
}
