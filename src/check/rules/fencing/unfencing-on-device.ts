import { quote } from '../../../diagnostics/quote.js'
import { topOf } from '../../../graph/resource/resource-index.js'
import { agentWithTemplate } from '../../../model/templates.js'
import type { Facts } from '../../facts.js'
import { type MetaAttributeOwner, metaAttributeNvpair } from '../../lookup/meta-place.js'
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
    nvpair: (place, { facts, report }) => {
      const { name, value = '' } = place.element
      if (name !== 'requires' || !/^unfencing$/i.test(value)) return
      const owner = metaAttributeNvpair(place)
      const id = owner && deviceWith(owner, facts)
      if (id !== undefined) report({ place, attribute: 'value' }, { id })
    },
  },
})

/** The owner of a meta attribute where it is a fencing device, or the first that has requires=unfencing of it. */
function deviceWith(owner: MetaAttributeOwner, { index, meta }: Facts): string | undefined {
  if (owner.element === 'primitive' || owner.element === 'template')
    return owner.class === 'stonith' ? owner.id : undefined
  const devices = [...index.entries].filter(
    (entry) =>
      entry.resource?.element === 'primitive' &&
      agentWithTemplate(index.cluster, entry.resource).startsWith('stonith:') &&
      (owner.element === 'rsc_defaults' || topOf(entry).id === topOf(index.get(owner.id) ?? entry).id),
  )
  return devices.find((entry) => meta(entry, 'requires')?.toLowerCase() === 'unfencing')?.id
}

export const docs: RuleDocs = {
  about: 'A fencing device has requires=unfencing.',
  why: 'A device that waited for unfencing could never unfence. What is meant is provides=unfencing, which the metadata of the agent has by itself.',
  source: 'Pacemaker Explained, fencing, unfencing',
  pacemaker: { does: 'logs a warning and uses quorum', versions: '2.0.4 and later' },
  wrong: `cluster({ resources: [primitive('fence', 'stonith:fence_scsi', {}, { meta: { requires: 'unfencing' } })] })`,
  right: `cluster({ resources: [primitive('fence', 'stonith:fence_scsi', {}, { meta: { provides: 'unfencing' } })] })`,
  fix: 'pcs stonith meta fence requires= provides=unfencing',
}
