import { quote } from '../../../diagnostics/quote.js'
import { isPromotedRole } from '../../../graph/location/location-effects.js'
import { runsOnSeveralNodes } from '../../../graph/resource/members.js'
import { INFINITY_SCORE } from '../../../model/index.js'
import { placeOfId } from '../../../model/walk.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'
import { startsAfterPromotable } from '../colocation/promotion-orders.js'

/** A resource that runs with the promoted instance, and starts before there is one. */
export const rule = defineRule<{ rsc: string; withRsc: string }>({
  code: 'order-before-promotion',
  severity: 'warning',
  message: ({ rsc, withRsc }) =>
    `${quote(rsc)} runs with the promoted instance of ${quote(withRsc)}, but is ordered only after its start: it may start before the promotion`,
  hint: (_, language) =>
    language === 'dsl'
      ? "add { firstAction: 'promote', thenAction: 'start' }"
      : 'add first-action="promote" then-action="start"',
  check: ({ cluster, facts, report }) => {
    const reported = new Set<string>()
    for (const { dependent, primary, score, primaryRole = '', constraint } of facts.links()) {
      if (!primary.promotable || !isPromotedRole(primaryRole) || score < INFINITY_SCORE) continue
      if (runsOnSeveralNodes(dependent) || constraint.id === undefined) continue
      const orders = startsAfterPromotable(cluster, dependent, primary)
      const start = orders.find(({ action }) => action === 'start')?.order.id
      if (start === undefined || reported.has(start) || orders.some(({ action }) => action === 'promote'))
        continue
      const place = placeOfId(cluster, start)
      if (place === undefined) continue
      reported.add(start)
      report(place, { rsc: dependent.id, withRsc: primary.id })
    }
  },
})

export const docs: RuleDocs = {
  about: 'A resource is placed with the promoted instance of a clone, but ordered only after its start.',
  why: 'Pacemaker starts all instances, then promotes one. The resource is ordered between the two: a file system is mounted while DRBD is still secondary, and the start fails.',
  source: 'DRBD users guide: the order names the promotion',
  wrong: `cluster({
  resources: [
    promotable(ocf.linbit.drbd('data', { drbd_resource: 'r0' })),
    ocf.heartbeat.Filesystem('fs', { device: '/dev/drbd0', directory: '/data', fstype: 'xfs' }),
  ],
  constraints: [colocation('fs', 'data-clone', { withRscRole: 'Promoted' }), order('data-clone', 'fs')],
})`,
  right: `cluster({
  resources: [
    promotable(ocf.linbit.drbd('data', { drbd_resource: 'r0' })),
    ocf.heartbeat.Filesystem('fs', { device: '/dev/drbd0', directory: '/data', fstype: 'xfs' }),
  ],
  constraints: [
    colocation('fs', 'data-clone', { withRscRole: 'Promoted' }),
    order('data-clone', 'fs', { firstAction: 'promote' }),
  ],
})`,
  fix: 'pcs constraint delete order-data-clone-fs-mandatory; pcs constraint order promote data-clone then start fs',
}
