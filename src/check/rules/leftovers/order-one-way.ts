import { dslString, quote, shellWord } from '../../../diagnostics/quote.js'
import { memoizePerCluster } from '../../../graph/resource/memoize.js'
import { booleanOf, type Cluster, type RscOrder } from '../../../model/index.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'
import { ordersOf } from '../../services.js'

/** An order of starts to which no order of stops belongs. */
export const rule = defineRule<{ id: string; first: string; then: string }>({
  code: 'order-one-way',
  severity: 'info',
  message: ({ id, first, then }) =>
    `order ${quote(id)} is for starts only: ${quote(first)} can stop while ${quote(then)} still runs`,
  hint: ({ id, first, then }, language) =>
    language === 'dsl'
      ? `remove symmetrical: false, or add order(${dslString(then)}, ${dslString(first)}, { firstAction: 'stop', symmetrical: false })`
      : `pcs constraint delete ${shellWord(id)}; pcs constraint order ${shellWord(first)} then ${shellWord(then)}`,
  visit: {
    rsc_order: (place, { cluster, report }) => {
      const { id = '', first = '', then = '', kind = 'Mandatory', resourceSets } = place.element
      if (resourceSets.length > 0 || kind.toLowerCase() !== 'mandatory' || !isOfStarts(place.element)) return
      if (!stopsOf(cluster).has(JSON.stringify([then, first]))) report(place, { id, first, then })
    },
  },
})

/** True for an order that has effect when both start, and then only. */
export function isOfStarts({
  firstAction = 'start',
  thenAction = firstAction,
  symmetrical,
}: RscOrder): boolean {
  return booleanOf(symmetrical) === false && firstAction === 'start' && thenAction === 'start'
}

/** The pairs where one goes down before the other does: the first and the then of stops, as JSON. */
export const stopsOf = memoizePerCluster((cluster: Cluster): ReadonlySet<string> => {
  const pairs = new Set<string>()
  for (const { first, then, firstAction = 'start', thenAction = firstAction, symmetrical } of ordersOf(
    cluster,
  )) {
    if (/^(stop|demote)$/.test(firstAction) && /^(stop|demote)$/.test(thenAction)) {
      pairs.add(JSON.stringify([first, then]))
    } else if (booleanOf(symmetrical) !== false) pairs.add(JSON.stringify([then, first]))
  }
  return pairs
})

export const docs: RuleDocs = {
  about: 'A Mandatory order of starts has `symmetrical=false`, and nothing orders the stops.',
  why: 'Without its inverse the first resource may stop while the other still uses it: a file system cannot be unmounted under a running database, its stop fails, and the node is fenced. Often it is left over from the time when a cycle was to be avoided.',
  source: 'Pacemaker Explained, ordering constraints (symmetrical)',
  wrong: `cluster({
  resources: [
    primitive('fs', 'ocf:heartbeat:Filesystem', { device: '/dev/sdb1', directory: '/srv', fstype: 'xfs' }),
    systemd('db'),
  ],
  constraints: [order('fs', 'db', { symmetrical: false }), colocation('db', 'fs')],
})`,
  right: `cluster({
  resources: [
    primitive('fs', 'ocf:heartbeat:Filesystem', { device: '/dev/sdb1', directory: '/srv', fstype: 'xfs' }),
    systemd('db'),
  ],
  constraints: [order('fs', 'db'), colocation('db', 'fs')],
})`,
  fix: 'pcs constraint delete order-fs-db-Mandatory; pcs constraint order fs then db',
}
