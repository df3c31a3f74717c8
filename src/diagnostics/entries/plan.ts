import { entry } from '../entry.js'
import { quote } from '../quote.js'

/** Why there is no plan from one cluster to another. */
export const planEntries = {
  'plan-unmanaged': entry({
    severity: 'error',
    about:
      'A resource of the running cluster is not managed, so that no step of a plan has the effect that it is to have.',
    message: ({ id, reason }: { id: string; reason: string }) =>
      `no plan is possible while ${quote(id)} is not managed: ${reason}`,
    hint: ({ id }) =>
      `pcs resource manage ${id}, or pcs property set maintenance-mode=false, then plan again`,
  }),
  'plan-failed': entry({
    severity: 'error',
    about:
      'An operation of a resource of the running cluster has failed, so that a plan would start from an unknown state.',
    message: ({ id, node, operation, code }: { id: string; node: string; operation: string; code: string }) =>
      `no plan is possible while ${operation} of ${quote(id)} on ${quote(node)} has failed (exit code ${code}): what runs there is not known`,
    hint: ({ id }) => `remove the cause, then pcs resource cleanup ${id}, and plan again`,
  }),
  'plan-kind-changed': entry({
    severity: 'error',
    about:
      'An id is that of one kind of element in the running cluster and of another in the target, so no step leads from one to the other.',
    message: ({ id, before, after }: { id: string; before: string; after: string }) =>
      `id ${quote(id)} is that of a <${before}> in the running cluster and of a <${after}> in the target: an element cannot change its kind`,
    hint: () => 'give the new element an id of its own',
  }),
  'plan-target-invalid': entry({
    severity: 'error',
    about: 'The target of a plan has errors.',
    message: ({ errors }: { errors: number }) =>
      `the target has ${errors} ${errors === 1 ? 'error' : 'errors'}: no step is made towards it`,
    hint: () => 'run lightcib check on the target, and correct what it reports',
  }),
  'plan-outdated': entry({
    severity: 'error',
    about: 'A saved plan was made for another CIB than the one that it is to be used with.',
    message: ({ what, made, found }: { what: string; made: string; found: string }) =>
      `the plan was made for a CIB with ${what} ${quote(made)}, and this one has ${quote(found)}: it was changed since`,
    hint: () => 'make a new plan from the CIB as it is now',
  }),
} as const
