import { entry } from '../entry.js'

/** What a script that brings up a whole cluster has to know. */
export const bootstrapEntries = {
  'bootstrap-incomplete': entry({
    severity: 'error',
    about: 'A bootstrap script cannot be made of a cluster without a name or without nodes.',
    message: ({ what }: { what: string }) => `a bootstrap script needs ${what}`,
    hint: () => "cluster({ name: 'live', nodes: ['node1', 'node2', 'node3'], ... })",
  }),
  'bootstrap-invalid-name': entry({
    severity: 'error',
    about: 'A bootstrap script takes names of letters, digits, dots, underscores and dashes only.',
    message: ({ what, name }: { what: string; name: string }) =>
      `${JSON.stringify(name)} cannot be the name of a ${what} in a bootstrap script`,
  }),
  'bootstrap-node-id': entry({
    severity: 'info',
    about: 'A node gets another id than it has in the CIB: pcs cluster setup numbers the nodes from 1.',
    message: ({ node, id, given }: { node: string; id: string; given: string }) =>
      `the node ${node} gets the id ${given} instead of ${id}: pcs cluster setup numbers the nodes from 1`,
  }),
  'bootstrap-unverified': entry({
    severity: 'info',
    about: 'The address of a virtual IP is not in the resource itself, so the script does not try it.',
    message: ({ id }: { id: string }) => `the bootstrap script does not try whether ${id} answers`,
  }),
  'corosync-unknown-node': entry({
    severity: 'error',
    about: 'The options of corosync give addresses to a node that the cluster does not have.',
    message: ({ node }: { node: string }) => `corosync.addresses names ${node}, which is not among the nodes`,
  }),
} as const
