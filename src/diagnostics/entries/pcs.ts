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
  'pacemaker-cannot-hold': entry({
    severity: 'error',
    about:
      'A value holds a tab, a line break or the character DEL. Pacemaker 2 writes those as blanks or backslash sequences, so that the agent would get another value.',
    message: ({ attribute, character }: { attribute: string; character: string }) =>
      `Pacemaker 2 cannot hold ${JSON.stringify(character)} in ${attribute}`,
    hint: () => 'put the text into a file and give the agent its path',
  }),
} as const
