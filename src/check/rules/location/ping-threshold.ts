import { quote } from '../../../diagnostics/quote.js'
import { placesOf } from '../../../model/index.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'
import { servicesOfType } from '../../services.js'

/** A rule about connectivity that is the same whether all hosts answer or none. */
export const rule = defineRule<{ attribute: string; value: string; most: number; always: boolean }>({
  code: 'ping-threshold',
  severity: 'warning',
  message: ({ attribute, value, most, always }) =>
    `a rule compares ${quote(attribute)} with ${quote(value)}, and it is ${most} at most, when all hosts answer: the comparison is ${always ? 'true' : 'false'} on every node`,
  hint: ({ most }) => `compare with a number between 1 and ${most}, or raise multiplier`,
  check: ({ cluster, report }) => {
    const most = new Map<string, number>()
    for (const { parameter } of servicesOfType(cluster, ['ping'])) {
      const name = parameter('name') ?? 'pingd'
      const hosts = (parameter('host_list') ?? '').split(/\s+/).filter((host) => host !== '').length
      const total = hosts * Number(parameter('multiplier') ?? '1')
      most.set(name, most.has(name) ? Number.NaN : total)
    }
    if (most.size === 0) return
    for (const place of placesOf(cluster, 'expression')) {
      const { attribute = '', operation, value = '' } = place.element
      const [top, limit] = [most.get(attribute) ?? Number.NaN, Number(value)]
      const always = (operation === 'lt' && top < limit) || (operation === 'lte' && top <= limit)
      const never = (operation === 'gt' && top <= limit) || (operation === 'gte' && top < limit)
      if (always || never) report({ place, attribute: 'value' }, { attribute, value, most: top, always })
    }
  },
})

export const docs: RuleDocs = {
  about: 'A rule compares the attribute of a ping resource with a number that it never reaches.',
  why: 'ocf:pacemaker:ping writes the number of hosts that answer, times multiplier, which is 1 by default. A rule for a multiplier of 1000 that is not set bans the resource from every node, all the time.',
  source: 'ocf:pacemaker:ping metadata (multiplier); Pacemaker Explained, connectivity changes',
  wrong: `cluster({
  resources: [
    ocf.heartbeat.IPaddr2('vip', { ip: '192.0.2.6' }),
    clone(primitive('gateway', 'ocf:pacemaker:ping', { host_list: '192.0.2.1' })),
  ],
  constraints: [
    locationRule('vip', rule({ score: '-INFINITY' }, expression('pingd', 'lt', 100, { type: 'number' }))),
  ],
})`,
  right: `cluster({
  resources: [
    ocf.heartbeat.IPaddr2('vip', { ip: '192.0.2.6' }),
    clone(primitive('gateway', 'ocf:pacemaker:ping', { host_list: '192.0.2.1', multiplier: 1000 })),
  ],
  constraints: [
    locationRule('vip', rule({ score: '-INFINITY' }, expression('pingd', 'lt', 100, { type: 'number' }))),
  ],
})`,
  fix: 'pcs resource update gateway multiplier=1000',
}
