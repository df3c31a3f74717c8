import { quote } from '../../../diagnostics/quote.js'
import { metaAttributeNvpair } from '../../lookup/meta-place.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

/** A resource that requires fencing, where there is none. */
export const rule = defineRule<{ value: string }>({
  code: 'requires-without-fencing',
  severity: 'warning',
  message: ({ value }) =>
    `requires ${quote(value)}, but fencing is switched off: ${
      value.toLowerCase() === 'unfencing' ? 'Pacemaker uses "quorum"' : 'it has no effect'
    }`,
  hint: () => 'configure fencing, or write quorum',
  visit: {
    nvpair: (place, { facts, report }) => {
      const { value = '' } = place.element
      if (facts.isFencingOn || metaAttributeNvpair(place) === undefined) return
      if (place.element.name === 'requires' && /^(un)?fencing$/i.test(value))
        report({ place, attribute: 'value' }, { value })
    },
  },
})

export const docs: RuleDocs = {
  about: 'A resource requires fencing or unfencing, and fencing is switched off.',
  why: 'The resource is meant to wait until lost nodes are fenced. Nobody fences them, so it starts at once, while the lost node may still run it.',
  source: 'Pacemaker Explained, resource meta-attributes, requires',
  pacemaker: { does: 'logs a warning, and takes unfencing for quorum', versions: '1.1.18 and later' },
  wrong: `cluster({ resources: [systemd('db', { meta: { requires: 'unfencing' } })] })`,
  right: `cluster({ resources: [systemd('db', { meta: { requires: 'quorum' } })] })`,
  fix: 'pcs resource meta db requires=quorum',
}
