import { entry } from '../entry.js'

/** Source in the DSL. */
export const sourceEntries = {
  'source-policies': entry({
    severity: 'warning',
    about: 'The policies of a cluster are functions; source that is made from it does not have them.',
    message: ({ policies }: { policies: readonly string[] }) =>
      `the source lacks the policies of the cluster: ${policies.join(', ')}`,
    hint: () => 'add them to the source: policies: [...]',
  }),
} as const
