import { quote } from '../../../diagnostics/quote.js'
import { scoreOf } from '../../../model/index.js'
import { metaAttributeNvpair } from '../../lookup/meta-place.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

/** A stickiness that drives resources away from where they run. */
export const rule = defineRule<{ value: string }>({
  code: 'stickiness-negative',
  severity: 'warning',
  message: ({ value }) =>
    `resource-stickiness ${quote(value)} is negative: what runs on a node is moved to another one, again and again`,
  hint: () => 'write 0, or a positive score for resources that stay where they are',
  visit: {
    nvpair: (place, { report }) => {
      const { name, value = '0' } = place.element
      if (name !== 'resource-stickiness' || metaAttributeNvpair(place) === undefined) return
      if (scoreOf(value) < 0) report({ place, attribute: 'value' }, { value })
    },
  },
})

export const docs: RuleDocs = {
  about: 'A `resource-stickiness` is negative.',
  why: 'Stickiness is added to the score of the node where the resource is. Below 0, every other node is better, so that each time Pacemaker decides, at the latest after cluster-recheck-interval, the resource is stopped and started elsewhere. Advice on the web takes it for a way to prevent failback, which a positive stickiness does.',
  source: 'Pacemaker Explained, resource-stickiness; an article on DRBD that advises -10000',
  pacemaker: { does: 'moves the resource each time it decides', versions: 'all' },
  wrong: `cluster({
  rscDefaults: { 'resource-stickiness': -100 },
  resources: [ocf.heartbeat.IPaddr2('vip', { ip: '192.0.2.6' })],
})`,
  right: `cluster({
  rscDefaults: { 'resource-stickiness': 100 },
  resources: [ocf.heartbeat.IPaddr2('vip', { ip: '192.0.2.6' })],
})`,
  fix: 'pcs resource defaults update resource-stickiness=100',
}
