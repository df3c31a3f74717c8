import { entry } from '../entry.js'
import { quote } from '../quote.js'

/** What policies require of a cluster. */
export const policyEntries = {
  'vip-with-haproxy': entry({
    severity: 'error',
    about: 'A virtual IP can run on a node where HAProxy does not, so that nothing answers on its address.',
    message: ({ vip, reason }: { vip: string; reason: string; fix: string }) =>
      `virtual IP ${quote(vip)} can run without HAProxy: ${reason}`,
    hint: ({ fix }) => fix,
  }),
  'runs-only-with': entry({
    severity: 'error',
    about: 'A resource can run on a node where another does not, although a policy forbids it.',
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
        ? `${quote(rsc)} can run where ${quote(withRsc)} does not: ${reason}`
        : `${quote(rsc)} may run where ${quote(withRsc)} does not: ${reason}`,
  }),
  'starts-after': entry({
    severity: 'error',
    about: 'No order makes one resource start after another, although a policy requires it.',
    message: ({ first, then }: { first: string; then: string }) =>
      `no order starts ${quote(then)} after ${quote(first)}`,
    hint: ({ first, then }) => `pcs constraint order ${first} then ${then}`,
  }),
  'never-runs-with': entry({
    severity: 'error',
    about: 'Two resources can run on the same node, although a policy forbids it.',
    message: ({ one, other }: { one: string; other: string }) =>
      `no colocation keeps ${quote(one)} and ${quote(other)} on different nodes`,
    hint: ({ one, other }) => `pcs constraint colocation add ${one} with ${other} -INFINITY`,
  }),
  'no-single-point': entry({
    severity: 'error',
    about: 'Most resources depend on a single one, so that its failure stops them all.',
    message: ({ id, count, others }: { id: string; count: number; others: number }) =>
      `${quote(id)} is a single point of failure: ${count} of ${others} other resources depend on it`,
    hint: () => 'remove the orders after it, and let the services retry what they depend on',
  }),
  'light-architecture': entry({
    severity: 'error',
    about:
      'A resource or constraint is not part of the lightweight architecture, in which Pacemaker runs virtual IPs, HAProxy and few other services.',
    message: ({ id, isConstraint }: { id: string; isConstraint: boolean }) =>
      `${isConstraint ? 'constraint' : 'resource'} ${quote(id)} is not part of the lightweight architecture`,
    hint: ({ isConstraint }) =>
      isConstraint
        ? 'remove it, and let the service retry what it depends on'
        : 'let systemd run the service, or list it among the services of the policy light',
  }),
  'unused-exception': entry({
    severity: 'warning',
    about: 'An exception of a policy names nothing that the policy checks.',
    message: ({ policy, id }: { policy: string; id: string }) =>
      `the policy ${policy} has an exception for ${quote(id)}, which it does not check`,
    hint: () => 'remove the exception or correct its id',
  }),
} as const
