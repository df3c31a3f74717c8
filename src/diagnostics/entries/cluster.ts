import { entry } from '../entry.js'
import { quote } from '../quote.js'

/** What every cluster needs, declared or read. */
export const clusterEntries = {
  'malformed-cluster': entry({
    severity: 'error',
    about:
      'A value is no cluster: a field of an element is missing, unknown or of a wrong type. Only a module can be wrong in that way.',
    message: ({
      element,
      place,
      found,
      expected,
    }: {
      element: string | undefined
      place: string
      found: string
      expected: string
    }) => `${place}${element === undefined ? '' : ` of <${element}>`} is ${found}: expected ${expected}`,
    hint: () => 'build elements with the functions of lightcib: cluster(), primitive(), order(), ...',
  }),
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
  'unknown-option': entry({
    severity: 'error',
    about:
      'A builder of the DSL was given an option that it does not have, which a type check would have reported.',
    message: ({ of, key }: { of: string; key: string; known: readonly string[]; near: string | undefined }) =>
      `unknown option ${quote(key)} of ${of}: it has no effect`,
    hint: ({ of, known, near }) =>
      near === undefined ? `${of} has: ${known.join(', ')}` : `did you mean ${quote(near)}?`,
  }),
  'unknown-reference': entry({
    severity: 'error',
    about: 'A reference names something that is not in the cluster.',
    message: ({
      referrer,
      id,
      expected,
    }: {
      referrer: string
      id: string
      expected: string
      near?: string | undefined
    }) => `${referrer} refers to ${quote(id)}: no ${expected} has that id`,
    hint: ({ near, expected }) =>
      near === undefined ? `use the id of an existing ${expected}` : `did you mean ${quote(near)}?`,
  }),
} as const
