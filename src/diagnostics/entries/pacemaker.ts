import { entry } from '../entry.js'

/** What the real Pacemaker reports or answers; only with `check --with-pacemaker`. */
export const pacemakerEntries = {
  'settled-by-simulation': entry({
    severity: 'info',
    about:
      'What the configuration alone does not decide: crm_simulate keeps it in every state of the nodes and after every single failure.',
    message: ({ claim, reason }: { claim: string; reason: string }) => `${claim}: guaranteed ${reason}`,
  }),
  'crm-verify': entry({
    severity: 'error',
    about: 'crm_verify reports something about which no rule has a finding.',
    message: ({ text }: { text: string }) => `crm_verify reports: ${text}`,
    hint: () => 'see crm_verify -VV --xml-file FILE',
  }),
  'pacemaker-failed': entry({
    severity: 'warning',
    about:
      'Pacemaker was asked about a cluster, and gave no answer: what is unknown without it stays unknown.',
    message: ({ reason }: { reason: string }) => `Pacemaker gave no answer: ${reason}`,
  }),
} as const
