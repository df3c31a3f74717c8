import { quote } from '../../../diagnostics/quote.js'
import type { ResourceEntry } from '../../../graph/resource/resource-index.js'
import { booleanOf, constraintsOf, INFINITY_SCORE, type RscLocation, scoreOf } from '../../../model/index.js'
import { pathOfId } from '../../../model/walk.js'
import type { Facts } from '../../facts.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

interface Parameters {
  readonly id: string
  readonly rsc: string
  readonly node: string
  readonly lead: number
  readonly stickiness: number
}

/** A preference that brings nothing back, since stickiness weighs as much. */
export const rule = defineRule<Parameters>({
  code: 'location-below-stickiness',
  severity: 'info',
  message: ({ id, rsc, node, lead, stickiness }) =>
    `${quote(rsc)} does not return to ${quote(node)} after a failover: location ${quote(id)} prefers that by ${lead}, and its stickiness of ${stickiness} keeps it where it is`,
  hint: ({ stickiness }) => `write a score above ${stickiness}, if it is to return`,
  check: ({ cluster, facts, report }) => {
    const preferred = new Map<ResourceEntry, RscLocation[]>()
    for (const constraint of constraintsOf(cluster)) {
      if (constraint.element !== 'rsc_location' || constraint.node === undefined) continue
      const entry = facts.index.resolve(constraint.rsc)
      const kind = entry?.resource?.element
      if (entry === undefined || (kind !== 'primitive' && kind !== 'group')) continue
      preferred.set(entry, [...(preferred.get(entry) ?? []), constraint])
    }
    for (const [entry, locations] of preferred) {
      const [best, second] = [...locations].sort((one, other) => scoreOf(other.score) - scoreOf(one.score))
      if (best?.id === undefined || best.node === undefined || scoreOf(best.score) >= INFINITY_SCORE) continue
      const lead = scoreOf(best.score) - Math.max(0, scoreOf(second?.score ?? '0'))
      const stickiness = stickinessOf(entry, facts)
      if (lead <= 0 || stickiness < lead || stickiness >= INFINITY_SCORE) continue
      if (booleanOf(facts.meta(entry, 'is-managed')) === false) continue
      const { id, node } = best
      report(pathOfId(cluster, id), { id, rsc: entry.id, node, lead, stickiness })
    }
  },
})

/** The stickiness of a resource, of a group the sum of its members'. */
function stickinessOf(entry: ResourceEntry, { index, meta }: Facts): number {
  const { resource } = entry
  const members =
    resource?.element === 'group' ? resource.members.flatMap(({ id }) => index.get(id) ?? []) : [entry]
  return members.reduce((sum, member) => sum + scoreOf(meta(member, 'resource-stickiness') ?? '0'), 0)
}

export const docs: RuleDocs = {
  about: 'A resource prefers a node by no more than its `resource-stickiness`.',
  why: 'Stickiness is added to the score of the node where the resource is, in a group once for each member. After a failover the preferred node has the lower score, and the resource stays on the other, until that fails. It is right where it is meant; where the preferred node is the larger one, or licensed, it is not.',
  source: 'Pacemaker Explained, resource-stickiness; Clusters from Scratch, preferring one node over another',
  wrong: `cluster({
  rscDefaults: { 'resource-stickiness': 100 },
  resources: [ocf.heartbeat.IPaddr2('vip', { ip: '192.0.2.6' })],
  constraints: [location('vip', 'node1', 50)],
})`,
  right: `cluster({
  rscDefaults: { 'resource-stickiness': 100 },
  resources: [ocf.heartbeat.IPaddr2('vip', { ip: '192.0.2.6' })],
  constraints: [location('vip', 'node1', 200)],
})`,
  fix: 'pcs constraint location vip prefers node1=200',
}
