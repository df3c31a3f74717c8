import { entry } from '../entry.js'

/** What must hold of every cluster, whatever made it. */
export const clusterEntries = {
  'duplicate-id': entry({
    severity: 'error',
    about: 'Two elements have the same id; ids are unique in the whole CIB.',
    message: ({ id, first }: { id: string; first: string }) =>
      `the id ${JSON.stringify(id)} is taken by ${first}`,
    hint: () => 'rename one of the two',
  }),
  'invalid-id': entry({
    severity: 'error',
    about: 'An id is no XML name without colons, which is what the schema asks of it.',
    message: ({ id }: { id: string }) => `${JSON.stringify(id)} is no id`,
    hint: () => 'start with a letter or _, go on with letters, digits, _ . and -',
  }),
  'unknown-reference': entry({
    severity: 'error',
    about: 'A reference names something that is not in the cluster.',
    message: ({
      attribute,
      id,
      wants,
    }: {
      attribute: string
      id: string
      wants: string
      near?: string | undefined
    }) => `${attribute} names ${JSON.stringify(id)}, and no ${wants} has that id`,
    hint: ({ near, wants }) =>
      near === undefined ? `name an existing ${wants}` : `did you mean ${JSON.stringify(near)}?`,
  }),
} as const
