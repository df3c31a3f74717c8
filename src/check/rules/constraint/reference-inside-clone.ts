import { quote } from '../../../diagnostics/quote.js'
import { topOf } from '../../../graph/resource/resource-index.js'
import type { Constraint, Place } from '../../../model/index.js'
import { referencesIn } from '../../../model/sections.js'
import { defineRule, type RuleContext } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'
import { resourcesWithHistory } from './history.js'

interface Parameters {
  readonly id: string
  readonly top: string
  readonly isGroup: boolean
  readonly hasRun: boolean
}

/** An id in a constraint that Pacemaker does not resolve to the resource of that id. */
export const rule = defineRule<Parameters>({
  code: 'reference-inside-clone',
  severity: 'error',
  message: ({ id, top, isGroup, hasRun }) => {
    const inside = `${quote(id)} is inside ${quote(top)}: Pacemaker`
    if (isGroup) return `${inside} ignores a constraint that names it`
    return hasRun
      ? `${inside} applies the constraint to ${quote(top)}, but only since ${quote(id)} has run`
      : `${inside} ignores a constraint that names it until ${quote(id)} has run`
  },
  hint: ({ top }) => `name ${quote(top)} instead`,
  visit: { rsc_order: check, rsc_colocation: check, rsc_location: check, rsc_ticket: check },
})

function check(
  place: Place<Constraint>,
  { cluster, facts: { index }, report }: RuleContext<Parameters>,
): void {
  const ids = referencesIn(place.element).flatMap((id) =>
    index.get(id) === undefined ? (index.membersOf(id) ?? []) : [id],
  )
  for (const id of new Set(ids)) {
    const entry = index.get(id)
    if (entry === undefined || index.resolve(id) === entry) continue
    const isGroup = entry.resource?.element === 'group'
    const hasRun = !isGroup && resourcesWithHistory(cluster).has(id)
    report(place, { id, top: topOf(entry).id, isGroup, hasRun }, hasRun ? 'warning' : 'error')
  }
}

export const docs: RuleDocs = {
  about: 'A constraint names a resource inside a clone or bundle, itself or through a tag.',
  why: 'Pacemaker ignores the constraint until the cluster has run that resource, and then applies it to the whole clone or bundle: the same CIB means one thing on the first start and another later. The id of a group inside a clone is never found.',
  source: 'crm_verify 2.1.5 with and without a history in the status',
  pacemaker: {
    does: 'logs an error and ignores the constraint while the status has no history of the resource',
    versions: '2.0.4 and later',
  },
  wrong: `cluster({
  resources: [clone(systemd('haproxy')), ocf.heartbeat.IPaddr2('vip', { ip: '192.0.2.6' })],
  constraints: [colocation('vip', 'haproxy')],
})`,
  right: `cluster({
  resources: [clone(systemd('haproxy')), ocf.heartbeat.IPaddr2('vip', { ip: '192.0.2.6' })],
  constraints: [colocation('vip', 'haproxy-clone')],
})`,
  fix: 'pcs constraint delete colocation-vip-haproxy-INFINITY; pcs constraint colocation add vip with haproxy-clone INFINITY',
}
