import { quote, quoteAll } from '../../../diagnostics/quote.js'
import { roomForAll, roomOn } from '../../../graph/colocation/room.js'
import { runsOnSeveralNodes } from '../../../graph/resource/members.js'
import type { ResourceEntry } from '../../../graph/resource/resource-index.js'
import { INFINITY_SCORE } from '../../../model/index.js'
import { pathOfId } from '../../../model/walk.js'
import type { Facts } from '../../facts.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'
import { memberNodesOf, servicesOf } from '../../services.js'

/** A resource that needs more than any node has. */
export const rule = defineRule<{ id: string; strategy: string; others: readonly string[] }>({
  code: 'utilization-too-large',
  severity: 'error',
  message: ({ id, strategy, others }) =>
    `${quote(id)} ${others.length === 0 ? 'needs' : `and what it must run with (${quoteAll(others)}) need`} more than any node has in its utilization: with placement-strategy ${quote(strategy)} it can run on no node`,
  hint: () => 'give the nodes the capacities of the same names; one without a value has none',
  check: ({ cluster, facts, report }) => {
    const strategy = facts.option('placement-strategy') ?? 'default'
    const nodes = memberNodesOf(cluster)
    if (strategy === 'default' || nodes.length === 0) return
    if (servicesOf(cluster).some(({ agent }) => agent.endsWith(':NodeUtilization'))) return
    const primaries = primariesOf(facts)
    for (const { id, entry } of servicesOf(cluster)) {
      if (nodes.every(({ uname = '' }) => roomOn(entry, uname, cluster) === 'none'))
        report(pathOfId(cluster, id), { id, strategy, others: [] })
      else {
        const others = companionsOf(entry, primaries)
        if (
          others.length > 0 &&
          nodes.every(({ uname = '' }) => !roomForAll([entry, ...others], uname, cluster))
        )
          report(pathOfId(cluster, id), { id, strategy, others: others.map((other) => other.id) })
      }
    }
  },
})

type Primaries = ReadonlyMap<ResourceEntry, readonly ResourceEntry[]>

/** The services that each resource must be with, where those run once. */
function primariesOf(facts: Facts): Primaries {
  const found = new Map<ResourceEntry, ResourceEntry[]>()
  for (const { dependent, primary, score, constraint } of facts.links()) {
    if (score < INFINITY_SCORE || constraint.nodeAttribute !== undefined || runsOnSeveralNodes(primary))
      continue
    found.set(dependent, [...(found.get(dependent) ?? []), ...membersOf(primary, facts)])
  }
  return found
}

/** The services beside which alone one can run: members before it, and what it is placed with. */
function companionsOf(entry: ResourceEntry, primaries: Primaries): readonly ResourceEntry[] {
  const found = new Set([entry])
  for (const one of found) {
    if (one.previous !== undefined) found.add(one.previous)
    const group = one.parent === undefined ? [] : (primaries.get(one.parent) ?? [])
    for (const primary of [...(primaries.get(one) ?? []), ...group]) found.add(primary)
  }
  return [...found].slice(1)
}

function membersOf(entry: ResourceEntry, { index }: Facts): readonly ResourceEntry[] {
  const { resource } = entry
  return resource?.element === 'group' ? resource.members.flatMap(({ id }) => index.get(id) ?? []) : [entry]
}

export const docs: RuleDocs = {
  about: 'Capacities count, and no node has what a resource needs, or it and what it must run with.',
  why: 'A node that has no value of that name has no room at all. It happens when only the resources get a utilization, or under another name than the nodes: everything stays stopped, without a message.',
  source: 'Pacemaker Explained, utilization and placement strategy; compared with crm_simulate',
  pacemaker: { does: 'leaves the resource stopped without a message', versions: 'all' },
  wrong: `cluster({
  nodes: [{ id: '1', uname: 'node1', utilization: { ram: 8192 } }],
  properties: { 'placement-strategy': 'balanced' },
  resources: [systemd('db', { utilization: { memory: 4096 } })],
})`,
  right: `cluster({
  nodes: [{ id: '1', uname: 'node1', utilization: { memory: 8192 } }],
  properties: { 'placement-strategy': 'balanced' },
  resources: [systemd('db', { utilization: { memory: 4096 } })],
})`,
  fix: 'pcs node utilization node1 memory=8192 ram=',
}
