import { quote } from '../../../diagnostics/quote.js'
import { causesOf } from '../../../graph/order/constraint-terms.js'
import { runsOnSeveralNodes } from '../../../graph/resource/members.js'
import { memoizePerCluster } from '../../../graph/resource/memoize.js'
import { vipsOf } from '../../../model/services.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'
import { optionalKind } from './optional-kind.js'

const vipIds = memoizePerCluster((cluster) => new Set(vipsOf(cluster).map(({ id }) => id)))

/** An order that stops a service on all nodes whenever one virtual IP moves. */
export const rule = defineRule<{ vip: string; service: string; restarts: boolean }>({
  code: 'vip-before-service',
  severity: 'warning',
  message: ({ vip, service, restarts }) =>
    restarts
      ? `${quote(service)} depends on the virtual IP ${quote(vip)}: it restarts on all nodes whenever the address moves or fails, and runs nowhere while the address cannot run`
      : `${quote(service)} depends on the virtual IP ${quote(vip)}: it starts nowhere while the address cannot run`,
  hint: (_, language) =>
    `${optionalKind(language)}: the address starts first, and the service then runs without it`,
  visit: {
    rsc_order: (place, { cluster, facts: { index }, report }) => {
      const { first: vip, then, firstAction = 'start' } = place.element
      const cause = causesOf(place.element)?.forward
      if (cause?.kind !== 'Mandatory' || firstAction !== 'start' || vip === undefined) return
      const service = index.resolve(then)
      if (service === undefined || !runsOnSeveralNodes(service) || !vipIds(cluster).has(vip)) return
      report(place, { vip, service: service.id, restarts: cause.symmetrical })
    },
  },
})

export const docs: RuleDocs = {
  about: 'A Mandatory order starts a virtual IP before a service that runs on several nodes.',
  why: 'Every move of the address then interrupts the service on all nodes, and while the address cannot run the service runs nowhere.',
  source: 'crm_simulate 2.1.5; TripleO orders its virtual IPs before HAProxy with kind=Optional',
  wrong: `cluster({
  resources: [ocf.heartbeat.IPaddr2('vip', { ip: '192.0.2.6' }), clone(systemd('haproxy'))],
  constraints: [order('vip', 'haproxy-clone')],
})`,
  right: `cluster({
  resources: [ocf.heartbeat.IPaddr2('vip', { ip: '192.0.2.6' }), clone(systemd('haproxy'))],
  constraints: [order('vip', 'haproxy-clone', { kind: 'Optional' })],
})`,
  fix: 'pcs constraint delete order-vip-haproxy-clone-mandatory; pcs constraint order vip then haproxy-clone kind=Optional',
}
