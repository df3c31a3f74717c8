import { quote } from '../../../diagnostics/quote.js'
import { pathOfId } from '../../../model/walk.js'
import { defineRule } from '../../rule.js'
import type { RuleDocs } from '../../rule-docs.js'
import { memberNodesOf, servicesOf } from '../../services.js'

/** A remote or guest node with the name of a cluster node. */
export const rule = defineRule<{ id: string; name: string }>({
  code: 'remote-name-used',
  severity: 'error',
  message: ({ id, name }) =>
    `${quote(id)} makes a remote node ${quote(name)}, and a cluster node has that name: Pacemaker takes the two for one`,
  hint: ({ name }) => `give the remote node another name than ${quote(name)}`,
  check: ({ cluster, report }) => {
    const names = new Set(memberNodesOf(cluster).map(({ uname = '' }) => uname.toLowerCase()))
    for (const { id, agent, entry } of servicesOf(cluster)) {
      const name = agent === 'ocf:pacemaker:remote' ? id : entry.guest
      if (name !== undefined && names.has(name.toLowerCase())) report(pathOfId(cluster, id), { id, name })
    }
  },
})

export const docs: RuleDocs = {
  about: 'A remote or guest node has the name of a node of the cluster.',
  why: 'The id of the connection is the name of the remote node. With the name of a full member, the state of one overwrites that of the other, and fencing means either of the two. crm_verify prints nothing.',
  source: 'Pacemaker Remote, naming; tried with crm_verify 2.1.5, which accepts it',
  wrong: `cluster({
  nodes: ['node1', 'node2'],
  resources: [primitive('node2', 'ocf:pacemaker:remote', { server: '192.0.2.9' })],
})`,
  right: `cluster({
  nodes: ['node1', 'node2'],
  resources: [primitive('far', 'ocf:pacemaker:remote', { server: '192.0.2.9' })],
})`,
  fix: 'pcs resource delete node2; pcs cluster node add-remote far 192.0.2.9',
}
