import { quote } from '../../../diagnostics/quote.js'
import { isNegative } from '../../../options/values.js'
import { metaAttributeNvpair } from '../../lookup/meta-place.js'
import { isUnsetWord } from '../../lookup/unset-words.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

/** A meta attribute, or a value of one, that is gone or will be. */
export const rule = defineRule<{ name: string; value: string; does: string }>({
  code: 'meta-deprecated',
  severity: 'warning',
  message: ({ name, value, does }) => `${name} ${quote(value)} is deprecated: ${does}`,
  hint: ({ name }, language) =>
    name === 'migration-threshold' || language === 'dsl'
      ? `leave ${name} out, or write another value`
      : `leave ${name} out: pcs resource meta ID ${name}=`,
  visit: {
    nvpair: (place, { report }) => {
      const { name = '', value = '' } = place.element
      if (metaAttributeNvpair(place) === undefined) return
      const does = effectOf(name, value)
      if (does !== undefined) report(place, { name, value, does })
    },
  },
})

function effectOf(name: string, value: string): string | undefined {
  if (isUnsetWord(name, value))
    return 'Pacemaker takes it as not set, and announces that it will not any more'
  if (name === 'migration-threshold' && isNegative(value))
    return 'Pacemaker 2 uses 1, Pacemaker 3 uses INFINITY'
  if (name === 'restart-type' && value.toLowerCase() === 'restart')
    return 'Pacemaker 3 does not read it; use a Mandatory order'
  return undefined
}

export const docs: RuleDocs = {
  about: 'A meta attribute, or its value, is deprecated.',
  why: 'A later release of Pacemaker reads something else in it: a migration-threshold of -1 moves a resource after its first failure, or never.',
  source: 'Pacemaker, release notes of 2.0.0, 2.1.8 and 3.0.0',
  pacemaker: { does: 'logs a warning once', versions: '2.0.0 and later' },
  wrong: `cluster({ resources: [systemd('web', { meta: { 'migration-threshold': -1 } })] })`,
  right: `cluster({ resources: [systemd('web', { meta: { 'migration-threshold': 1 } })] })`,
  fix: 'pcs resource meta web migration-threshold=1',
}
