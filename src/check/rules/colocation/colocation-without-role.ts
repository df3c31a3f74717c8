import { quote } from '../../../diagnostics/quote.js'
import { isPromotedRole } from '../../../graph/location/location-effects.js'
import { runsOnSeveralNodes } from '../../../graph/resource/members.js'
import { INFINITY_SCORE, nodesOf } from '../../../model/index.js'
import { placeOfId } from '../../../model/walk.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'
import { startsAfterPromotable } from './promotion-orders.js'

/** A resource that starts after a promotion, and is placed with any instance. */
export const rule = defineRule<{ rsc: string; withRsc: string; order: string; role: string | undefined }>({
  code: 'colocation-without-role',
  severity: 'warning',
  message: ({ rsc, withRsc, order, role }) =>
    `${quote(rsc)} is placed with ${role === undefined ? 'any' : 'an unpromoted'} instance of ${quote(withRsc)}, but starts after its promotion (${quote(order)}): it may run where ${quote(withRsc)} is unpromoted`,
  hint: ({ role }, language) => {
    const verb = role === undefined ? 'add' : 'write'
    return language === 'dsl'
      ? `${verb} { withRscRole: 'Promoted' }`
      : `${verb} with-rsc-role="Promoted" (before schema 3.7 "Master")`
  },
  check: ({ cluster, facts, report }) => {
    const nodes = nodesOf(cluster).length
    const reported = new Set<string>()
    for (const { dependent, primary, score, primaryRole, constraint } of facts.links()) {
      if (!primary.promotable || isPromotedRole(primaryRole ?? '') || score < INFINITY_SCORE) continue
      if (runsOnSeveralNodes(dependent) || constraint.id === undefined || reported.has(constraint.id))
        continue
      const promoted = facts.meta(primary, 'promoted-max') ?? facts.meta(primary, 'master-max')
      if (promoted !== undefined && nodes > 0 && Number.parseInt(promoted, 10) >= nodes) continue
      const after = startsAfterPromotable(cluster, dependent, primary).find(
        ({ action }) => action === 'promote',
      )
      const place = placeOfId(cluster, constraint.id)
      if (after === undefined || place === undefined) continue
      reported.add(constraint.id)
      report(place, {
        rsc: dependent.id,
        withRsc: primary.id,
        order: after.order.id ?? '',
        role: primaryRole,
      })
    }
  },
})

export const docs: RuleDocs = {
  about:
    'A resource is placed with a promotable clone without a role, though it is ordered after the promotion.',
  why: 'Without a role any instance will do. The order is only about the time: the resource waits for the promotion on one node and then starts on another, where the file system cannot be mounted or the database is read-only.',
  source:
    'crm_simulate 2.1.5 with a promotion on node2: the file system starts on node1; seen in guides to DRBD',
  wrong: `cluster({
  resources: [
    promotable(ocf.linbit.drbd('data', { drbd_resource: 'r0' })),
    ocf.heartbeat.Filesystem('fs', { device: '/dev/drbd0', directory: '/data', fstype: 'xfs' }),
  ],
  constraints: [colocation('fs', 'data-clone'), order('data-clone', 'fs', { firstAction: 'promote' })],
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
  fix: 'pcs constraint delete colocation-fs-data-clone-INFINITY; pcs constraint colocation add fs with Promoted data-clone INFINITY',
}
