import { quote } from '../../../diagnostics/quote.js'
import { isPromotedRole } from '../../../graph/location/location-effects.js'
import { runsOnSeveralNodes } from '../../../graph/resource/members.js'
import type { ResourceEntry } from '../../../graph/resource/resource-index.js'
import { INFINITY_SCORE } from '../../../model/index.js'
import { placeOfId } from '../../../model/walk.js'
import type { Facts } from '../../facts.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'

/** A clone that must run with a resource of which there is only one. */
export const rule = defineRule<{
  clone: string
  single: string
  plain: string | undefined
  promoted: boolean
}>({
  code: 'clone-confined',
  severity: 'warning',
  message: ({ clone, single, promoted }) =>
    `${quote(clone)} must run with ${promoted ? 'the promoted instance of ' : ''}${quote(single)}, which runs on one node: the clone runs on that node only`,
  hint: ({ clone, single, plain, promoted }, language) => {
    if (promoted) return `remove the role, if ${quote(clone)} is to be wherever ${quote(single)} runs`
    const remove = plain === undefined ? '' : `pcs constraint delete ${plain}; `
    const turned =
      language === 'dsl'
        ? `write colocation('${single}', '${clone}') in its place`
        : `${remove}pcs constraint colocation add ${single} with ${clone} INFINITY`
    return `${turned}, if ${quote(single)} is to be where the clone runs`
  },
  check: ({ cluster, facts, report }) => {
    const reported = new Set<string>()
    for (const { dependent, primary, score, constraint, dependentRole, primaryRole } of facts.links()) {
      if (score < INFINITY_SCORE || constraint.nodeAttribute !== undefined || constraint.id === undefined)
        continue
      const promoted =
        isPromotedRole(primaryRole ?? '') && primary.promotable && hasOnePromoted(primary, facts)
      if (dependentRole !== undefined || !runsOnSeveralNodes(dependent)) continue
      if (runsOnSeveralNodes(primary) && !promoted) continue
      const { resource } = dependent
      const max =
        resource?.element === 'bundle' ? resource.container.replicas : facts.meta(dependent, 'clone-max')
      const key = `${dependent.id} ${constraint.id}`
      const place = placeOfId(cluster, constraint.id)
      if ((max !== undefined && Number.parseInt(max, 10) <= 1) || place === undefined || reported.has(key))
        continue
      reported.add(key)
      const plain = constraint.resourceSets.length === 0 ? constraint.id : undefined
      report(place, { clone: dependent.id, single: primary.id, plain, promoted })
    }
  },
})

function hasOnePromoted(entry: ResourceEntry, { meta }: Facts): boolean {
  return (meta(entry, 'promoted-max') ?? meta(entry, 'master-max') ?? '1') === '1'
}

export const docs: RuleDocs = {
  about: 'A clone depends with score INFINITY on a resource, or a promoted instance, that runs on one node.',
  why: 'Every instance must be where the single resource is, so the clone shrinks to one instance, and the service moves with an outage where it could have been everywhere. Mostly the two sides of the colocation are mixed up.',
  source: 'puppet-corosync issues 100 and 150',
  wrong: `cluster({
  resources: [clone(systemd('haproxy')), ocf.heartbeat.IPaddr2('vip', { ip: '192.0.2.6' })],
  constraints: [colocation('haproxy-clone', 'vip')],
})`,
  right: `cluster({
  resources: [clone(systemd('haproxy')), ocf.heartbeat.IPaddr2('vip', { ip: '192.0.2.6' })],
  constraints: [colocation('vip', 'haproxy-clone')],
})`,
  fix: 'pcs constraint delete colocation-haproxy-clone-vip-INFINITY; pcs constraint colocation add vip with haproxy-clone INFINITY',
}
