import { dslString, quote, shellWord } from '../../../diagnostics/quote.js'
import { pathOfId } from '../../../model/walk.js'
import { orders, placements, reaches } from '../../lookup/dependencies.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'
import { servicesOfType } from '../../services.js'
import { drbdClonesOf } from './drbd.js'

type Missing = 'colocation' | 'order'

/** A file system on DRBD that does not wait for the Primary, or is not placed with it. */
export const rule = defineRule<{ id: string; device: string; clone: string; missing: Missing }>({
  code: 'drbd-filesystem',
  severity: 'warning',
  message: ({ id, device, clone, missing }) =>
    missing === 'colocation'
      ? `${quote(id)} mounts ${quote(device)} and no colocation places it with ${quote(clone)}: it may start where DRBD is Secondary, and fails there`
      : `${quote(id)} mounts ${quote(device)} and no order starts it after the promotion of ${quote(clone)}: the mount may come first, and fail`,
  hint: ({ id, clone, missing }, language) => {
    if (language === 'dsl') {
      return missing === 'colocation'
        ? `add colocation(${dslString(id)}, ${dslString(clone)}, { withRscRole: 'Promoted' })`
        : `add order(${dslString(clone)}, ${dslString(id)}, { firstAction: 'promote', thenAction: 'start' })`
    }
    return missing === 'colocation'
      ? `pcs constraint colocation add ${shellWord(id)} with Promoted ${shellWord(clone)}`
      : `pcs constraint order promote ${shellWord(clone)} then start ${shellWord(id)}`
  },
  check: ({ cluster, facts, report }) => {
    const clones: ReadonlySet<object> = drbdClonesOf(cluster)
    const [clone] = drbdClonesOf(cluster)
    const mounts = servicesOfType(cluster, ['Filesystem']).flatMap(({ id, top, parameter }) => {
      const device = parameter('device') ?? ''
      return device.startsWith('/dev/drbd') ? [{ id, top, device }] : []
    })
    if (clone === undefined || mounts.length === 0) return
    const placed = placements(facts)
    const ordered = orders(cluster, facts)
    for (const { id, top, device } of mounts) {
      const missing = !reaches(top, clones, placed) ? 'colocation' : 'order'
      if (missing === 'order' && reaches(top, clones, ordered)) continue
      report(pathOfId(cluster, id), { id: top.id, device, clone: clone.id, missing })
    }
  },
})

export const docs: RuleDocs = {
  about:
    'A file system on a DRBD device has no colocation with, or no order after, the promotion of a DRBD clone.',
  why: 'Only a Primary can be mounted. The colocation decides the node and the order the time, and both are needed: without either the mount fails with "wrong medium type", and after the first failed start the node is ruled out.',
  source:
    'DRBD user guide, adding a DRBD-backed service; Clusters from Scratch, configuring the cluster for the DRBD device',
  wrong: `cluster({
  resources: [
    promotable(primitive('data', 'ocf:linbit:drbd', { drbd_resource: 'r0' }), { meta: { notify: true, 'clone-max': 2 } }),
    primitive('fs', 'ocf:heartbeat:Filesystem', { device: '/dev/drbd0', directory: '/srv', fstype: 'xfs' }),
  ],
})`,
  right: `cluster({
  resources: [
    promotable(primitive('data', 'ocf:linbit:drbd', { drbd_resource: 'r0' }), { meta: { notify: true, 'clone-max': 2 } }),
    primitive('fs', 'ocf:heartbeat:Filesystem', { device: '/dev/drbd0', directory: '/srv', fstype: 'xfs' }),
  ],
  constraints: [
    colocation('fs', 'data-clone', { withRscRole: 'Promoted' }),
    order('data-clone', 'fs', { firstAction: 'promote', thenAction: 'start' }),
  ],
})`,
  fix: 'pcs constraint colocation add fs with Promoted data-clone; pcs constraint order promote data-clone then start fs',
}
