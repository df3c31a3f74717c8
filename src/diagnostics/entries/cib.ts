import { entry } from '../entry.js'
import { quote } from '../quote.js'

/** A CIB compared with its schema. */
export const cibEntries = {
  'not-a-cib': entry({
    severity: 'error',
    about: 'The root element of the document is not <cib>.',
    message: ({ root }: { root: string }) => `the root element is <${root}>, not <cib>`,
    hint: () => 'use the output of cibadmin --query or pcs cluster cib',
  }),
  'cib-section': entry({
    severity: 'info',
    about:
      'The document is one section of a CIB, as cibadmin --query --scope prints it. The others count as empty; neither what it refers to in them nor the rules and policies are checked.',
    message: ({ section }: { section: string }) =>
      `the document is the section <${section}> alone: what it refers to in others is not checked, nor are rules and policies`,
    hint: () => 'check the output of cibadmin --query for all findings',
  }),
  'unknown-element': entry({
    severity: 'error',
    about: 'No version of the schema has this element here. It is kept and written back unchanged.',
    message: ({ name, parent }: { name: string; parent: string }) =>
      `unknown element <${name}> in <${parent}>`,
  }),
  'unknown-attribute': entry({
    severity: 'error',
    about:
      'No version of the schema has this attribute on this element. It is kept and written back unchanged.',
    message: ({ name, element }: { name: string; element: string }) =>
      `unknown attribute ${quote(name)} on <${element}>`,
  }),
  'unexpected-text': entry({
    severity: 'error',
    about:
      'An element that may have only child elements contains text. It is kept and written back unchanged.',
    message: ({ element }: { element: string }) =>
      `<${element}> contains text: the CIB has values only in attributes`,
    hint: () => 'make the text a comment or remove it',
  }),
  'missing-element': entry({
    severity: 'error',
    about: 'An element lacks a child that it requires. It is kept and written back unchanged.',
    message: ({ element, expected }: { element: string; expected: readonly string[] }) =>
      `<${element}> has no child <${expected.join('> or <')}>`,
    hint: ({ expected }) => `add <${expected.join('> or <')}>`,
  }),
  'unknown-schema': entry({
    severity: 'error',
    about: 'The CIB names no schema, or one that lightcib does not know, so it was not validated.',
    message: ({ schema }: { schema: string | undefined; near?: string | undefined }) =>
      schema === undefined
        ? 'validate-with is missing: the schema of the CIB is unknown'
        : `schema ${quote(schema)} is unknown`,
    hint: ({ near }) =>
      near === undefined
        ? 'name a schema from pacemaker-1.0 to pacemaker-4.0, such as pacemaker-3.9'
        : `did you mean ${quote(near)}?`,
  }),
  'missing-attribute': entry({
    severity: 'error',
    about: 'An element lacks an attribute that its schema requires.',
    message: ({ name, element }: { name: string; element: string }) =>
      `<${element}> lacks the required attribute ${quote(name)}`,
  }),
  'disallowed-attribute': entry({
    severity: 'error',
    about:
      'The schema does not allow an attribute here: it belongs to other versions, or excludes another attribute of the element.',
    message: ({ name, element, schema }: { name: string; element: string; schema: string }) =>
      `attribute ${quote(name)} is not allowed on this <${element}> by ${schema}`,
  }),
  'invalid-value': entry({
    severity: 'error',
    about: 'An attribute has a value that its schema does not allow.',
    message: ({
      name,
      value,
      element,
      expected,
      option,
      schema,
    }: {
      name: string
      value: string
      element: string
      schema: string
      expected: string | undefined
      /** The name of the nvpair whose value it is. */
      option: string | undefined
      near: string | undefined
    }) =>
      `${option ?? name} ${quote(value)} is not allowed on <${element}>${
        expected === undefined ? ` by ${schema}` : `: expected ${expected}`
      }`,
    hint: ({ near }) => (near === undefined ? undefined : `did you mean ${quote(near)}?`),
  }),
  'disallowed-element': entry({
    severity: 'error',
    about: 'The schema does not allow an element here: it belongs to other versions, or in another position.',
    message: ({ name, parent, schema }: { name: string; parent: string; schema: string }) =>
      `<${name}> is not allowed in this position in <${parent}> by ${schema}`,
  }),
  'duplicate-element': entry({
    severity: 'error',
    about: 'An element occurs more often than its schema allows.',
    message: ({ name, parent }: { name: string; parent: string }) =>
      `<${parent}> has more than one <${name}>`,
    hint: ({ name }) => `merge them into one <${name}>`,
  }),
  'schema-translated': entry({
    severity: 'info',
    about: 'The requested schema has another form for something, which is written in that form.',
    message: ({ what, schema }: { what: string; schema: string }) => `written for ${schema}: ${what}`,
  }),
  'schema-unsupported': entry({
    severity: 'error',
    about: 'The requested schema cannot express something, or would give it another meaning.',
    message: ({ what, schema }: { what: string; schema: string }) => `${schema} does not support ${what}`,
    hint: () => 'write it in one set without a rule',
  }),
} as const
