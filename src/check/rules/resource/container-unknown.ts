import { nearest } from '../../../diagnostics/nearest.js'
import { quote } from '../../../diagnostics/quote.js'
import { metaAttributeNvpair } from '../../lookup/meta-place.js'
import { didYouMean } from '../../lookup/values.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

/** A container that is no resource. */
export const rule = defineRule<{ container: string; near: string | undefined }>({
  code: 'container-unknown',
  severity: 'error',
  message: ({ container }) =>
    `container ${quote(container)} is not the id of a resource: Pacemaker ignores the meta attribute`,
  hint: ({ near }) => didYouMean(near),
  visit: {
    nvpair: (place, { facts, report }) => {
      const { name, value } = place.element
      if (name !== 'container' || value === undefined || metaAttributeNvpair(place) === undefined) return
      if (facts.index.get(value) !== undefined) return
      const ids = [...facts.index.entries].map(({ id }) => id)
      report({ place, attribute: 'value' }, { container: value, near: nearest(value, ids) })
    },
  },
})

export const docs: RuleDocs = {
  about: 'The meta attribute container names no resource.',
  why: 'A resource in a container is recovered by restarting the container. Without the link, its failure leaves the container as it is.',
  source: 'Pacemaker Explained, nagios plugins and containers',
  pacemaker: { does: 'logs an error and ignores the meta attribute', versions: 'all' },
  wrong: `cluster({ resources: [systemd('vm'), systemd('web', { meta: { container: 'vmm' } })] })`,
  right: `cluster({ resources: [systemd('vm'), systemd('web', { meta: { container: 'vm' } })] })`,
  fix: 'pcs resource meta web container=vm',
}
