import { dslString, quote, shellWord } from '../../../diagnostics/quote.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'
import { sapKindOf } from './sap-instances.js'

/** The ERS is ordered to start after the ASCS, where it is to stop after it. */
export const rule = defineRule<{ id: string; ascs: string; ers: string }>({
  code: 'sap-ers-order',
  severity: 'warning',
  message: ({ id, ascs, ers }) =>
    `order ${quote(id)} starts ${quote(ers)} after ${quote(ascs)}: on a takeover ${quote(ers)} stops before ${quote(ascs)} has read the lock table from it, and all locks are lost`,
  hint: ({ id, ascs, ers }, language) =>
    language === 'dsl'
      ? `write order(${dslString(ascs)}, ${dslString(ers)}, { firstAction: 'start', thenAction: 'stop', kind: 'Optional', symmetrical: false })`
      : `pcs constraint delete ${shellWord(id)}; pcs constraint order start ${shellWord(ascs)} then stop ${shellWord(ers)} kind=Optional symmetrical=false`,
  visit: {
    rsc_order: (place, { cluster, facts, report }) => {
      const { id = '', first, then, firstAction = 'start', thenAction = firstAction } = place.element
      if (firstAction !== 'start' || thenAction !== 'start') return
      const [ascs, ers] = [facts.index.resolve(first), facts.index.resolve(then)]
      if (ascs === undefined || ers === undefined) return
      if (sapKindOf(cluster, ascs) === 'ascs' && sapKindOf(cluster, ers) === 'ers') {
        report(place, { id, ascs: ascs.id, ers: ers.id })
      }
    },
  },
})

export const docs: RuleDocs = {
  about: 'An order starts the ERS after the ASCS; it should stop the ERS after the start of the ASCS.',
  why: 'When the node of the ASCS fails, the ASCS starts where the ERS is and reads the replicated lock table from its memory. Only then may the ERS leave. An order of two starts allows Pacemaker to stop the ERS first, and every lock of every user is lost. Some guides had it: pcs takes "order A then B" for two starts.',
  source:
    'sap_install pull requests 959 and 960; the guide of Azure for RHEL had "order g-NW1_ASCS then g-NW1_AERS" and corrected it',
  wrong: `cluster({
  resources: [
    group('ASCS', [ocf.heartbeat.IPaddr2('vip_ascs', { ip: '192.0.2.6' }), systemd('ascs')], {
      meta: { 'resource-stickiness': 5000 },
    }),
    group('ERS', [ocf.heartbeat.IPaddr2('vip_ers', { ip: '192.0.2.7' }), systemd('ers')]),
  ],
  constraints: [
    colocation('ERS', 'ASCS', { score: -5000 }),
    order('ASCS', 'ERS', { kind: 'Optional', symmetrical: false }),
  ],
})`,
  right: `cluster({
  resources: [
    group('ASCS', [ocf.heartbeat.IPaddr2('vip_ascs', { ip: '192.0.2.6' }), systemd('ascs')], {
      meta: { 'resource-stickiness': 5000 },
    }),
    group('ERS', [ocf.heartbeat.IPaddr2('vip_ers', { ip: '192.0.2.7' }), systemd('ers')]),
  ],
  constraints: [
    colocation('ERS', 'ASCS', { score: -5000 }),
    order('ASCS', 'ERS', { firstAction: 'start', thenAction: 'stop', kind: 'Optional', symmetrical: false }),
  ],
})`,
  fix: 'pcs constraint order start ASCS then stop ERS kind=Optional symmetrical=false',
}
