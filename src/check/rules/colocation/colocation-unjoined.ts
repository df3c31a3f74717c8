import { quote, shellWord } from '../../../diagnostics/quote.js'
import { placementOf } from '../../../graph/colocation/placement.js'
import { type ResourceEntry, topOf } from '../../../graph/resource/resource-index.js'
import { looseMeetings } from '../../../graph/running/loose-colocations.js'
import { scoreOf } from '../../../model/index.js'
import { pathOfId } from '../../../model/walk.js'
import type { Facts } from '../../facts.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

/** A resource that must be with two others, which Pacemaker spreads over the nodes. */
export const rule = defineRule<{ id: string; one: string; other: string }>({
  code: 'colocation-unjoined',
  severity: 'warning',
  message: ({ id, one, other }) =>
    `${quote(id)} must run with ${quote(one)} and with ${quote(other)}, and nothing places these two together: while they are on different nodes, ${quote(id)} stays stopped`,
  hint: ({ one, other }, language) =>
    language === 'dsl'
      ? `add colocation(${quote(other)}, ${quote(one)}), or put all in a group`
      : `pcs constraint colocation add ${shellWord(other)} with ${shellWord(one)}`,
  check: ({ cluster, facts, report }) => {
    if (facts.links().length < 2) return
    const known = new Set<string>()
    for (const { dependent, primaries } of looseMeetings(placementOf(cluster))) {
      const id = dependent.parent?.id ?? dependent.id
      const [one, other] = primaries
      const isEarlier = primaries.every((primary) => isPlacedBefore(topOf(primary), topOf(dependent), facts))
      if (dependent.previous !== undefined || !isEarlier || known.has(id)) continue
      known.add(id)
      report(pathOfId(cluster, id), { id, one: one.id, other: other.id })
    }
  },
})

/**
 * Resources have their turn by priority, then in document order. What has its turn first draws what it is placed with to
 * itself, one after the other.
 */
function isPlacedBefore(one: ResourceEntry, other: ResourceEntry, { index, meta }: Facts): boolean {
  const [first, second] = [one, other].map((entry) => scoreOf(meta(entry, 'priority')))
  if (first !== second) return Number(first) > Number(second)
  return [...index.entries].find((entry) => entry === one || entry === other) === one
}

export const docs: RuleDocs = {
  about:
    'A resource is placed with two others that run once, and no colocation places these with one another.',
  why: 'Pacemaker decides where each of the two runs without a thought of the third, and spreads resources by default. The third then has no node left, and stays stopped without a message, until chance brings both to one node. A resource that comes before them, by priority or in the CIB, draws both to itself.',
  source:
    'Pacemaker Explained, colocation (a resource is placed after what it is placed with); compared with crm_simulate',
  pacemaker: { does: 'leaves the resource stopped without a message', versions: 'all' },
  wrong: `cluster({
  nodes: ['node1', 'node2'],
  resources: [systemd('db'), systemd('web'), ocf.heartbeat.IPaddr2('vip', { ip: '192.0.2.6' })],
  constraints: [colocation('vip', 'db'), colocation('vip', 'web')],
})`,
  right: `cluster({
  nodes: ['node1', 'node2'],
  resources: [systemd('db'), systemd('web'), ocf.heartbeat.IPaddr2('vip', { ip: '192.0.2.6' })],
  constraints: [colocation('vip', 'db'), colocation('vip', 'web'), colocation('web', 'db')],
})`,
  fix: 'pcs constraint colocation add web with db',
}
