import { quote } from '../../../diagnostics/quote.js'
import { metaAttributeNvpair } from '../../lookup/meta-place.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

/** A fencing device that requires unfencing. */
export const rule = defineRule<{ id: string }>({
  code: 'unfencing-on-device',
  severity: 'warning',
  message: ({ id }) =>
    `fencing device ${quote(id)} requires "unfencing", which only devices provide: Pacemaker uses "quorum"`,
  hint: () => 'leave requires out, and write provides=unfencing for a device that unfences',
  visit: {
    nvpair: (place, { report }) => {
      const owner = metaAttributeNvpair(place)
      const { name, value = '' } = place.element
      if (owner?.element !== 'primitive' && owner?.element !== 'template') return
      if (owner.class === 'stonith' && name === 'requires' && /^unfencing$/i.test(value))
        report({ place, attribute: 'value' }, { id: owner.id })
    },
  },
})

export const docs: RuleDocs = {
  about: 'A fencing device has requires=unfencing.',
  why: 'A device that waited for unfencing could never unfence. What is meant is provides=unfencing, which the metadata of the agent has by itself.',
  source: 'Pacemaker Explained, fencing, unfencing',
  pacemaker: { does: 'logs a warning and uses quorum', versions: '2.0.4 and later' },
  wrong: `cluster({ resources: [primitive('fence', 'stonith:fence_scsi', {}, { meta: { requires: 'unfencing' } })] })`,
  right: `cluster({ resources: [primitive('fence', 'stonith:fence_scsi', {}, { meta: { provides: 'unfencing' } })] })`,
  fix: 'pcs stonith meta fence requires= provides=unfencing',
}
