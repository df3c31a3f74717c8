import { entry } from '../entry.js'

/** What a pcs of the targeted version cannot say. */
export const pcsEntries = {
  'pcs-unsupported': entry({
    severity: 'info',
    about:
      'No command of the targeted pcs makes this element as it stands, so the script sets it with cibadmin.',
    message: ({ what, pcs }: { what: string; pcs: string }) => `pcs ${pcs} cannot say ${what}`,
  }),
  'pcs-summary': entry({
    severity: 'info',
    about: 'How many elements the script sets with pcs, and how many with cibadmin.',
    message: ({ pcs, byPcs, byCibadmin }: { pcs: string; byPcs: number; byCibadmin: number }) =>
      `elements set with pcs ${pcs}: ${byPcs}, with cibadmin: ${byCibadmin}`,
  }),
  'pcs-cluster-owned': entry({
    severity: 'info',
    about: 'The cluster maintains this by itself, so the script does not set it.',
    message: ({ what }: { what: string }) =>
      `${what} belongs to the running cluster; the script leaves it alone`,
  }),
  'pacemaker-unsupported': entry({
    severity: 'error',
    about:
      'Pacemaker 2 would not keep this value: it writes tabs, line breaks and DEL as something else, and behind a letter that is not ASCII it does not escape quotes, & and <, which makes the whole CIB unreadable.',
    message: ({ attribute, why }: { attribute: string; why: string }) =>
      `Pacemaker 2 does not keep this ${attribute}: ${why}`,
    hint: () => 'use other characters, or put the text into a file and give the agent its path',
  }),
  'cib-unrepresentable': entry({
    severity: 'error',
    about: 'No CIB can hold this, so the script leaves a comment in its place.',
    message: ({ what }: { what: string }) => `no CIB holds ${what}`,
  }),
} as const
