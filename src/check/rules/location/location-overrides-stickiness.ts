import { quote } from '../../../diagnostics/quote.js'
import { constraintsOf, INFINITY_SCORE, scoreOf } from '../../../model/index.js'
import { pathOfId } from '../../../model/walk.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

/** A location that brings a resource back, though its stickiness is to keep it. */
export const rule = defineRule<{ id: string; rsc: string; node: string; stickiness: string }>({
  code: 'location-overrides-stickiness',
  severity: 'info',
  message: ({ id, rsc, node, stickiness }) =>
    `location ${quote(id)} brings ${quote(rsc)} back to ${quote(node)} as soon as that node is there again: against INFINITY its resource-stickiness ${quote(stickiness)} counts for nothing`,
  hint: ({ stickiness }) => `write a score below ${stickiness}, if it is to stay after a failover`,
  check: ({ cluster, facts, report }) => {
    const preferred = constraintsOf(cluster).flatMap((constraint) =>
      constraint.element === 'rsc_location' && scoreOf(constraint.score) >= INFINITY_SCORE
        ? [constraint]
        : [],
    )
    for (const { id = '', rsc = '', node } of preferred) {
      const entry = facts.index.resolve(rsc)
      const { resource } = entry ?? {}
      if (entry === undefined || node === undefined || id.startsWith('cli-')) continue
      if (resource?.element !== 'group' && resource?.element !== 'primitive') continue
      if (resource.element === 'primitive' && resource.class === 'stonith') continue
      if (preferred.some((other) => other.rsc === rsc && other.node !== node)) continue
      const stickiness = facts.meta(entry, 'resource-stickiness') ?? '0'
      const score = scoreOf(stickiness)
      if (score > 0 && score < INFINITY_SCORE) report(pathOfId(cluster, id), { id, rsc, node, stickiness })
    }
  },
})

export const docs: RuleDocs = {
  about: 'A resource prefers a node by INFINITY, and has a `resource-stickiness`.',
  why: '`pcs constraint location X prefers NODE` writes INFINITY where no score is given. The resource then returns to the node as soon as that is back, which is a second outage, in the middle of a day or while the node is not well yet. Stickiness, which is there to prevent it, is lost in the sum.',
  source: 'pcs(8), constraint location prefers (default score INFINITY); Pacemaker Explained, scores',
  wrong: `cluster({
  rscDefaults: { 'resource-stickiness': 100 },
  resources: [ocf.heartbeat.IPaddr2('vip', { ip: '192.0.2.6' })],
  constraints: [location('vip', 'node1', 'INFINITY')],
})`,
  right: `cluster({
  resources: [ocf.heartbeat.IPaddr2('vip', { ip: '192.0.2.6' })],
  constraints: [location('vip', 'node1', 'INFINITY')],
})`,
  fix: 'pcs constraint delete location-vip-node1-INFINITY; pcs constraint location vip prefers node1=50',
}
