import { quote } from '../../../diagnostics/quote.js'
import { constraintsOf, INFINITY_SCORE, type RscLocation, scoreOf } from '../../../model/index.js'
import { pathOfId } from '../../../model/walk.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

/** A preference for a node from which another location bans the resource. */
export const rule = defineRule<{ id: string; rsc: string; node: string; ban: string }>({
  code: 'location-contradicted',
  severity: 'warning',
  message: ({ id, rsc, node, ban }) =>
    `location ${quote(id)} has no effect: it prefers ${quote(node)} for ${quote(rsc)}, and ${quote(ban)} bans it from there`,
  hint: ({ id, ban }) => `remove ${quote(id)} or ${quote(ban)}`,
  check: ({ cluster, report }) => {
    const bans = new Map<string, string>()
    const simple = constraintsOf(cluster).filter(
      (constraint): constraint is RscLocation =>
        constraint.element === 'rsc_location' && constraint.node !== undefined,
    )
    const keyOf = ({ rsc, rscPattern, node, role }: RscLocation) =>
      JSON.stringify([rsc ?? rscPattern, node?.toLowerCase(), role?.toLowerCase()])
    for (const constraint of simple) {
      if (scoreOf(constraint.score) <= -INFINITY_SCORE) bans.set(keyOf(constraint), constraint.id ?? '')
    }
    for (const constraint of bans.size === 0 ? [] : simple) {
      const { id = '', rsc, rscPattern, node = '', score } = constraint
      const ban = bans.get(keyOf(constraint))
      if (ban === undefined || scoreOf(score) <= 0) continue
      report(pathOfId(cluster, id), { id, rsc: rsc ?? rscPattern ?? '', node, ban })
    }
  },
})

export const docs: RuleDocs = {
  about: 'One location prefers a node for a resource, and another bans it from that node.',
  why: 'The scores are added, and -INFINITY wins over everything, INFINITY too. It happens where `pcs resource move` or `ban` was used in a cluster that prefers the node.',
  source: 'Pacemaker Explained, scores (infinity math)',
  wrong: `cluster({
  resources: [ocf.heartbeat.IPaddr2('vip', { ip: '192.0.2.6' })],
  constraints: [location('vip', 'node1', 100), location('vip', 'node1', '-INFINITY', { id: 'never' })],
})`,
  right: `cluster({
  resources: [ocf.heartbeat.IPaddr2('vip', { ip: '192.0.2.6' })],
  constraints: [location('vip', 'node1', 100), location('vip', 'node2', '-INFINITY', { id: 'never' })],
})`,
  fix: 'pcs constraint delete location-vip-node1-100',
}
