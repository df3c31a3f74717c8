import { entry } from '../entry.js'

/** What a pcs of the targeted version cannot say. */
export const pcsEntries = {
  'pcs-cannot-say': entry({
    severity: 'error',
    about:
      'No command of the targeted pcs makes this element as it stands; the script leaves a comment in its place.',
    message: ({ what, pcs }: { what: string; pcs: string; instead?: string | undefined }) =>
      `pcs ${pcs} cannot say ${what}`,
    hint: ({ instead }) => instead,
  }),
  'pcs-cluster-owned': entry({
    severity: 'info',
    about: 'The cluster maintains this by itself, so the script does not set it.',
    message: ({ what }: { what: string }) =>
      `${what} belongs to the running cluster; the script leaves it alone`,
  }),
} as const
