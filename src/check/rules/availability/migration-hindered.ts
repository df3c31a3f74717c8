import { quote, shellWord } from '../../../diagnostics/quote.js'
import { prerequisitesOf } from '../../../graph/analysis/prerequisites.js'
import { placementOf } from '../../../graph/colocation/placement.js'
import { isCollocated, runsOnSeveralNodes } from '../../../graph/resource/members.js'
import { type ResourceEntry, topOf } from '../../../graph/resource/resource-index.js'
import { booleanOf, INFINITY_SCORE } from '../../../model/index.js'
import { pathOfId } from '../../../model/walk.js'
import type { Facts } from '../../facts.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'
import { servicesOf } from '../../services.js'

/** A resource that is to migrate live, and cannot. */
export const rule = defineRule<{ id: string; other: string }>({
  code: 'migration-hindered',
  severity: 'warning',
  message: ({ id, other }) =>
    `${quote(id)} has allow-migrate=true, and moves only with ${quote(other)}, which it starts after: that stops first, so ${quote(id)} is stopped and started, never migrated`,
  hint: ({ id, other }, language) =>
    language === 'dsl'
      ? `put ${quote(other)} in a clone, or leave out 'allow-migrate'`
      : `pcs resource clone ${shellWord(other)} interleave=true, or pcs resource meta ${shellWord(id)} allow-migrate=`,
  check: ({ cluster, facts, report }) => {
    const canMigrate = (entry: ResourceEntry) => booleanOf(facts.meta(entry, 'allow-migrate')) === true
    for (const { id, entry, top } of servicesOf(cluster)) {
      if (!canMigrate(entry) || runsOnSeveralNodes(top)) continue
      const other =
        memberBefore(entry, facts, canMigrate) ??
        prerequisitesOf(entry, placementOf(cluster))
          .filter(({ cause }) => cause.kind === 'Mandatory' && cause.symmetrical && !cause.inverse)
          .map(({ first }) => first)
          .find(
            (first) =>
              !canMigrate(first) && !runsOnSeveralNodes(topOf(first)) && isWith(top, topOf(first), facts),
          )
      if (other !== undefined) report(pathOfId(cluster, id), { id, other: other.id })
    }
  },
})

function memberBefore(
  entry: ResourceEntry,
  { meta, index }: Facts,
  canMigrate: (entry: ResourceEntry) => boolean,
): ResourceEntry | undefined {
  const { parent } = entry
  const isOrdered = parent !== undefined && (booleanOf(meta(parent, 'ordered')) ?? true)
  if (parent === undefined || !isOrdered || !isCollocated(index, parent)) return undefined
  for (let before = entry.previous; before !== undefined; before = before.previous) {
    if (!canMigrate(before)) return before
  }
  return undefined
}

function isWith(top: ResourceEntry, first: ResourceEntry, facts: Facts): boolean {
  return facts
    .links()
    .some(
      ({ dependent, primary, score }) =>
        score >= INFINITY_SCORE && topOf(dependent) === top && topOf(primary) === first,
    )
}

export const docs: RuleDocs = {
  about: 'A resource with `allow-migrate` runs with, and starts after, something that cannot migrate.',
  why: 'For a live migration the resource is active on both nodes for a while. What it needs has to be on both nodes too. A file system that is mounted once has to be unmounted before it can move, and all that uses it has to stop first: crm_simulate shows "Move" in place of "Migrate".',
  source:
    'Pacemaker Explained, migrating resources (not while a resource that it depends on has to move); crm_simulate 2.1.5 and 3.0.0',
  wrong: `cluster({
  resources: [
    primitive('images', 'ocf:heartbeat:Filesystem', { device: '/dev/sdb1', directory: '/vm', fstype: 'xfs' }),
    primitive('vm', 'ocf:heartbeat:VirtualDomain', { config: '/vm/a.xml' }, { meta: { 'allow-migrate': true } }),
  ],
  constraints: [order('images', 'vm'), colocation('vm', 'images')],
})`,
  right: `cluster({
  properties: { 'no-quorum-policy': 'freeze' },
  resources: [
    clone(primitive('images', 'ocf:heartbeat:Filesystem', { device: '/dev/sdb1', directory: '/vm', fstype: 'gfs2' }), {
      meta: { interleave: true },
    }),
    primitive('vm', 'ocf:heartbeat:VirtualDomain', { config: '/vm/a.xml' }, { meta: { 'allow-migrate': true } }),
  ],
  constraints: [order('images-clone', 'vm'), colocation('vm', 'images-clone')],
})`,
  fix: 'pcs resource clone images interleave=true',
}
