import { quote } from '../../../diagnostics/quote.js'
import { memoizePerCluster } from '../../../graph/resource/memoize.js'
import { type ResourceEntry, type ResourceIndex, topOf } from '../../../graph/resource/resource-index.js'
import { expandSets } from '../../../graph/resource/resource-sets.js'
import {
  booleanOf,
  type Cluster,
  constraintsOf,
  INFINITY_SCORE,
  type RscOrder,
  scoreOf,
} from '../../../model/index.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

/** An order between a guest node's resource and something that runs inside the guest. */
export const rule = defineRule<{ inside: string; host: string; node: string }>({
  code: 'order-with-host',
  severity: 'warning',
  message: ({ inside, host, node }) =>
    `${quote(inside)} runs on the guest node ${quote(node)} that ${quote(host)} creates: Pacemaker drops the order`,
  hint: () => 'remove it: what runs on a guest node starts after the guest anyway',
  visit: {
    rsc_order: (place, { cluster, facts: { index }, report }) => {
      for (const pair of pairsOf(place.element, index)) {
        for (const [host, inside] of [pair, [pair[1], pair[0]] as const]) {
          const node = host.guest
          if (node === undefined || pinnedNodes(cluster).get(topOf(inside).id) !== node) continue
          report(place, { inside: inside.id, host: host.id, node })
        }
      }
    },
  },
})

type Pair = readonly [first: ResourceEntry, then: ResourceEntry]

/** What an order puts one after the other: each member of a set after the one before, all of a set after all of the one before. */
function pairsOf(order: RscOrder, index: ResourceIndex): readonly Pair[] {
  if (order.resourceSets.length === 0) {
    const [first, then] = [index.resolve(order.first), index.resolve(order.then)]
    return first === undefined || then === undefined ? [] : [[first, then]]
  }
  const sets = expandSets(order, index)
  if (!sets.some(({ members }) => members.some(isHost))) return []
  return sets.flatMap(({ set, members }, at) => {
    const next = sets[at + 1]?.members ?? []
    const isSequence = booleanOf(set.sequential) ?? true
    return [
      ...(isSequence ? members.slice(1).map((then, before) => [members[before], then] as Pair) : []),
      ...members.flatMap((first) =>
        (isHost(first) ? next : next.filter(isHost)).map((then): Pair => [first, then]),
      ),
    ]
  })
}

function isHost({ guest }: ResourceEntry): boolean {
  return guest !== undefined
}

/** The node to which a location binds each resource, of those bound to one. */
const pinnedNodes = memoizePerCluster(
  (cluster: Cluster): ReadonlyMap<string, string> =>
    new Map(
      constraintsOf(cluster).flatMap((constraint) => {
        if (constraint.element !== 'rsc_location') return []
        const { rsc, node, score } = constraint
        return rsc !== undefined && node !== undefined && scoreOf(score) >= INFINITY_SCORE
          ? [[rsc, node] as const]
          : []
      }),
    ),
)

export const docs: RuleDocs = {
  about: 'An order names a resource that creates a guest node, and one that a location binds to this node.',
  why: 'What runs inside a guest can start only when the guest is up, so Pacemaker has that order already, and drops this one. In the other direction it can never be kept.',
  source: 'Pacemaker Remote, guest nodes',
  pacemaker: { does: 'drops the order, with a warning', versions: '1.1.18 and later' },
  wrong: `<resources>
  <primitive id="vm" class="ocf" provider="heartbeat" type="VirtualDomain">
    <meta_attributes id="vm-meta"><nvpair id="vm-remote-node" name="remote-node" value="guest1"/></meta_attributes>
  </primitive>
  <primitive id="web" class="systemd" type="nginx"/>
</resources>
<constraints>
  <rsc_location id="web-inside" rsc="web" node="guest1" score="INFINITY"/>
  <rsc_order id="vm-web" first="vm" then="web"/>
</constraints>`,
  right: `<resources>
  <primitive id="vm" class="ocf" provider="heartbeat" type="VirtualDomain">
    <meta_attributes id="vm-meta"><nvpair id="vm-remote-node" name="remote-node" value="guest1"/></meta_attributes>
  </primitive>
  <primitive id="web" class="systemd" type="nginx"/>
</resources>
<constraints><rsc_location id="web-inside" rsc="web" node="guest1" score="INFINITY"/></constraints>`,
  fix: 'pcs constraint delete vm-web',
}
