import { quote } from '../../../diagnostics/quote.js'
import { runsOnSeveralNodes } from '../../../graph/resource/members.js'
import type { ResourceEntry, ResourceIndex } from '../../../graph/resource/resource-index.js'
import { expandSets, taggedSet } from '../../../graph/resource/resource-sets.js'
import type { RscOrder } from '../../../model/index.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'
import { instancesOf } from '../clone/instances.js'

/** A promotion of a bundle that is to be paired with another, replica by replica. */
export const rule = defineRule<{ bundle: string; first: string; then: string; action: string }>({
  code: 'order-bundle-promotion',
  severity: 'error',
  message: ({ bundle, first, then, action }) =>
    `${quote(then)} is interleaved, but Pacemaker cannot pair its replicas with those of ${quote(first)} by ${action}, which the containers of ${quote(bundle)} never do: version 2.1 logs an internal error and orders the two only as a whole`,
  hint: ({ then }) => `order start before start, or remove interleave=true from ${quote(then)}`,
  visit: {
    rsc_order: (place, { facts, report }) => {
      for (const [before, action, after, thenAction] of sidesOf(place.element, facts.index)) {
        const then = after.find(
          (entry) => runsOnSeveralNodes(entry) && instancesOf(facts, entry).isInterleaved,
        )
        const first = before.find(runsOnSeveralNodes)
        if (first === undefined || then === undefined) continue
        const [bundle, role] = isBundleRole(first, action) ? [first, action] : [then, thenAction]
        if (!isBundleRole(bundle, role)) continue
        report(place, { bundle: bundle.id, first: first.id, then: then.id, action: role })
      }
    },
  },
})

type Sides = readonly [readonly ResourceEntry[], string, readonly ResourceEntry[], string]

function sidesOf(order: RscOrder, index: ResourceIndex): readonly Sides[] {
  if (order.resourceSets.length === 0) {
    const { first, then, firstAction = 'start', thenAction = firstAction } = order
    if (firstAction === 'start' && thenAction === 'start') return []
    return [[taggedSet(index, first) ?? [], firstAction, taggedSet(index, then) ?? [], thenAction]]
  }
  if (!order.resourceSets.some(({ action, idRef }) => action !== undefined || idRef !== undefined)) return []
  const sets = expandSets(order, index)
  return sets.slice(1).map(({ set, members }, at) => {
    const { set: other, members: before } = sets[at] as (typeof sets)[number]
    return [before, other.action ?? 'start', members, set.action ?? 'start'] as const
  })
}

function isBundleRole({ resource }: ResourceEntry, action: string): boolean {
  return resource?.element === 'bundle' && (action === 'promote' || action === 'demote')
}

export const docs: RuleDocs = {
  about: 'An order names the promotion of a bundle and an interleaved clone or bundle.',
  why: 'For an interleaved pair Pacemaker looks for the action at each instance. That of a bundle is its container, which is started and never promoted, so crm_verify 2.1.5 calls the configuration invalid. The order counts only between the two as a whole: one replica does not wait for the other on its node.',
  source: 'crm_verify 2.1.5',
  pacemaker: {
    does: 'logs an internal error and orders the two as a whole',
    versions: '2.1.5; neither 2.0.5 nor 3.0.0',
  },
  wrong: `<resources>
  <bundle id="db">
    <podman image="db:1" replicas="3" promoted-max="1"/>
    <network control-port="3121"/>
    <primitive id="galera" class="ocf" provider="heartbeat" type="galera"/>
  </bundle>
  <clone id="proxy-clone">
    <meta_attributes id="proxy-meta"><nvpair id="proxy-interleave" name="interleave" value="true"/></meta_attributes>
    <primitive id="proxy" class="systemd" type="haproxy"/>
  </clone>
</resources>
<constraints><rsc_order id="o1" first="db" first-action="promote" then="proxy-clone" then-action="start"/></constraints>`,
  right: `<resources>
  <bundle id="db">
    <podman image="db:1" replicas="3" promoted-max="1"/>
    <network control-port="3121"/>
    <primitive id="galera" class="ocf" provider="heartbeat" type="galera"/>
  </bundle>
  <clone id="proxy-clone"><primitive id="proxy" class="systemd" type="haproxy"/></clone>
</resources>
<constraints><rsc_order id="o1" first="db" first-action="promote" then="proxy-clone" then-action="start"/></constraints>`,
  fix: 'pcs resource meta proxy-clone interleave=',
}
