import { dslString, quote, shellWord } from '../../../diagnostics/quote.js'
import { placesOf } from '../../../model/index.js'
import { pathOfId } from '../../../model/walk.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'
import { servicesOfType } from '../../services.js'

/** A test of the network that has no consequence. */
export const rule = defineRule<{ id: string; attribute: string }>({
  code: 'ping-unused',
  severity: 'warning',
  message: ({ id, attribute }) =>
    `${quote(id)} writes the node attribute ${quote(attribute)}, and no rule reads it: a node without network keeps its resources`,
  hint: ({ attribute }, language) =>
    language === 'dsl'
      ? `add locationRule(RSC, rule({ score: '-INFINITY', booleanOp: 'or' }, expression(${dslString(attribute)}, 'lt', 1, { type: 'number' }), expression(${dslString(attribute)}, 'not_defined')))`
      : `pcs constraint location RSC rule score=-INFINITY ${shellWord(attribute)} lt 1 or not_defined ${shellWord(attribute)}`,
  check: ({ cluster, report }) => {
    const services = servicesOfType(cluster, ['ping', 'pingd'])
    if (services.length === 0) return
    const read = new Set(
      placesOf(cluster, 'expression').flatMap(({ element: { attribute, value } }) => [attribute, value]),
    )
    const scores = new Set(placesOf(cluster, 'rule').map(({ element }) => element.scoreAttribute))
    for (const { id, parameter } of services) {
      const attribute = parameter('name') ?? 'pingd'
      const isRead = read.has(attribute) || scores.has(attribute)
      if (!isRead && parameter('failure_score') === undefined)
        report(pathOfId(cluster, id), { id, attribute })
    }
  },
})

export const docs: RuleDocs = {
  about: 'A ping resource writes a node attribute that no rule reads.',
  why: 'ocf:pacemaker:ping only counts the hosts that answer. What follows from it is decided by a location rule on the attribute; without one the clone runs, the counts are right, and nothing ever moves.',
  source: 'Pacemaker Explained, moving resources due to connectivity changes; centreon-ha guide',
  wrong: `cluster({
  resources: [
    ocf.heartbeat.IPaddr2('vip', { ip: '192.0.2.6' }),
    clone(primitive('gateway', 'ocf:pacemaker:ping', { host_list: '192.0.2.1' })),
  ],
})`,
  right: `cluster({
  resources: [
    ocf.heartbeat.IPaddr2('vip', { ip: '192.0.2.6' }),
    clone(primitive('gateway', 'ocf:pacemaker:ping', { host_list: '192.0.2.1' })),
  ],
  constraints: [
    locationRule(
      'vip',
      rule(
        { score: '-INFINITY', booleanOp: 'or' },
        expression('pingd', 'lt', 1, { type: 'number' }),
        expression('pingd', 'not_defined'),
      ),
    ),
  ],
})`,
  fix: 'pcs constraint location vip rule score=-INFINITY pingd lt 1 or not_defined pingd',
}
