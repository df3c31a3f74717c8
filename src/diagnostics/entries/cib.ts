import { entry } from '../entry.js'

/** A CIB against the shape that its schema gives it. */
export const cibEntries = {
  'not-a-cib': entry({
    severity: 'error',
    about: 'The XML document is well-formed, but its root is no cib element.',
    message: ({ root }: { root: string }) => `the root element is <${root}>, not <cib>`,
    hint: () => 'take the output of: cibadmin --query (or: pcs cluster cib)',
  }),
  'unknown-element': entry({
    severity: 'error',
    about: 'An element stands where no schema of the CIB knows it; it is kept and written back as it is.',
    message: ({ name, parent }: { name: string; parent: string }) => `<${name}> is unknown in <${parent}>`,
  }),
  'unknown-attribute': entry({
    severity: 'error',
    about:
      'An attribute that no schema of the CIB knows on this element; it is kept and written back as it is.',
    message: ({ name, element }: { name: string; element: string }) =>
      `<${element}> has no attribute ${name}`,
  }),
  'unknown-text': entry({
    severity: 'error',
    about: 'Text stands inside an element that holds elements only; it is kept and written back as it is.',
    message: ({ element }: { element: string }) => `<${element}> holds text`,
    hint: () => 'the CIB has values in attributes only',
  }),
  'missing-element': entry({
    severity: 'error',
    about: 'An element lacks a child that it cannot be without; it is kept and written back as it is.',
    message: ({ element, wants }: { element: string; wants: readonly string[] }) =>
      `<${element}> has no <${wants.join('> or <')}>`,
  }),
  'unknown-schema': entry({
    severity: 'error',
    about: 'The CIB names no schema, or one that is not known here, so it was not held against a schema.',
    message: ({ schema }: { schema: string | undefined }) =>
      schema === undefined ? 'validate-with is missing' : `validate-with names ${JSON.stringify(schema)}`,
    hint: () => 'name the schema of the cluster, as pacemaker-3.9; pacemaker-1.0 to pacemaker-4.0 are known',
  }),
  'missing-attribute': entry({
    severity: 'error',
    about: 'An element lacks an attribute that its schema asks for.',
    message: ({ name, element }: { name: string; element: string }) => `<${element}> has no ${name}`,
  }),
  'misplaced-attribute': entry({
    severity: 'error',
    about:
      'An attribute stands where its schema does not take it: in another version, or not beside what the element has.',
    message: ({ name, element, schema }: { name: string; element: string; schema: string }) =>
      `${schema} takes no ${name} in this <${element}>`,
  }),
  'invalid-value': entry({
    severity: 'error',
    about: 'An attribute has a value that its schema does not take.',
    message: ({ name, value, wants }: { name: string; value: string; wants: string }) =>
      `${name} is ${JSON.stringify(value)}, not ${wants}`,
  }),
  'misplaced-element': entry({
    severity: 'error',
    about: 'An element stands where its schema does not take it: in another version, or in another order.',
    message: ({ name, parent, schema }: { name: string; parent: string; schema: string }) =>
      `${schema} takes no <${name}> in this place of <${parent}>`,
  }),
  'surplus-element': entry({
    severity: 'error',
    about: 'An element stands more often than its schema takes it.',
    message: ({ name, parent }: { name: string; parent: string }) => `<${parent}> takes one <${name}> only`,
    hint: () => 'join the two',
  }),
  'schema-translated': entry({
    severity: 'info',
    about: 'Something is written in other words, because the schema that was asked for has others for it.',
    message: ({ what, schema }: { what: string; schema: string }) => `for ${schema}, ${what}`,
  }),
  'schema-unsupported': entry({
    severity: 'error',
    about: 'The schema that was asked for would be read in another sense.',
    message: ({ what, schema }: { what: string; schema: string }) => `${schema} cannot say ${what}`,
    hint: () => 'write it in one plain set',
  }),
} as const
