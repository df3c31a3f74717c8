import { quote, shellWord } from '../../../diagnostics/quote.js'
import { pathOfId } from '../../../model/walk.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'
import { type Service, servicesOf, servicesOfType } from '../../services.js'

/** Replicas that connect to an address which nothing moves to the promoted instance. */
export const rule = defineRule<{ id: string; address: string; agent: string }>({
  code: 'replication-address-unknown',
  severity: 'warning',
  message: ({ id, address, agent }) =>
    `master_ip ${quote(address)} of ${quote(id)} (${agent}) is the address of no other resource: after a failover the replicas connect to the old primary`,
  hint: ({ address }, language) =>
    language === 'dsl'
      ? `add ocf.heartbeat.IPaddr2('vip', { ip: ${quote(address)} }), placed with the promoted instance`
      : `pcs resource create vip ocf:heartbeat:IPaddr2 ip=${shellWord(address)}, placed with the promoted instance`,
  check: ({ cluster, report }) => {
    for (const { id, agent, parameter } of servicesOfType(cluster, ['pgsql', 'ovndb-servers'])) {
      const address = parameter('master_ip')?.trim()
      const replicates = agent.endsWith(':ovndb-servers') || isPrimary(parameter('rep_mode'))
      if (
        !address ||
        !replicates ||
        servicesOf(cluster).some((other) => other.id !== id && has(other, address))
      )
        continue
      report(pathOfId(cluster, id), { id, address, agent })
    }
  },
})

/** With `slave` the primary is outside of the cluster. */
function isPrimary(mode: string | undefined): boolean {
  return mode === 'sync' || mode === 'async'
}

/** Clouds have agents of their own, whose parameters have other names. */
function has({ primitive, parameter }: Service, address: string): boolean {
  const names = primitive.instanceAttributes.flatMap(({ nvpairs }) => nvpairs.map(({ name }) => name))
  return ['ip', ...names].some((name) => name !== undefined && parameter(name)?.split('/')[0] === address)
}

export const docs: RuleDocs = {
  about: '`master_ip` of pgsql or of the databases of OVN is an address that no resource of the cluster has.',
  why: 'The replicas connect to that address. It must be where the promoted instance is, so that it has to be a virtual one; the address of a node works until the first failover.',
  source:
    'metadata of ocf:heartbeat:pgsql (master_ip) and ocf:ovn:ovndb-servers; t-matsuo/resource-agents issue 15 (master_ip is the address of one node)',
  wrong: `cluster({
  resources: [
    promotable(
      ocf.heartbeat.pgsql('pgsql', { rep_mode: 'async', node_list: 'node1 node2', master_ip: '192.0.2.1' }),
      { meta: { notify: true } },
    ),
  ],
})`,
  right: `cluster({
  resources: [
    promotable(
      ocf.heartbeat.pgsql('pgsql', { rep_mode: 'async', node_list: 'node1 node2', master_ip: '192.0.2.10' }),
      { meta: { notify: true } },
    ),
    ocf.heartbeat.IPaddr2('vip', { ip: '192.0.2.10' }),
  ],
  constraints: [colocation('vip', 'pgsql-clone', { withRscRole: 'Promoted' })],
})`,
  fix: 'pcs resource create vip ocf:heartbeat:IPaddr2 ip=192.0.2.10; pcs constraint colocation add vip with Promoted pgsql-clone',
}
