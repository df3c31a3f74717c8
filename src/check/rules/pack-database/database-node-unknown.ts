import { quote, quoteAll } from '../../../diagnostics/quote.js'
import { pathOfId } from '../../../model/walk.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'
import { type Service, servicesOfType } from '../../services.js'

/** A database that lists names that no node of the cluster has. */
export const rule = defineRule<{ id: string; parameter: string; missing: readonly string[]; hint: string }>({
  code: 'database-node-unknown',
  severity: 'warning',
  message: ({ id, parameter, missing }) =>
    `${parameter} of ${quote(id)} names ${quoteAll(missing)}, and no node of the cluster is called so: the agent finds its own node in that list by name, and does not start where it is missing`,
  hint: ({ hint }) => hint,
  check: ({ cluster, facts, report }) => {
    for (const { list, service } of listsOf(servicesOfType(cluster, ['galera', 'pgsql']))) {
      const names = facts.nodeNames()
      const missing = list.names.filter((name) => !names.has(name.toLowerCase()))
      if (names.size === 0 || missing.length === 0) continue
      report(pathOfId(cluster, service.id), {
        id: service.id,
        parameter: list.parameter,
        missing,
        hint: list.hint,
      })
    }
  },
})

interface List {
  readonly parameter: string
  readonly names: readonly string[]
  readonly hint: string
}

function listsOf(services: readonly Service[]): { readonly list: List; readonly service: Service }[] {
  return services.flatMap((service) => {
    const list = service.agent.endsWith(':galera') ? galeraList(service) : pgsqlList(service)
    return list === undefined ? [] : [{ list, service }]
  })
}

/** Inside a bundle, the names are those of its hosts or of its replicas. */
function galeraList({ parameter, top }: Service): List | undefined {
  if (parameter('cluster_host_map') !== undefined || top.resource?.element === 'bundle') return undefined
  const [hosts = ''] = (parameter('wsrep_cluster_address') ?? '').replace(/^gcomm:\/\//, '').split('?')
  const names = hosts.split(',').map((host) => host.trim().replace(/:\d+$/, ''))
  return {
    parameter: 'wsrep_cluster_address',
    names: names.filter((name) => name !== ''),
    hint: 'write the names of the nodes, or map them to hosts: cluster_host_map="NODE:HOST;NODE:HOST"',
  }
}

function pgsqlList({ parameter }: Service): List {
  return {
    parameter: 'node_list',
    names: (parameter('node_list') ?? '').split(/\s+/).filter((name) => name !== ''),
    hint: 'write the names that "crm_node -n" prints on the nodes',
  }
}

export const docs: RuleDocs = {
  about:
    '`wsrep_cluster_address` of Galera, or `node_list` of pgsql, names hosts that are no nodes of the cluster.',
  why: 'Both agents look for their own node in the list, by the name that Pacemaker gives it. An address, a name of the replication network or a fully qualified name is another name, and the database starts nowhere.',
  source: 'metadata of ocf:heartbeat:galera (cluster_host_map) and ocf:heartbeat:pgsql (node_list)',
  wrong: `cluster({
  nodes: ['node1', 'node2'],
  resources: [
    promotable(ocf.heartbeat.galera('galera', { wsrep_cluster_address: 'gcomm://db1,db2' }), { meta: { 'promoted-max': 2 } }),
  ],
})`,
  right: `cluster({
  nodes: ['node1', 'node2'],
  resources: [
    promotable(
      ocf.heartbeat.galera('galera', {
        wsrep_cluster_address: 'gcomm://db1,db2',
        cluster_host_map: 'node1:db1;node2:db2',
      }),
      { meta: { 'promoted-max': 2 } },
    ),
  ],
})`,
  fix: "pcs resource update galera cluster_host_map='node1:db1;node2:db2'",
}
