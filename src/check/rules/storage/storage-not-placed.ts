import { dslString, quote, shellWord } from '../../../diagnostics/quote.js'
import type { ResourceEntry } from '../../../graph/resource/resource-index.js'
import { topOf } from '../../../graph/resource/resource-index.js'
import { type Cluster, INFINITY_SCORE } from '../../../model/index.js'
import { pathOfId } from '../../../model/walk.js'
import type { Facts } from '../../facts.js'
import { placements, reaches, type Steps } from '../../lookup/dependencies.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'
import { ordersOf, servicesOf, typeOf } from '../../services.js'
import { isEverywhere, needsOf, storageTypes } from './needs.js'
import { type Pair, pairOf, unkept } from './pairs.js'

/** A service that may run where the storage that it needs is not. */
export const rule = defineRule<{ id: string; how: string; top: string; storage: string }>({
  code: 'storage-not-placed',
  severity: 'warning',
  message: ({ id, how }) =>
    `${quote(id)} ${how}, and no colocation of score INFINITY places the two together: it may start on another node, and fail there`,
  hint: ({ top, storage }, language) =>
    language === 'dsl'
      ? `add colocation(${dslString(top)}, ${dslString(storage)})`
      : `pcs constraint colocation add ${shellWord(top)} with ${shellWord(storage)}`,
  check: ({ cluster, facts, report }) => {
    const [needed, ordered] = [byParameters(cluster), byOrders(cluster, facts)]
    if (needed.length === 0 && ordered.length === 0) return
    const isPlaced = (steps: Steps) => (pair: Pair) =>
      reaches(pair.top, new Set([pair.storage]), steps) || reaches(pair.storage, new Set([pair.top]), steps)
    const alone = [
      ...unkept(needed, isPlaced(placements(facts, INFINITY_SCORE))),
      ...unkept(ordered, isPlaced(placements(facts))),
    ]
    for (const { id, how, top, storage } of unkept(alone, () => false))
      report(pathOfId(cluster, id), { id, how, top: top.id, storage: storage.id })
  },
})

function byParameters(cluster: Cluster): Pair[] {
  return needsOf(cluster)
    .filter(({ storage }) => !isEverywhere(storage))
    .map(pairOf)
}

/** An order shows that it needs what is before it, where that is storage and both run once. */
function byOrders(cluster: Cluster, { index }: Facts): Pair[] {
  const types = new Map(servicesOf(cluster).map(({ entry, agent }) => [entry, typeOf(agent)]))
  return ordersOf(cluster).flatMap(({ id, first = '', then = '' }) => {
    const [before, after] = [index.get(first), index.get(then)]
    if (before === undefined || after === undefined) return []
    const [top, storage] = [topOf(after), topOf(before)]
    const isStorage = storageTypes.includes(types.get(lastOf(storage, index)) ?? '')
    if (!isStorage || !runsOnce(top) || !runsOnce(storage)) return []
    return [
      { id: top.id, how: `starts after ${quote(storage.id)} by the order ${quote(id ?? '')}`, top, storage },
    ]
  })
}

/** The last member of a group, which is what others wait for; what is no group itself. */
function lastOf(entry: ResourceEntry, index: Facts['index']): ResourceEntry {
  const { resource } = entry
  const last = resource?.element === 'group' ? resource.members.at(-1)?.id : undefined
  return (last === undefined ? undefined : index.get(last)) ?? entry
}

function runsOnce({ resource }: ResourceEntry): boolean {
  return resource?.element === 'primitive' || resource?.element === 'group'
}

export const docs: RuleDocs = {
  about: 'A service uses storage of the cluster and no colocation of score INFINITY places the two together.',
  why: 'An order decides the time only. Pacemaker places what nothing ties together on different nodes where it can, to share the load: the database starts where its file system is not mounted, with an empty directory or not at all.',
  source:
    'Clusters from Scratch, ensuring resources run on the same host; ocf:heartbeat:Filesystem, LVM-activate, iSCSILogicalUnit',
  wrong: `cluster({
  resources: [
    primitive('fs', 'ocf:heartbeat:Filesystem', { device: '/dev/sdb1', directory: '/srv/db', fstype: 'xfs' }),
    primitive('db', 'ocf:heartbeat:mysql', { datadir: '/srv/db/data' }),
  ],
  constraints: [order('fs', 'db')],
})`,
  right: `cluster({
  resources: [
    primitive('fs', 'ocf:heartbeat:Filesystem', { device: '/dev/sdb1', directory: '/srv/db', fstype: 'xfs' }),
    primitive('db', 'ocf:heartbeat:mysql', { datadir: '/srv/db/data' }),
  ],
  constraints: [order('fs', 'db'), colocation('db', 'fs')],
})`,
  fix: 'pcs constraint colocation add db with fs',
}
