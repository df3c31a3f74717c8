import { entry, type Language } from '../entry.js'
import { quote, quoteAll } from '../quote.js'

/** What a pcs script cannot do, or does in another way. */
const scriptEntries = {
  'pcs-unsupported': entry({
    severity: 'info',
    about:
      'The target version of pcs has no command that produces exactly this element, so the script uses cibadmin.',
    message: ({ what, pcs }: { what: string; pcs: string }) => `pcs ${pcs} does not support ${what}`,
  }),
  'pcs-changed-id': entry({
    severity: 'info',
    about:
      'With `--ids pcs` pcs gives its own ids to parts of an element that nothing refers to; the cluster behaves the same.',
    message: ({ what, pcs }: { what: string; pcs: string }) => `pcs ${pcs} changes ids: ${what}`,
  }),
  'pcs-summary': entry({
    severity: 'info',
    about: 'How many elements the script sets with pcs, and how many with cibadmin.',
    message: ({ pcs, byPcs, byCibadmin }: { pcs: string; byPcs: number; byCibadmin: number }) =>
      `elements set with pcs ${pcs}: ${byPcs}, with cibadmin: ${byCibadmin}`,
  }),
  'pcs-skipped': entry({
    severity: 'info',
    about: 'The cluster maintains this itself, so the script does not set it.',
    message: ({ what }: { what: string }) => `${what} is not set by the script: the cluster maintains it`,
  }),
  'pcs-omitted': entry({
    severity: 'info',
    about:
      'The script leaves out what changes nothing in the cluster: comments, and sets without properties.',
    message: ({ what }: { what: string }) => `the script omits ${what}`,
  }),
  'pacemaker-unsupported': entry({
    severity: 'error',
    about:
      'Pacemaker 2 does not store this value unchanged. It replaces tabs, line breaks and DEL, and after a non-ASCII character it does not escape quotes, & and <, so that the whole CIB is unreadable.',
    message: ({ attribute, why }: { attribute: string; why: string }) =>
      `attribute ${quote(attribute)} is not stored unchanged by Pacemaker 2: ${why}`,
    hint: () => 'use other characters, or put the text into a file and give its path to the agent',
  }),
  'cib-unrepresentable': entry({
    severity: 'error',
    about: 'No CIB can contain this, so the script has a comment in its place.',
    message: ({ what }: { what: string }) => `a CIB cannot contain ${what}`,
  }),
} as const

/** What a bootstrap script requires, and where it differs from the CIB. */
const bootstrapEntries = {
  'bootstrap-incomplete': entry({
    severity: 'error',
    about: 'A bootstrap script requires the name and the nodes of the cluster.',
    message: ({ missing }: { missing: 'name' | 'nodes'; language: Language }) =>
      `the cluster has no ${missing}: a bootstrap script requires its name and its nodes`,
    hint: ({ missing, language }) => {
      if (language === 'dsl') return "cluster({ name: 'live', nodes: ['node1', 'node2', 'node3'], ... })"
      return missing === 'name' ? 'set the property cluster-name' : 'list the nodes in <nodes>'
    },
  }),
  'bootstrap-invalid-name': entry({
    severity: 'error',
    about: 'A name has characters that a bootstrap script does not allow.',
    message: ({ what, name }: { what: string; name: string }) =>
      `${what} name ${quote(name)} is not allowed in a bootstrap script`,
    hint: () => 'use letters, digits, ".", "_" and "-"',
  }),
  'bootstrap-node-id': entry({
    severity: 'info',
    about: 'A node gets another id than it has in the CIB, since pcs cluster setup numbers the nodes from 1.',
    message: ({ node, id, given }: { node: string; id: string; given: string }) =>
      `node ${quote(node)} gets the id ${quote(given)} instead of ${quote(id)}: pcs cluster setup numbers the nodes from 1`,
  }),
  'bootstrap-unverified': entry({
    severity: 'info',
    about: 'The bootstrap script does not test a virtual IP whose address is not in the resource itself.',
    message: ({ id }: { id: string }) =>
      `the bootstrap script does not test virtual IP ${quote(id)}: its address is not in the resource itself`,
  }),
  'corosync-unknown-node': entry({
    severity: 'error',
    about: 'The corosync options have addresses for a node that is not in the cluster.',
    message: ({ node }: { node: string }) =>
      `corosync.addresses refers to ${quote(node)}: no node has that name`,
    hint: () => 'add the node to nodes, or remove its addresses',
  }),
} as const

/** What back ends report: scripts, pictures and DSL source. */
export const outputEntries = {
  ...scriptEntries,
  ...bootstrapEntries,
  'compile-omitted': entry({
    severity: 'info',
    about:
      'The services under systemd and the options of corosync are no part of a CIB: other formats of `compile` have them.',
    message: ({ what, format }: { what: string; format: string; formats: readonly string[] }) =>
      `${quote(what)} of the cluster is not in the output of --to ${format}`,
    hint: ({ formats }) => `compile it with --to ${formats.join(' or ')} too`,
  }),
  'layout-failed': entry({
    severity: 'error',
    about: 'Graphviz cannot lay out the graph, so there is no picture.',
    message: ({ reason }: { reason: string }) => `Graphviz cannot lay out the graph: ${reason}`,
    hint: () =>
      'draw less with --of order, or print DOT with --format dot and lay it out with another program',
  }),
  'source-secret': entry({
    severity: 'warning',
    about:
      'A password or another secret is not in the generated source: secret(...) reads it when the source is compiled.',
    message: ({ name, secret }: { name: string; secret: string; variable: string }) =>
      `the value of ${quote(name)} is not in the source: it is secret(${quote(secret)})`,
    hint: ({ variable }) =>
      `to compile the source, set ${variable}, or ${variable}_FILE to a file that contains the value`,
  }),
  'source-omits-status': entry({
    severity: 'info',
    about:
      'The generated source does not contain the status of the cluster: what runs where, and the history of operations.',
    message: ({ elements }: { elements: number }) =>
      `the source omits the status of the cluster: ${elements} element${elements === 1 ? '' : 's'}`,
    hint: () => 'use --status to keep it',
  }),
  'source-omits-policies': entry({
    severity: 'warning',
    about: 'The generated source does not contain the policies of the cluster, which are functions.',
    message: ({ policies }: { policies: readonly string[] }) =>
      `the source omits the policies of the cluster: ${quoteAll(policies)}`,
    hint: () => 'add them to the source: policies: [...]',
  }),
} as const
