import { dslString, quote, shellWord } from '../../../diagnostics/quote.js'
import { topOf } from '../../../graph/resource/resource-index.js'
import { type Cluster, constraintsOf } from '../../../model/index.js'
import { referencesIn } from '../../../model/sections.js'
import { pathOfId } from '../../../model/walk.js'
import type { Facts } from '../../facts.js'
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

/** What each resource at the top level, or constraint, leads to. */
type Steps = ReadonlyMap<object, readonly object[]>

/** True where steps lead from a resource to one of these. */
function reaches(from: object, to: ReadonlySet<object>, steps: Steps): boolean {
  const seen = new Set([from])
  for (const at of seen) {
    if (to.has(at)) return true
    for (const next of steps.get(at) ?? []) seen.add(next)
  }
  return false
}

/** From each resource to those that it is placed with. */
function placements(facts: Facts): Steps {
  return stepsOf(
    facts
      .links()
      .filter(({ score }) => score > 0)
      .map(({ dependent, primary }) => [topOf(dependent), topOf(primary)]),
  )
}

/** From each resource to the orders that name it, and back; orders of sets and of stops count as well. */
function orders(cluster: Cluster, { index }: Facts): Steps {
  return stepsOf(
    constraintsOf(cluster).flatMap((constraint) => {
      if (constraint.element !== 'rsc_order') return []
      const ids = referencesIn(constraint).flatMap((id) => [id, ...(index.membersOf(id) ?? [])])
      const tops = ids.flatMap((id) => index.get(id) ?? []).map(topOf)
      return tops.flatMap((top) => [[top, constraint] as const, [constraint, top] as const])
    }),
  )
}

function stepsOf(pairs: readonly (readonly [object, object])[]): Steps {
  const steps = new Map<object, object[]>()
  for (const [from, to] of pairs) {
    const known = steps.get(from)
    if (known === undefined) steps.set(from, [to])
    else known.push(to)
  }
  return steps
}

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
