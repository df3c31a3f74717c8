import { entry } from '../entry.js'
import { quote } from '../quote.js'

/** What must hold in every cluster, declared or read. */
export const clusterEntries = {
  'duplicate-id': entry({
    severity: 'error',
    about: 'Two elements have the same id. Ids are unique in the whole CIB.',
    message: ({ id, first }: { id: string; first: string }) => `id ${quote(id)} is already used by ${first}`,
    hint: () => 'rename one of the two',
  }),
  'invalid-id': entry({
    severity: 'error',
    about: 'An id is not an XML name without colons, as the schema requires.',
    message: ({ id }: { id: string }) => `id ${quote(id)} is not an XML name without colons`,
    hint: () => 'start with a letter or "_", continue with letters, digits, "_", "." and "-"',
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
    }) => `${attribute} refers to ${quote(id)}: no ${wants} has that id`,
    hint: ({ near, wants }) =>
      near === undefined ? `use the id of an existing ${wants}` : `did you mean ${quote(near)}?`,
  }),
} as const
