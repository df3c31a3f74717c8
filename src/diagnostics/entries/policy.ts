import { entry } from '../entry.js'

/** What policies say of a cluster. */
export const policyEntries = {
  'vip-with-haproxy': entry({
    severity: 'error',
    about: 'A virtual IP can run on a node where HAProxy does not, so that its address answers nobody.',
    message: ({ vip, reason }: { vip: string; reason: string; fix: string }) =>
      `the virtual IP ${vip} can run without HAProxy: ${reason}`,
    hint: ({ fix }) => fix,
  }),
  'runs-only-with': entry({
    severity: 'error',
    about: 'A resource can run on a node where another does not, although it must not.',
    message: ({
      rsc,
      withRsc,
      reason,
      isKnown,
    }: {
      rsc: string
      withRsc: string
      reason: string
      isKnown: boolean
    }) =>
      isKnown
        ? `${rsc} can run where ${withRsc} does not: ${reason}`
        : `it cannot be told whether ${rsc} runs only where ${withRsc} runs: ${reason}`,
  }),
  'starts-after': entry({
    severity: 'error',
    about: 'No order makes one resource start after another, although one must.',
    message: ({ first, then }: { first: string; then: string }) =>
      `nothing makes ${then} start after ${first}`,
    hint: ({ first, then }) => `pcs constraint order ${first} then ${then}`,
  }),
  'never-runs-with': entry({
    severity: 'error',
    about: 'Two resources can run on one node, although they must not.',
    message: ({ one, other }: { one: string; other: string }) => `nothing keeps ${one} and ${other} apart`,
    hint: ({ one, other }) => `pcs constraint colocation add ${one} with ${other} -INFINITY`,
  }),
  'no-single-point': entry({
    severity: 'error',
    about: 'Most resources wait for one, so that its failure takes them all down.',
    message: ({ id, count, others }: { id: string; count: number; others: number }) =>
      `${count} of ${others} other resources restart when ${id} fails`,
    hint: () => 'let services retry what they need, and drop the orders',
  }),
  light: entry({
    severity: 'error',
    about: 'A resource or constraint that the lightweight architecture has no place for.',
    message: ({ what }: { what: string; isConstraint: boolean }) =>
      `${what} does not belong to the lightweight architecture`,
    hint: ({ isConstraint }) =>
      isConstraint
        ? 'drop it, and let the service retry what it needs'
        : 'move the service to systemd, or name it among the services that stay',
  }),
  'unused-exception': entry({
    severity: 'warning',
    about: 'An exception of a policy names nothing that the policy looks at.',
    message: ({ policy, id }: { policy: string; id: string }) =>
      `the policy ${policy} has an exception for ${JSON.stringify(id)}, which it does not look at`,
    hint: () => 'remove the exception or mend its id',
  }),
} as const
