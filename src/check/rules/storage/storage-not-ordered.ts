import { dslString, quote, shellWord } from '../../../diagnostics/quote.js'
import type { ResourceEntry } from '../../../graph/resource/resource-index.js'
import { topOf } from '../../../graph/resource/resource-index.js'
import { type Cluster, INFINITY_SCORE } from '../../../model/index.js'
import { pathOfId } from '../../../model/walk.js'
import type { Facts } from '../../facts.js'
import { orders, reaches } from '../../lookup/dependencies.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'
import { servicesOf, servicesOfType, typeOf } from '../../services.js'
import { needsOf, storageTypes } from './needs.js'
import { type Pair, pairOf, unkept } from './pairs.js'

/** Agents that need no file system or device, wherever they are placed. */
const independent =
  /^(IPaddr2?|IPv6addr|IPsrcaddr|.*-ip|.*vip|awseip|azure-lb|gcp-ilb|ping|pingd|ethmonitor|MailTo|portblock|Route|SendArp|Dummy|Stateful|iSCSITarget|remote)$/i

/** A service that may start before the storage that it needs. */
export const rule = defineRule<{ id: string; how: string; top: string; storage: string }>({
  code: 'storage-not-ordered',
  severity: 'warning',
  message: ({ id, how }) =>
    `${quote(id)} ${how}, and no Mandatory order starts it afterwards: it may start without that, and fail`,
  hint: ({ top, storage }, language) =>
    language === 'dsl'
      ? `add order(${dslString(storage)}, ${dslString(top)})`
      : `pcs constraint order ${shellWord(storage)} then ${shellWord(top)}`,
  check: ({ cluster, facts, report }) => {
    const pairs = [...needsOf(cluster).map(pairOf), ...byColocations(cluster, facts)]
    if (pairs.length === 0) return
    const ordered = orders(cluster, facts)
    const isOrdered = ({ top, storage }: Pair) => reaches(top, new Set([storage]), ordered)
    for (const { id, how, top, storage } of unkept(pairs, isOrdered))
      report(pathOfId(cluster, id), { id, how, top: top.id, storage: storage.id })
  },
})

/** A colocation shows that it needs what it is placed with, where that is storage. */
function byColocations(cluster: Cluster, facts: Facts): Pair[] {
  if (servicesOfType(cluster, storageTypes).length === 0) return []
  const types = new Map<ResourceEntry, string[]>()
  for (const { top, agent } of servicesOf(cluster)) {
    const known = types.get(top)
    if (known === undefined) types.set(top, [typeOf(agent)])
    else known.push(typeOf(agent))
  }
  return facts.links().flatMap(({ dependent, primary, score }) => {
    const [top, storage] = [topOf(dependent), topOf(primary)]
    const [users = [], stores = []] = [types.get(top), types.get(storage)]
    const isStorage = stores.length > 0 && stores.every((type) => storageTypes.includes(type))
    if (score < INFINITY_SCORE || !isStorage || users.every((type) => independent.test(type))) return []
    return [{ id: top.id, how: `is placed with ${quote(storage.id)}`, top, storage }]
  })
}

export const docs: RuleDocs = {
  about: 'A service uses storage or locks of the cluster and no Mandatory order starts it after them.',
  why: 'A colocation decides the place only. Without an order Pacemaker starts both at once, and stops both at once: the service finds an empty directory, or the file system cannot be unmounted while the service still uses it, its stop fails, and the node is fenced.',
  source:
    'Clusters from Scratch, controlling resource start and stop ordering; Red Hat, configuring GFS2 file systems in a cluster',
  wrong: `cluster({
  resources: [
    primitive('fs', 'ocf:heartbeat:Filesystem', { device: '/dev/sdb1', directory: '/srv/db', fstype: 'xfs' }),
    primitive('db', 'ocf:heartbeat:mysql', { datadir: '/srv/db/data' }),
  ],
  constraints: [colocation('db', 'fs')],
})`,
  right: `cluster({
  resources: [
    primitive('fs', 'ocf:heartbeat:Filesystem', { device: '/dev/sdb1', directory: '/srv/db', fstype: 'xfs' }),
    primitive('db', 'ocf:heartbeat:mysql', { datadir: '/srv/db/data' }),
  ],
  constraints: [order('fs', 'db'), colocation('db', 'fs')],
})`,
  fix: 'pcs constraint order fs then db',
}
