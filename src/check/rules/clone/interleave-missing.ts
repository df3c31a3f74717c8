import { quote } from '../../../diagnostics/quote.js'
import { causesOf } from '../../../graph/order/constraint-terms.js'
import { runsOnSeveralNodes } from '../../../graph/resource/members.js'
import { type ResourceEntry, topOf } from '../../../graph/resource/resource-index.js'
import { expandSets, taggedSet } from '../../../graph/resource/resource-sets.js'
import type { Place, RscOrder } from '../../../model/index.js'
import { booleanOf } from '../../../model/index.js'
import type { Facts } from '../../facts.js'
import { defineRule, type RuleContext } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'
import { instancesOf, isClone } from './instances.js'

interface Parameters {
  readonly first: string
  readonly then: string
}

/** A clone that waits for another clone as a whole, and restarts on all nodes with each of its instances. */
export const rule = defineRule<Parameters>({
  code: 'interleave-missing',
  severity: 'warning',
  message: ({ first, then }) =>
    `${quote(then)} starts after ${quote(first)} and is not interleaved: whenever ${quote(first)} starts on one node, ${quote(then)} restarts on all`,
  hint: ({ then }, language) =>
    language === 'dsl'
      ? `set meta: { interleave: true } on ${quote(then)}`
      : `pcs resource meta ${then} interleave=true`,
  visit: { rsc_order: check },
})

function check(place: Place<RscOrder>, { facts, report }: RuleContext<Parameters>): void {
  const order = place.element
  const cause = causesOf(order)?.forward
  if (cause?.kind !== 'Mandatory' || !cause.symmetrical || booleanOf(order.requireAll) === false) return
  const reported = new Set<ResourceEntry>()
  for (const [base, dependent] of startsOf(order, facts)) {
    if (base === dependent || reported.has(dependent) || !isSpread(base, facts)) continue
    if (!isClone(dependent) || !isSpread(dependent, facts)) continue
    if (facts.meta(base, 'clone-min') !== undefined || instancesOf(facts, dependent).isInterleaved) continue
    reported.add(dependent)
    report(place, { first: base.id, then: dependent.id })
  }
}

type Pairs = readonly (readonly [ResourceEntry, ResourceEntry])[]

/** Each two of which the one starts after the other by this order. */
function startsOf(order: RscOrder, { index }: Facts): Pairs {
  const pairs = (before: readonly ResourceEntry[], after: readonly ResourceEntry[]): Pairs =>
    before.flatMap((one) => after.map((other) => [one, other] as const))
  if (order.resourceSets.length === 0) {
    const { first, then, firstAction = 'start', thenAction = firstAction } = order
    if (firstAction !== 'start' || thenAction !== 'start') return []
    return pairs(taggedSet(index, first) ?? [], taggedSet(index, then) ?? [])
  }
  const sets = expandSets(order, index).map(({ set, members }) => ({
    isStart: (set.action ?? 'start') === 'start' && booleanOf(set.requireAll) !== false,
    isSequence: booleanOf(set.sequential) !== false,
    members: members.map(topOf),
  }))
  return sets.flatMap(({ isStart, isSequence, members }, at): Pairs => {
    if (!isStart) return []
    const inside = isSequence
      ? members.slice(1).map((then, i) => [members[i] as ResourceEntry, then] as const)
      : []
    const next = sets[at + 1]
    if (next === undefined || !next.isStart) return inside
    const last = isSequence ? members.slice(-1) : members
    return [...inside, ...pairs(last, next.isSequence ? next.members.slice(0, 1) : next.members)]
  })
}

/** True for a clone or bundle that may run on more than one node. */
function isSpread(entry: ResourceEntry, facts: Facts): boolean {
  const { resource } = entry
  const max = resource?.element === 'bundle' ? resource.container.replicas : facts.meta(entry, 'clone-max')
  return runsOnSeveralNodes(entry) && (max === undefined || Number.parseInt(max, 10) > 1)
}

export const docs: RuleDocs = {
  about: 'A clone starts after another clone and lacks interleave=true.',
  why: 'Without interleave=true each instance waits for all instances of the other clone. When that starts on one node, after a failure or since the node comes back, the dependent clone is stopped and started on every node: an outage of the whole service.',
  source:
    'crowbar added interleave=true to the clones of eight repositories for this reason; Pacemaker Explained, clone options',
  wrong: `cluster({
  resources: [clone(systemd('keystone')), clone(systemd('glance'))],
  constraints: [order('keystone-clone', 'glance-clone')],
})`,
  right: `cluster({
  resources: [clone(systemd('keystone')), clone(systemd('glance'), { meta: { interleave: true } })],
  constraints: [order('keystone-clone', 'glance-clone')],
})`,
  fix: 'pcs resource meta glance-clone interleave=true',
}
